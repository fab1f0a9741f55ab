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

  /// What the file with the JSON Schema is called: `prompt-1.json`.
  package var jsonSchemaFile: String { "\(name)-1.json" }

  /// The first line of such a file, by which an editor finds the schema in the pack's own folder.
  package var modeline: String {
    let up = folder == nil ? "." : ".."
    return "# yaml-language-server: $schema=\(up)/schemas/\(jsonSchemaFile)"
  }
}
