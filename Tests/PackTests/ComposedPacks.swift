import FoundationEssentials
import PackFormat
import Packs
import Practice
import Testing

/// Small packs for the tests of what packs do to each other.
enum ComposedPacks {
  static let prompt = """
    schema: alongside.prompt/1
    id: evening
    title: This evening
    minutes: 5
    tags: [daily]
    steps:
      - {id: stayed, ask: What stayed with you?, help: A word will do.}
      - {id: heavy, ask: What was heavy?, sensitivity: tender}
      - {id: how, ask: How was it?, type: choice, options: [Easy, Hard]}
      - {id: hard-one, ask: What was hard?, when: {answered: how, is: hard}}
      - {id: set-up, ask: What in the team brought it about?, tags: [organisation]}
      - {id: each, ask: "And {item}?", for_each: {list: three}}
    """

  static let session = """
    schema: alongside.session/1
    id: talk
    kind: co-reflection
    title: A talk
    parties: {one: One of us, two: The other}
    steps:
      - {id: open, ask: What do you bring?, who: each, reveal: together, keep: private}
      - {id: agreed, ask: What did you agree?, who: both, keep: agreed}
      - {id: mine, ask: "What would you ask {two}?", who: one}
    """

  static let values = """
    schema: alongside.values/1
    id: three
    title: Three values
    items: [Hope, Choice, {id: care, label: Care, gloss: For each other}]
    """

  static let signposts = """
    schema: alongside.signposts/1
    id: uk
    title: Places to turn to
    items:
      - {id: line, name: A line, contact: Call 999, hours: Always, for: me}
    """

  /// The pack that the others change.
  static func core(_ more: String = "") throws -> Pack {
    try pack(
      "core", more,
      [
        "prompts/evening.yaml": prompt, "templates/talk.yaml": session,
        "values/three.yaml": values, "signposts/uk.yaml": signposts,
        "prompts/plain.yaml": Sample.steps("  - {id: a, ask: Plain?}\n", id: "plain"),
      ])
  }

  /// A pack of these files, with `more` in its `pack.yaml` from line 9 on.
  static func pack(
    _ id: String, _ more: String = "", _ files: [String: String] = [:], locales: String = "en",
    linting: Bool = false, terms: Set<String> = []
  ) throws -> Pack {
    let folder = try read(id, more, files, locales: locales, linting: linting, terms: terms)
    #expect(folder.findings.map(\.message) == [])
    return try #require(folder.pack)
  }

  static func read(
    _ id: String, _ more: String = "", _ files: [String: String] = [:], locales: String = "en",
    linting: Bool = false, terms: Set<String> = []
  ) throws -> PackFolder {
    let path = FileManager.default.temporaryDirectory.path + "/composed-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: path) }
    let manifest = """
      schema: alongside.pack/1
      id: \(id)
      version: 1.0.0
      revision: 1
      name: "Pack \(id)"
      licence: CC-BY-4.0
      default_locale: en
      locales: [\(locales)]

      """
    for (name, text) in files.merging(
      ["pack.yaml": manifest + more], uniquingKeysWith: { a, _ in a })
    {
      let parent = "\(path)/\(name)".split(separator: "/").dropLast().joined(separator: "/")
      try FileManager.default.createDirectory(
        atPath: "/" + parent, withIntermediateDirectories: true)
      try Data(text.utf8).write(to: URL(fileURLWithPath: "\(path)/\(name)"))
    }
    return PackFolder(path: path, linting: linting, terms: terms)
  }

  /// A pack that sets fields of one item.
  static func override(
    _ set: String, of item: String = "core/evening", id: String = "org.example.ours"
  ) throws -> Pack {
    try pack(id, "overrides:\n  - item: \(item)\n    because: Our words\n    set: {\(set)}\n")
  }
}

extension Composition {
  /// Line and code of each finding.
  var said: [String] { findings.map { "\($0.line) \($0.code)" } }

  func step(_ id: String, of prompt: String = "core/evening") throws -> Step {
    let prompt = try shelf.prompt(named: prompt)
    return try #require(prompt.steps.first { $0.id == id })
  }
}
