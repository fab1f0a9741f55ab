/// The remarks of a YAML file that may have been meant as words.
///
/// YAML drops everything from a # to the end of the line. In a file of someone's answers that can be
/// half an answer: `stayed: We said the #1 thing`. Nothing in the file tells the two apart, so each
/// place is named where words could have gone on. A remark on a line of its own, no deeper than the
/// keys or dashes around it, is a remark; inside quotes and below a | every # is part of the words.
package struct Remarks: Sendable {
  /// Where each of them begins, in the order of the file.
  package let doubtful: [Mark]

  /// Looks through a file; one that cannot be read to its end is looked at as far as it goes.
  package init(_ bytes: [UInt8]) {
    guard !SourceScan(bytes).mustStop else {
      doubtful = []
      return
    }
    var scan = RemarkScan(bytes)
    var parser = EventParser(bytes)
    while !scan.isDone {
      switch parser.next(withText: false) {
      case .success(let event): scan.take(event)
      case .failure(let failed): scan.stop(at: failed.failure?.problemMark)
      }
    }
    doubtful = scan.doubtful
  }
}

/// Walks through the bytes beside the parser: a # between two of its events begins a remark.
private struct RemarkScan {
  /// What stands before the place that is looked at.
  private enum Before {
    /// Words without quotes, which might go on.
    case words
    /// A colon or dash, behind which words might begin.
    case sign
    /// Nothing that words could belong to.
    case nothing
  }

  private(set) var doubtful: [Mark] = []
  private(set) var isDone = false

  private let bytes: [UInt8]
  private var index = 0
  private var mark = Mark.start
  private var before = Before.nothing
  /// False once something other than blanks was passed on this line.
  private var isAtLineStart = true
  private var open: [(column: Int, isFlow: Bool)] = []

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  mutating func take(_ event: Event) {
    switch event.kind {
    case .scalar(_, let style):
      look(until: event.start)
      // What follows a | on its line is no part of the words below it.
      if style == .block { look(until: Mark(line: event.start.line + 1, column: 1)) }
      pass(until: event.end)
      before = style == .plain || style == .block ? .words : .nothing
    case .sequenceStart, .mappingStart:
      look(until: event.start, isBeforeCollection: true)
      open.append((event.start.column, event.isFlow))
      isDone = open.count > NodeBuilder.depth
    case .sequenceEnd, .mappingEnd:
      look(until: event.start)
      _ = open.popLast()
    case .streamEnd:
      look(until: event.start)
      isDone = true
    default: look(until: event.start)
    }
  }

  /// Looks at what the parser gave up on: the very words behind a # may be why.
  ///
  /// Without events it is not known what is quoted, so a line with quotes is left alone.
  mutating func stop(at end: Mark?) {
    isDone = true
    while index < bytes.count, mark < end ?? mark {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") { passLine() }
      if byte == UInt8(ascii: "#"), !isAtLineStart, bytes[index - 1] == UInt8(ascii: " ") {
        doubtful.append(mark)
        passLine()
      }
      step()
    }
  }

  private mutating func look(until end: Mark, isBeforeCollection: Bool = false) {
    while index < bytes.count, mark < end {
      switch bytes[index] {
      case UInt8(ascii: "#"):
        if mayBeWords(isBeforeCollection) { doubtful.append(mark) }
        passLine()
      case UInt8(ascii: ":"), UInt8(ascii: "-"), UInt8(ascii: "?"): before = .sign
      case UInt8(ascii: " "), UInt8(ascii: "\t"), 0x0A, 0x0D: break
      default: before = .nothing
      }
      step()
    }
  }

  private func mayBeWords(_ isBeforeCollection: Bool) -> Bool {
    guard isAtLineStart else { return true }
    guard let last = open.last, last.isFlow || mark.column > last.column else { return false }
    switch before {
    case .words: return true
    case .sign: return !isBeforeCollection
    case .nothing: return false
    }
  }

  private mutating func pass(until end: Mark) {
    while index < bytes.count, mark < end { step() }
  }

  private mutating func passLine() {
    while index < bytes.count, bytes[index] != 0x0A, bytes[index] != 0x0D { step() }
  }

  /// Goes on by one character; columns count characters, as the parser does.
  private mutating func step() {
    guard index < bytes.count else { return }
    let byte = bytes[index]
    index += 1
    if byte == 0x0A || byte == 0x0D {
      if byte == 0x0D, index < bytes.count, bytes[index] == 0x0A { index += 1 }
      mark = Mark(line: mark.line + 1, column: 1)
      isAtLineStart = true
    } else {
      if byte != UInt8(ascii: " "), byte != UInt8(ascii: "\t") { isAtLineStart = false }
      while index < bytes.count, bytes[index] & 0xC0 == 0x80 { index += 1 }
      mark.column += 1
    }
  }
}
