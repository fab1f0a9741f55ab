extension FileKind {
  /// The description as a JSON Schema of draft 7, for editors.
  package var jsonSchema: JSONValue {
    guard case .object(var rules) = root.jsonSchema else { return .null }
    rules["$schema"] = "http://json-schema.org/draft-07/schema#"
    rules["title"] = .string(schema)
    rules["description"] = .string(summary)
    if !shapes.isEmpty { rules["definitions"] = .object(shapes.mapValues(\.jsonSchema)) }
    if case .object(var properties)? = rules["properties"], let key = root.key("schema") {
      properties["schema"] = ["const": .string(schema), "description": .string(key.summary)]
      rules["properties"] = .object(properties)
    }
    return .object(rules)
  }

  /// The name of the JSON Schema file: `prompt-1.json`.
  package var jsonSchemaFile: String { "\(name)-1.json" }

  /// The first line of such a file, which leads an editor to the schema in the pack's own folder.
  package var modeline: String {
    let up = folder == nil ? "." : ".."
    return "# yaml-language-server: $schema=\(up)/schemas/\(jsonSchemaFile)"
  }
}

extension MapRule {
  /// The map as a JSON Schema: only its keys, and those that begin with `x-`.
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

  /// Rules for keys that exclude each other, and for keys that require others.
  private var ties: [JSONValue] {
    let tied = keys.compactMap(\.jsonTie)
    guard !atMostOneOf.isEmpty else { return tied }
    let none: JSONValue = ["not": ["anyOf": .array(atMostOneOf.map(Self.has))]]
    return tied + [["oneOf": .array(atMostOneOf.map(Self.has) + [none])]]
  }

  /// Rules that depend on whether a step asks, and on the type of its answer.
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

  /// Returns the keys that a question of this type must have, and those it cannot have.
  private func rules(for type: String) -> JSONValue? {
    var required: [String] = []
    var choices: [JSONValue] = []
    for key in keys {
      guard case .requiredFor(let types, let other) = key.presence, types.contains(type) else {
        continue
      }
      guard let other, self.key(other)?.isFor(type) == true else {
        required.append(key.name)
        continue
      }
      choices.append(["oneOf": [Self.has(key.name), Self.has(other)]])
    }
    let foreign = keys.filter { key in
      if case .types(let types) = key.scope { return !types.contains(type) }
      return false
    }
    let isType: JSONValue = ["properties": ["type": ["const": .string(type)]]]
    // A question that names no type has the type text.
    let test: JSONValue =
      type == "text"
      ? ["allOf": [Self.has("ask"), isType]] : ["allOf": [Self.has("type"), isType]]
    guard case .object(let without) = Self.without(foreign) else { return nil }
    let then = without.with([
      "required": required.isEmpty ? nil : JSONValue.names(required),
      "allOf": choices.isEmpty ? nil : .array(choices),
    ])
    return ["if": test, "then": .object(then)]
  }
}

extension [KeyRule] {
  /// The keys that only some steps may have.
  fileprivate var scoped: [KeyRule] { filter { $0.scope != .everywhere } }
}

extension KeyRule {
  /// The key's shape, with the sentence that editors show.
  var jsonSchema: JSONValue {
    let about: [String: JSONValue] = ["description": .string(summary)]
    // Draft 7 ignores the keywords next to a reference.
    if case .named = shape { return .object(about.with(["allOf": [shape.jsonSchema]])) }
    guard case .object(let rules) = shape.jsonSchema else { return shape.jsonSchema }
    return .object(about.merging(rules) { mine, _ in mine })
  }

  /// A condition for the key that this one requires.
  var jsonTie: JSONValue? {
    guard let tie else { return nil }
    var stands: [String: JSONValue] = ["required": [.string(name)]]
    if let words = tie.whenSaying {
      stands["properties"] = .object([name: Shape.word([words]).jsonSchema])
    }
    var beside: [String: JSONValue] = ["required": [.string(tie.key)]]
    if let words = tie.mustSay {
      beside["properties"] = .object([tie.key: ["const": .string(words)]])
    }
    return ["if": .object(stands), "then": .object(beside)]
  }
}

