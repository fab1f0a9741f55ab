/// The description of one kind of file: its keys, what each takes, and what each is for.
///
/// The checks, the hints and the JSON Schema follow from it. `FileReader` reads what the keys mean
/// together.
package struct FileKind: Sendable {
  /// The value of the file's first key: `alongside.prompt/1`.
  package var schema: String
  /// The folder of a pack that holds such files; `nil` for `pack.yaml` itself.
  package var folder: String?
  /// One sentence for the documentation.
  package var summary: String
  package var root: MapRule
  /// The shapes that `Shape.named` refers to.
  package var shapes: [String: Shape]

  package init(
    schema: String, folder: String?, summary: String, root: MapRule, shapes: [String: Shape] = [:]
  ) {
    self.schema = schema
    self.folder = folder
    self.summary = summary
    self.root = root
    self.shapes = shapes
  }

  /// The kinds that a pack can have.
  package static let all: [FileKind] = [
    .pack, .prompt, .session, .values, .signposts, .locale, .tests,
  ]

  /// All kinds, including a policy, which is not part of a pack.
  package static let written = all + [policy]

  /// The word between the dot and the slash of the schema: `prompt`.
  package var name: String { String(schema.dropFirst("alongside.".count).dropLast("/1".count)) }

  /// Whether another description is of the same kind.
  package func isSame(as other: FileKind) -> Bool { schema == other.schema }

  static let schemaKey = KeyRule(
    "schema", .line(atMost: 60), .required, about: "Names the kind of file and stands first.")

  /// The answer to a note about a file or step, for everyone to read.
  static let becauseKey = KeyRule(
    "because", .line(atMost: 300), about: "Why it is as it is: the answer to a note of packs lint.")

  static let sourceShape = Shape.either([
    .line(atMost: 300),
    .map(
      MapRule(
        "a source",
        [
          KeyRule("credit", .line(atMost: 300), .required, about: "Who made or inspired it."),
          KeyRule("url", .link, about: "Where it can be read."),
          KeyRule(
            "licence", .line(atMost: 100), alsoMeantBy: ["license"], about: "Its terms of use."),
        ])),
  ])

  static let optionShape = Shape.either([.line(atMost: 200), .map(optionRule)])

  private static let optionRule = MapRule(
    "an option",
    [
      KeyRule("id", .id, .required, about: "Names the option in answers; never changes."),
      KeyRule(
        "label", .line(atMost: 200), .required, alsoMeantBy: ["text", "name"],
        about: "The words on screen."),
      KeyRule(
        "gloss", .text(atMost: 600), alsoMeantBy: ["description", "help"],
        about: "A sentence that says what is meant."),
    ])

  /// An option that can also say what choosing it leads to.
  static let choosableShape: Shape = {
    var rule = optionRule
    rule.keys += [
      KeyRule(
        "alone", .word(["true", "false"]), alsoMeantBy: ["exclusive"],
        about: "With true, it excludes the others where several can be chosen: none of these."),
      KeyRule("then", thenShape, about: "What is offered at the end to whoever chose it."),
    ]
    return .either([.line(atMost: 200), .map(rule)])
  }()

  /// What is offered at the end: a prompt or list by its id, or a map that says what it is.
  static let thenShape = Shape.either([
    .itemName, .map(thenRule), .list(.either([.itemName, .map(thenRule)]), 1...5),
  ])

  private static let thenRule = MapRule(
    "an offer",
    [
      KeyRule("prompt", .itemName, about: "A prompt to go on with."),
      KeyRule("signposts", .itemName, about: "A list of places to turn to."),
      KeyRule("plugin", .packID, about: "A plugin, with its command."),
      KeyRule(
        "command", .id, with: KeyRule.Tie("plugin"), about: "The command of the plugin to begin."),
    ],
    example: "{prompt: daily-three}", exactlyOneOf: ["prompt", "signposts", "plugin"])
}

extension FileKind {
  /// Returns the kind that a file declares, or a prompt if it declares no known kind.
  package static func said(in bytes: [UInt8]) -> FileKind {
    let head = String(decoding: bytes.prefix(2000), as: UTF8.self)
    for line in head.split(whereSeparator: \.isNewline) where line.hasPrefix("schema:") {
      let words = line.dropFirst("schema:".count).split(separator: " ").first ?? ""
      if let kind = written.first(where: { $0.schema == words }) { return kind }
    }
    return .prompt
  }
}
