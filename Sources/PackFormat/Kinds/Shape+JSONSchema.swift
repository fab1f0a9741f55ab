extension Shape {
  /// The shape as a JSON Schema of draft 7.
  ///
  /// Other YAML readers make numbers and booleans of words that stand without quotes (`7`, `1.10`,
  /// `yes`), where ours keeps the words. So those are let through wherever we take words. What
  /// stays stricter here is words with blanks around them in quotes; what stays laxer is sense:
  /// ids that stand twice, steps that are not there, bounds the wrong way round.
  var jsonSchema: JSONValue {
    switch self {
    case .text(let most):
      // A block text (| or >) ends with a line end, which does not count.
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
      // One without letters is a number to others.
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

  /// As a key of a map, which is a text for every reader.
  var jsonKeySchema: JSONValue {
    guard case .whole = self else { return jsonSchema }
    return Self.form("^-?[0-9]{1,10}$")
  }

  private static let idPattern = "[a-z0-9]+(-[a-z0-9]+)*"

  /// Words that may look like a number or a boolean to others.
  private static func words(_ rules: [String: JSONValue]) -> JSONValue {
    .object(rules.with(["type": ["string", "number", "boolean"]]))
  }

  /// Ids may be all digits, or the word `yes`.
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

  /// To others, `yes` and `no` are booleans.
  private static func closed(_ words: [String]) -> JSONValue {
    let switches = words.compactMap { ["yes": true, "no": false][$0] }.map(JSONValue.bool)
    return ["enum": .array(words.map { .string($0) } + switches)]
  }
}
