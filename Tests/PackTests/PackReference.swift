import Foundation
import PackFormat
import Packs
import YAML

/// `docs/pack-reference.md`, made from the description of each kind of file and one whole example of it.
///
/// The words come from the descriptions, the examples from `Reference/`: for each key the lines of the
/// first place that has it. A key without an example is named, so that nobody forgets one.
struct PackReference {
  /// A kind, with the text of its example.
  typealias Sample = (kind: FileKind, text: String)

  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// Every kind that a person writes, each with its example.
  static func samples() throws -> [Sample] {
    try FileKind.written.map { kind in
      let file = "Tests/PackTests/Reference/\(kind.name).yaml"
      let text = try String(contentsOf: root.appendingPathComponent(file), encoding: .utf8)
      return (kind, text)
    }
  }

  private(set) var page = """
    # Pack reference

    Every key of every kind of file, in the order of the schemas: what it takes, what it is for, an example. This page
    is made from the descriptions that `alongside packs lint` and `alongside packs schema` go by; do not change it by
    hand. How to begin is in [packs.md](packs.md) and in [prompts/README.md](../prompts/README.md).

    """
  /// Keys that no example has, each as `a step: ask`.
  private(set) var withoutExample: [String] = []
  /// The first place of each key, by the name of its map and its own.
  private var places: [String: [String]] = [:]
  private var told: Set<String> = []

  init(_ samples: [Sample]) throws {
    for (kind, text) in samples {
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      guard let node = YAMLReading(Array(text.utf8)).root else { continue }
      gather(node, .map(kind.root), kind, lines)
    }
    for (kind, text) in samples { tell(kind, text) }
  }

  private mutating func gather(_ node: Node, _ shape: Shape, _ kind: FileKind, _ lines: [String]) {
    switch shape {
    case .map(let rule):
      for pair in node.pairs ?? [] {
        guard let key = rule.key(pair.key) else { continue }
        let name = "\(rule.name): \(key.name)"
        if places[name] == nil { places[name] = Self.excerpt(of: pair, lines) }
        gather(pair.value, key.shape, kind, lines)
      }
    case .list(let item, _): for each in node.items ?? [] { gather(each, item, kind, lines) }
    case .entries(_, let value, _):
      for pair in node.pairs ?? [] { gather(pair.value, value, kind, lines) }
    case .optional(let shape): gather(node, shape, kind, lines)
    case .either(let shapes): for shape in shapes { gather(node, shape, kind, lines) }
    case .named(let name): if let shape = kind.shapes[name] { gather(node, shape, kind, lines) }
    default: break
    }
  }

  /// The line of a key and those below it that are further in, at most six.
  private static func excerpt(of pair: Node.Pair, _ lines: [String]) -> [String] {
    let first = pair.keyMark.line - 1
    let depth = { (line: String) in line.prefix { $0 == " " || $0 == "-" }.count }
    let indent = depth(lines[first])
    let rest = lines[(first + 1)...].prefix { depth($0) > indent && !$0.isEmpty }
    let all = [lines[first]] + rest
    return all.prefix(6).map { String($0.dropFirst(min(indent, depth($0)))) }
      + (all.count > 6 ? ["..."] : [])
  }

  private mutating func tell(_ kind: FileKind, _ text: String) {
    let place = kind.folder.map { "`\($0)/`" } ?? (kind.name == "pack" ? "`pack.yaml`" : "a file")
    page += "\n## \(kind.schema)\n\n\(kind.summary) In \(place).\n"
    tell(kind.root, kind)
    page += "\nA whole one:\n\n" + text.split(separator: "\n").map { "    \($0)\n" }.joined()
  }

  private mutating func tell(_ rule: MapRule, _ kind: FileKind) {
    let isOwn = "\(kind.schema) \(rule.name)"
    guard told.insert(isOwn).inserted else { return }
    page += "\n### \(kind.name): \(rule.name)\n"
    if rule.name == FileKind.blockStepName {
      page +=
        "\nThe keys of a step, without `for_each` and `who`: those are said once, by the step that leads.\n"
      return
    }
    for key in rule.keys {
      page +=
        "\n- **`\(key.name)`**\(Self.terms(key)) \(key.summary) Takes \(Self.takes(key.shape)).\n"
      let name = "\(rule.name): \(key.name)"
      guard let lines = places[name] else {
        withoutExample.append(name)
        continue
      }
      page += "\n" + lines.map { "      \($0)\n" }.joined()
    }
    for key in rule.keys { for below in Self.rules(in: key.shape, kind) { tell(below, kind) } }
  }

  private static func terms(_ key: KeyRule) -> String {
    let presence: String? =
      switch key.presence {
      case .optional: nil
      case .required: "needed"
      case .requiredInQuestions: "needed in questions"
      case .requiredFor(let types, let other):
        "needed for \(types.joined(separator: ", "))" + (other.map { " without \($0)" } ?? "")
      }
    let scope: String? =
      switch key.scope {
      case .everywhere: nil
      case .questions: "only in questions"
      case .types(let types): "only for \(types.joined(separator: ", "))"
      }
    let terms = [presence, scope].compactMap(\.self)
    return terms.isEmpty ? ":" : " (\(terms.joined(separator: "; "))):"
  }

  private static func takes(_ shape: Shape) -> String {
    shape.expected.replacing("\n", with: " ")
  }

  private static func rules(in shape: Shape, _ kind: FileKind) -> [MapRule] {
    switch shape {
    case .map(let rule): [rule]
    case .list(let item, _): rules(in: item, kind)
    case .entries(_, let value, _): rules(in: value, kind)
    case .optional(let shape): rules(in: shape, kind)
    case .either(let shapes): shapes.flatMap { rules(in: $0, kind) }
    case .named(let name): kind.shapes[name].map { rules(in: $0, kind) } ?? []
    default: []
    }
  }
}
