extension MapRule {
  /// The map as a JSON Schema: its keys and no others but those that begin with `x-`.
  var jsonSchema: JSONValue {
    let properties = keys.map { ($0.name, $0.jsonSchema) }
    let rules: [String: JSONValue] = [
      "type": "object", "additionalProperties": false, "patternProperties": ["^x-": true],
      "properties": .object(Dictionary(properties) { first, _ in first }),
    ]
    let required = keys.filter { $0.presence == .required }.map(\.name)
    let conditions = ties + scopes
    return .object(
      rules.with([
        "required": required.isEmpty ? nil : .names(required),
        "oneOf": exactlyOneOf.isEmpty ? nil : .array(exactlyOneOf.map(Self.has)),
        "allOf": conditions.isEmpty ? nil : .array(conditions),
      ]))
  }

  private static func has(_ key: String) -> JSONValue { ["required": [.string(key)]] }

  /// Keys that exclude each other, and keys that must stand beside others.
  private var ties: [JSONValue] {
    let tied = keys.compactMap(\.jsonTie)
    guard !atMostOneOf.isEmpty else { return tied }
    let none: JSONValue = ["not": ["anyOf": .array(atMostOneOf.map(Self.has))]]
    return tied + [["oneOf": .array(atMostOneOf.map(Self.has) + [none])]]
  }

  /// What depends on whether a step asks, and on the type of its answer.
  private var scopes: [JSONValue] {
    guard keys.contains(where: { $0.scope != .everywhere }) else { return [] }
    let questions = keys.filter { $0.presence == .requiredInQuestions }.map(\.name)
    var asks: [String: JSONValue] = ["if": Self.has("ask"), "else": Self.without(keys.scoped)]
    if !questions.isEmpty { asks["then"] = ["required": .names(questions)] }
    return [.object(asks)] + FileKind.stepTypes.compactMap(rules)
  }

  private static func without(_ keys: [KeyRule]) -> JSONValue {
    ["properties": .object(Dictionary(keys.map { ($0.name, false) }) { first, _ in first })]
  }

  /// Which keys a question of this type must have, and which it cannot.
  private func rules(for type: String) -> JSONValue? {
    let required = keys.filter { key in
      if case .requiredFor(let types) = key.presence { return types.contains(type) }
      return false
    }
    let foreign = keys.filter { key in
      if case .types(let types) = key.scope { return !types.contains(type) }
      return false
    }
    let isType: JSONValue = ["properties": ["type": ["const": .string(type)]]]
    // Text is the type of a question that names none.
    let test: JSONValue =
      type == "text"
      ? ["allOf": [Self.has("ask"), isType]] : ["allOf": [Self.has("type"), isType]]
    guard case .object(let without) = Self.without(foreign) else { return nil }
    let names = required.isEmpty ? nil : JSONValue.names(required.map(\.name))
    return ["if": test, "then": .object(without.with(["required": names]))]
  }
}

extension [KeyRule] {
  /// Those that not every step may have.
  fileprivate var scoped: [KeyRule] { filter { $0.scope != .everywhere } }
}
