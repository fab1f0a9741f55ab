extension Shape {
  /// Lists, maps and choices among shapes as a JSON Schema.
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