extension Shape {
  /// The shape as a JSON Schema of draft 7.
  ///
  /// Other YAML readers make numbers and booleans of unquoted words (`7`, `1.10`, `yes`); our
  /// reader keeps the words. So the schema accepts those wherever we take words. It is stricter
  /// about quoted words with blanks around them. It is laxer about sense: duplicate ids, unknown
  /// steps, bounds the wrong way round.
  var jsonSchema: JSONValue {
    switch self {
    case .text(let most):
      // A block text (| or >) ends with a line break, which does not count.
      Self.words(["maxLength": .number(Double(most + 1)), "pattern": .string("[^ \\t\\n]")])
    case .line(let most):
      Self.words([
        "maxLength": .number(Double(most + 1)),
        "pattern": .string("^[ \\t\\n]*[^ \\t\\n][^\\n]*[ \\t\\n]*$"),
      ])
    case .scalar: Self.words(["pattern": .string("[^ \\t\\n]")])
    case .id: Self.name("^\(Self.idPattern)$", atMost: Identifier.longest)
    case .packID: Self.name("^(?![0-9])\(Self.idPattern)(\\.\(Self.idPattern))*$", atMost: 100)
    case .itemName:
      Self.name(
        "^((?![0-9])\(Self.idPattern)(\\.\(Self.idPattern))*/)?\(Self.idPattern)$", atMost: 165)
    case .stepName: Self.name("^(\(Self.idPattern)\\.)?\(Self.idPattern)$", atMost: 129)
    case .hash:
      // Other readers take a hash without letters for a number.
      ["type": ["string", "number"], "pattern": "^[0-9a-f]{16,64}$"]
    case .textPath:
      Self.form("^(\(Identifier.textFolders.joined(separator: "|")))(/[a-z0-9_-]+){1,7}$")
    case .day:
      Self.form("^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$", format: "date")
    case .link: Self.form("^https?://[^\\u0000-\\u0020]+$")
    case .version: Self.form("^[0-9]{1,10}\\.[0-9]{1,10}\\.[0-9]{1,10}$")
    case .word(let words): Self.closed(words)
    case .whole(let range): Self.between(range)
    case .number: ["type": "number"]
    case .anything: [:]
    default: structure
    }
  }

  /// The schema of a map's key, which every reader takes for text.
  var jsonKeySchema: JSONValue {
    guard case .whole = self else { return jsonSchema }
    return Self.form("^-?[0-9]{1,10}$")
  }

  private static let idPattern = "[a-z0-9]+(-[a-z0-9]+)*"

  /// Returns the rules for words that other readers may take for a number or a boolean.
  private static func words(_ rules: [String: JSONValue]) -> JSONValue {
    .object(rules.with(["type": ["string", "number", "boolean"]]))
  }

  /// Returns the rules for an id, which may be all digits or the word `yes`.
  private static func name(_ pattern: String, atMost most: Int) -> JSONValue {
    [
      "type": ["string", "integer", "boolean"], "pattern": .string(pattern),
      "maxLength": .number(Double(most)), "minimum": 0,
    ]
  }

  private static func form(_ pattern: String, format: String? = nil) -> JSONValue {
    let rules: [String: JSONValue] = ["type": "string", "pattern": .string(pattern)]
    return .object(rules.with(["format": format.map { .string($0) }]))
  }

  private static func between(_ range: ClosedRange<Int>) -> JSONValue {
    [
      "type": "integer", "minimum": .number(Double(range.lowerBound)),
      "maximum": .number(Double(range.upperBound)),
    ]
  }

  /// Returns the rules for a closed set; other readers take `yes`, `no`, `true` and `false` for booleans.
  private static func closed(_ words: [String]) -> JSONValue {
    let switches = words.compactMap {
      ["yes": true, "no": false, "true": true, "false": false][$0]
    }.map(JSONValue.bool)
    return ["enum": .array(words.map { .string($0) } + switches)]
  }

  /// Lists, maps and alternatives as a JSON Schema.
  var structure: JSONValue {
    switch self {
    case .list(let item, let range):
      [
        "type": "array", "items": item.jsonSchema,
        "minItems": .number(Double(range.lowerBound)),
        "maxItems": .number(Double(range.upperBound)),
      ]
    case .entries(let key, let value, let range):
      [
        "type": "object", "propertyNames": key.jsonKeySchema,
        "additionalProperties": value.jsonSchema,
        "minProperties": .number(Double(range.lowerBound)),
        "maxProperties": .number(Double(range.upperBound)),
      ]
    case .map(let rule): rule.jsonSchema
    case .optional(let shape): ["anyOf": [shape.jsonSchema, ["type": "null"]]]
    case .either(let shapes): ["anyOf": .array(shapes.map(\.jsonSchema))]
    case .named(let name): ["$ref": .string("#/definitions/\(name)")]
    default: [:]
    }
  }
}
