/// Looks for the next failure in a file whose lines are put right one after the other.
///
/// It begins again at the item of a list where the last failure was, so that a thousand mistakes in
/// one file do not mean reading it a thousand times.
struct FailureSearch {
  /// How many bytes were gone through so far; those that were only counted or copied for a part.
  private(set) var cost = 0
  /// Where the last item of a list began before the failure.
  private var item: Mark?

  /// The first failure; nil when the whole file can be read.
  mutating func next(in bytes: [UInt8]) -> YAMLProblem? {
    let lines = SourceLines(bytes)
    cost += bytes.count / 8
    if let item, Self.begins(item, in: lines) {
      let found = attempt(bytes, from: item.line, lines)
      // What is certain inside the item is certain in the file; anything else may only mean that
      // the list ends.
      if let found, found.corrected != nil { return found }
    }
    return attempt(bytes, from: 1, lines)
  }

  private mutating func attempt(
    _ bytes: [UInt8], from line: Int, _ lines: SourceLines
  ) -> YAMLProblem? {
    let start = lines.range(of: line).lowerBound
    var parser = EventParser(start == 0 ? bytes : Array(bytes[start...]))
    var words = SyntaxWords(quoting: true)
    var items = ListItems()
    while true {
      switch parser.next(withText: false) {
      case .success(var event):
        event.start.line += line - 1
        event.end.line += line - 1
        words.passed(event)
        items.passed(event)
        guard case .streamEnd = event.kind else { continue }
        cost += bytes.count - start
        return nil
      case .failure(var failed):
        failed.failure?.problemMark.line += line - 1
        failed.failure?.contextMark.line += line - 1
        let problem = words.problem(for: failed.failure, in: lines)
        cost += max(0, lines.range(of: problem.mark.line).upperBound - start)
        item = items.last ?? item
        return problem
      }
    }
  }

  /// Whether a line has nothing before this place but the dash of an item.
  private static func begins(_ item: Mark, in lines: SourceLines) -> Bool {
    let before = lines.text(item.line).unicodeScalars.prefix(item.column - 1)
    return before.count == item.column - 1 && before.allSatisfy { $0 == " " || $0 == "-" }
      && before.count { $0 == "-" } == 1
  }
}

/// Keeps where the last item of any list began that is a map.
private struct ListItems {
  private(set) var last: Mark?
  /// For each list or map around: whether it is a list.
  private var around: [Bool] = []

  mutating func passed(_ event: Event) {
    switch event.kind {
    case .sequenceStart: around.append(true)
    case .mappingStart:
      if around.last == true { last = event.start }
      around.append(false)
    case .sequenceEnd, .mappingEnd: _ = around.popLast()
    default: break
    }
  }
}
