extension KeyRule {
  /// The key's shape with its sentence, which editors show.
  var jsonSchema: JSONValue {
    let about: [String: JSONValue] = ["description": .string(summary)]
    // Beside a reference, draft 7 heeds nothing.
    if case .named = shape { return .object(about.with(["allOf": [shape.jsonSchema]])) }
    guard case .object(let rules) = shape.jsonSchema else { return shape.jsonSchema }
    return .object(about.merging(rules) { mine, _ in mine })
  }

  /// The key that must stand beside this one, as a condition.
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
