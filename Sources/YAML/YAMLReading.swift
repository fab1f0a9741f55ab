// YAML: text to nodes, each with its line and column, and every problem at once.
//
// `YAMLReading` reads a file; its `root` is a `Node`, its `problems` are `YAMLProblem`s with a code that is
// never renamed, a sentence, and where possible the line as it should be. `SourceScan` looks at the bytes
// first, `EventParser` is the only user of libyaml, and `NodeBuilder` makes the nodes. `SyntaxWording` finds
// words for what libyaml calls a syntax error; `Mending` corrects what has one meaning only, so that reading
// goes on.
//
// Nothing is guessed from how a word looks: `yes` and `1.10` are words until a caller asks for more.
//
// It must never use a mended file as if it were sound, take a feature of YAML that can hide or repeat
// text, crash on any bytes, or quote a file of answers.

/// What came of reading a file as YAML: its nodes, and every problem met on the way.
///
/// Reads one strict document: no anchors, aliases, tags, merge keys, directives or duplicate keys,
/// at most 256 KiB and 32 levels, UTF-8 without a byte-order mark, no unseen characters. No bytes
/// make it crash.
///
/// ```swift
/// let reading = YAMLReading(Array("ask: Where was hope?".utf8))
/// for problem in reading.problems {
///   print(problem.mark.line, problem.code.rawValue, problem.message)
/// }
/// let question = reading.root?["ask"]?.scalar?.text  // "Where was hope?"
/// ```
package struct YAMLReading: Sendable {
  /// At most this many bytes are read as one file.
  package static let sizeLimit = SourceScan.limit

  /// The document; nil when it could not be read to its end as its author meant it.
  package private(set) var root: Node?
  /// The document as it would be with the lines put right whose meaning is certain.
  ///
  /// Only where it was asked for and there is no `root`; for finding more mistakes, never for use.
  package private(set) var mended: Node?
  /// What is wrong, in the order of the file.
  ///
  /// Empty exactly when the file is sound.
  package private(set) var problems: [YAMLProblem]

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - quoting: False for a file with someone's answers: then no word of it appears in a message
  ///     or hint.
  ///   - mending: Whether to go on after a mistake, as far as its correction is certain.
  package init(_ bytes: [UInt8], quoting: Bool = true, mending: Bool = false) {
    let scan = SourceScan(bytes)
    problems = scan.problems
    guard !scan.mustStop else {
      if mending { goOn(bytes, quoting: quoting) }
      return
    }
    var builder = NodeBuilder(quoting: quoting)
    let failure = Self.parse(bytes, into: &builder, quoting: quoting)
    if mending, let failure {
      mend(bytes, failure, builder.problems)
    } else {
      add(builder.problems + [failure].compactMap(\.self))
      finish(builder, isRead: failure == nil, mending: mending)
    }
    if quoting { Self.showLines(of: bytes, in: &problems) }
    problems.sort { $0.mark < $1.mark }
  }

  /// Reads on in a file that was saved in another way.
  private mutating func goOn(_ bytes: [UInt8], quoting: Bool) {
    guard let decoded = Mending.decoded(bytes, for: problems.first?.code) else { return }
    let reading = YAMLReading(decoded, quoting: quoting, mending: true)
    problems += reading.problems
    mended = reading.root ?? reading.mended
  }

  private mutating func mend(
    _ bytes: [UInt8], _ failure: YAMLProblem, _ before: [YAMLProblem]
  ) {
    let mending = Mending(bytes, from: failure)
    var builder = NodeBuilder(quoting: true)
    let isRead = mending.isSound && Self.parse(mending.bytes, into: &builder, quoting: true) == nil
    add((isRead ? builder.problems : before) + mending.problems)
    if isRead, builder.keepsSense { mended = builder.root }
  }

  private mutating func finish(_ builder: NodeBuilder, isRead: Bool, mending: Bool) {
    guard isRead else { return }
    if builder.root?.isEmpty ?? true, builder.problems.isEmpty {
      add([
        YAMLProblem(
          .empty, at: .start, "There is nothing in this file.",
          hint: "Begin with a line such as: schema: alongside.prompt/1")
      ])
    } else if builder.isWhole {
      root = builder.root
    } else if mending, builder.keepsSense {
      mended = builder.root
    }
  }

  /// Shows the line in quotes where a text begins with a sign that YAML takes for its own.
  private static func showLines(of bytes: [UInt8], in problems: inout [YAMLProblem]) {
    let signs: [YAMLProblem.Code: String] = [.anchor: "&", .alias: "*", .tag: "!"]
    guard problems.contains(where: { signs[$0.code] != nil }) else { return }
    let lines = SourceLines(bytes)
    for index in problems.indices.prefix(100) {
      guard let sign = signs[problems[index].code],
        let value = QuotableValue(line: lines.text(problems[index].mark.line)),
        value.isWords, value.opening == sign
      else { continue }
      problems[index].hint = "If this is the text itself, write: \(value.quoted)"
    }
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
    var words = SyntaxWords(quoting: quoting)
    while !builder.mustStop {
      switch parser.next() {
      case .success(let event):
        builder.take(event)
        words.passed(event)
        if case .streamEnd = event.kind { return nil }
      case .failure(let failed):
        return words.problem(for: failed.failure, in: SourceLines(bytes))
      }
    }
    return nil
  }
}
