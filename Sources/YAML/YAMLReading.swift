/// What came of reading a file as YAML: its nodes, and every problem met on the way.
///
/// Reads one strict document: no anchors, aliases, tags, merge keys, directives or duplicate keys,
/// at most 256 KiB and 32 levels, UTF-8 without a byte-order mark, no unseen characters. No bytes
/// make it crash.
package struct YAMLReading: Sendable {
  /// At most this many bytes are read as one file.
  package static let sizeLimit = SourceScan.limit

  /// The document; nil when it could not be read to its end as its author meant it.
  package private(set) var root: Node?
  /// What is wrong, in the order of the file.
  ///
  /// Empty exactly when the file is sound.
  package private(set) var problems: [YAMLProblem]

  /// Reads a file.
  ///
  /// - Parameter quoting: False for a file with someone's answers: then no word of it appears in
  ///   a message or hint.
  package init(_ bytes: [UInt8], quoting: Bool = true) {
    let scan = SourceScan(bytes)
    problems = scan.problems
    guard !scan.mustStop else { return }
    var builder = NodeBuilder(quoting: quoting)
    let failure = Self.parse(bytes, into: &builder, quoting: quoting)
    add(builder.problems)
    if let failure { add([failure]) }
    if failure == nil, builder.root?.isEmpty ?? true, builder.problems.isEmpty {
      add([
        YAMLProblem(
          .empty, at: .start, "There is nothing in this file.",
          hint: "Begin with a line such as: schema: alongside.prompt/1")
      ])
    } else if failure == nil, builder.isWhole {
      root = builder.root
    }
    problems.sort { $0.mark < $1.mark }
  }

  /// The nodes of a sound file.
  ///
  /// - Throws: The first problem of any other.
  package static func node(
    of bytes: [UInt8], quoting: Bool = true
  ) throws(YAMLProblem) -> Node {
    let reading = YAMLReading(bytes, quoting: quoting)
    if let problem = reading.problems.first { throw problem }
    guard let root = reading.root else {
      throw YAMLProblem(.empty, at: .start, "There is nothing in this file.")
    }
    return root
  }

  /// An unseen character written as itself was found in the bytes; inside quotes the builder
  /// finds it again and would report it twice.
  private mutating func add(_ more: [YAMLProblem]) {
    let seen = problems
    problems += more.filter { problem in
      !seen.contains { $0.code == problem.code && $0.mark.line >= problem.mark.line }
    }
  }

  private static func parse(
    _ bytes: [UInt8], into builder: inout NodeBuilder, quoting: Bool
  ) -> YAMLProblem? {
    var parser = EventParser(bytes)
    var words = SyntaxWords(bytes: bytes, quoting: quoting)
    while !builder.mustStop {
      switch parser.next() {
      case .success(let event):
        builder.take(event)
        words.passed(event)
        if case .streamEnd = event.kind { return nil }
      case .failure(let failed):
        return words.problem(for: failed.failure)
      }
    }
    return nil
  }
}
