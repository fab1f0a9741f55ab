import Practice
package import YAML

/// Reads one file of a kind, and collects everything that is wrong with it.
///
/// It first checks the whole file against the kind's description, then reads it for sense. It
/// reports nothing twice about a value of the wrong shape.
package struct FileReader {
  package let kind: FileKind
  /// The findings so far.
  package var findings: FindingList
  /// The words of the pack's own vocabulary, which texts may name in braces.
  var terms: Set<String>
  /// The ids of a session's parties.
  var parties: [String] = []
  /// The values frameworks named so far.
  package internal(set) var lists: [ListReference] = []
  /// What is offered at the end, so far.
  package internal(set) var onwards: [OnwardReference] = []

  /// Whether to report what makes a file poor, not only what makes it wrong.
  let linting: Bool
  /// The file's bytes, to show how a line should be written; empty unless linting.
  private var source: [UInt8] = []
  private(set) lazy var lines: SourceLines = .init(source)

  /// Creates a reader for one file.
  ///
  /// - Parameters:
  ///   - file: the name to use in findings.
  ///   - terms: the words of the pack's vocabulary, which texts may name in braces.
  ///   - linting: whether to report what makes a file poor, too.
  package init(
    _ kind: FileKind, file: String, terms: Set<String> = [], linting: Bool = false
  ) {
    self.kind = kind
    self.terms = terms
    self.linting = linting
    findings = FindingList(file: file)
  }

  /// Returns the file's nodes, checked against the description; `nil` if it is pointless to go on.
  package mutating func root(of bytes: [UInt8]) -> Node? {
    if bytes.dropFirst(257).starts(with: "ustar".utf8) {
      findings.add(
        .wrongType, at: .start, "This is a built pack and no file of one.",
        hint:
          "\(.verify) looks at it; what can be mended is the folder it was built"
          + " from.")
      return nil
    }
    let reading = YAMLReading(bytes, mending: linting)
    for var problem in reading.problems {
      if problem.code == .empty { problem.hint = "Begin with the line: schema: \(kind.schema)" }
      findings.add(problem)
    }
    guard let root = reading.root ?? reading.mended else { return nil }
    if linting { source = bytes }
    guard let pairs = root.pairs else {
      findings.add(
        .wrongType, at: root.mark, "This file is \(root.shapeName); it should be a map.",
        hint: "Begin with the line: schema: \(kind.schema)")
      return nil
    }
    guard checkSchema(pairs) else { return nil }
    check(root, .map(kind.root), as: kind.root.name)
    if linting { lintQuotes(root) }
    return root
  }

  /// Returns false if the file declares another kind.
  private mutating func checkSchema(_ pairs: [Node.Pair]) -> Bool {
    guard let place = pairs.firstIndex(where: { $0.key == "schema" }) else { return true }
    if place > 0 {
      findings.add(
        .schemaFirst, at: pairs[place].keyMark, "\"schema\" stands first in a file.",
        hint: "Move this line to the top.")
    }
    guard let words = pairs[place].value.words, words != kind.schema else { return true }
    report(schema: words, at: pairs[place].value.mark)
    return false
  }

  private mutating func report(schema: String, at mark: Mark) {
    let known = [kind.schema] + FileKind.written.map(\.schema)
    let base = schema.split(separator: "/").first.map(String.init) ?? schema
    if known.contains(schema) {
      let place = kind.folder.map { "a file in \($0)/" } ?? "pack.yaml"
      findings.add(
        .wrongSchema, at: mark, "This says \"\(schema)\", but \(place) says \(kind.schema).",
        hint:
          "Move the file to the folder of its kind, or write: schema: \(kind.schema)")
    } else if let same = known.first(where: { $0.hasPrefix(base + "/") }) {
      findings.add(
        .newerSchema, at: mark, "This version of Alongside does not know \"\(schema)\".",
        hint: "It reads \(same). A newer version may be needed.")
    } else {
      let nearest = Nearest.near(schema, among: known) ?? kind.schema
      findings.add(
        .unknownSchema, at: mark, "There is no schema \"\(schema)\".",
        hint: "Did you mean \(nearest)?")
    }
  }
}
