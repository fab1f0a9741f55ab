/// A text while it is typed: lines above the cursor, the line it is on, and lines below.
///
/// Pure: it knows no screen and no clock. Left and Right step over characters as a person sees them,
/// with all their marks; words end where letters and digits end. It also knows what was typed alone
/// since the question appeared, so that `/back` behind loaded text is a command and `/back` in a
/// paste is words.
///
///     var text = TypedText(loading: "half a li")
///     text.type("ne")
///     text.text          // "half a line"
package struct TypedText: Sendable, Equatable {
  private var lines: CursorLines
  private let loaded: String
  private let isAnswer: Bool
  private var isChanged = false
  /// The current line holds nothing but typing: nothing loaded, pasted, or reached by moving.
  private var isLineTyped: Bool
  /// Where on the current line the latest typing began, in bytes; `nil` after a paste or a move.
  private var runStart: Int?
  private var killed = ""
  private var earlier: [CursorLines] = []
  private var last = Edit.none
  /// The column that Up and Down try to keep; `nil` after anything else.
  var goalColumn: Int?

  /// What the last edit was: alike ones are undone, or yanked, together.
  private enum Edit { case none, typing, killing, pasting }

  /// A text with words that exist already; the cursor is at their end.
  ///
  /// - Parameter isAnswer: whether they are an answer, so that Enter without any typing keeps it;
  ///   false for words that were left half typed.
  package init(loading text: String = "", isAnswer: Bool = true) {
    loaded = text
    self.isAnswer = isAnswer
    lines = CursorLines()
    isLineTyped = true
    runStart = 0
    lines.insert(text)
    isLineTyped = lines.before.isEmpty
    runStart = lines.before.utf8.count
  }

  /// Everything, lines joined with LF.
  package var text: String {
    guard !lines.above.isEmpty || !lines.below.isEmpty else { return line }
    return (lines.above + [line] + lines.below.reversed()).joined(separator: "\n")
  }

  /// The line the cursor is on.
  var line: String { lines.before + lines.after }
  var before: String { lines.before }
  var after: String { lines.after }
  var lineCount: Int { lines.above.count + 1 + lines.below.count }
  var lineIndex: Int { lines.above.count }

  /// A line by its number from 0.
  subscript(index: Int) -> String {
    if index < lines.above.count { return lines.above[index] }
    if index == lines.above.count { return line }
    return lines.below[lines.below.count - (index - lines.above.count)]
  }

  package var isEmpty: Bool { lines == CursorLines() }

  /// Whether nothing was done here yet: Enter keeps what is loaded.
  package var isUntouched: Bool { (!isChanged && isAnswer) || isEmpty }

  /// The cursor is on an empty last line, below another empty one.
  var isBelowBlankLine: Bool {
    line.isEmpty && lines.below.isEmpty && lines.above.last?.isEmpty == true
  }
}

// MARK: - What was typed alone

extension TypedText {
  /// What was typed since the question appeared or the line began, where nothing else is with it;
  /// only that can be a command.
  package var typedAlone: String? {
    if isLineTyped { return line }
    guard let runStart, lines.after.isEmpty, lines.below.isEmpty else { return nil }
    return String(lines.before.utf8.dropFirst(runStart))
  }

  /// Takes away what was typed alone, and leaves the text as it was before.
  package mutating func removeTypedAlone() {
    if isLineTyped {
      (lines.before, lines.after) = ("", "")
    } else if let runStart {
      lines.before = String(lines.before.utf8.prefix(runStart)) ?? lines.before
    }
    settle()
  }

  /// Puts other words in place of what was typed alone.
  mutating func replaceTypedAlone(with words: String) {
    removeTypedAlone()
    type(words)
  }

  /// Begins again with nothing; ``undo()`` brings the words back.
  package mutating func startOver() {
    remember(.none)
    lines = CursorLines()
    isLineTyped = true
    runStart = 0
  }

  private mutating func settle() {
    last = .none
    isChanged = text != loaded
  }
}

// MARK: - Adding

extension TypedText {
  /// Adds typed words at the cursor; each of them is undone apart, however they came.
  package mutating func type(_ words: String) {
    var rest = words[...]
    while let start = rest.indices.first(where: { beginsWord(rest, at: $0) }) {
      typePiece(rest[..<start])
      rest = rest[start...]
    }
    typePiece(rest)
  }

  /// Whether white space ends and a word begins here, within what is typed now.
  private func beginsWord(_ words: Substring, at index: Substring.Index) -> Bool {
    guard index > words.startIndex, !words[index].isWhitespace else { return false }
    return words[words.index(before: index)].isWhitespace
  }

  private mutating func typePiece(_ words: Substring) {
    let isNewWord = lines.before.last?.isWhitespace == true && words.first?.isWhitespace == false
    if last != .typing || isNewWord { remember(.typing) }
    if runStart == nil, lines.before.isEmpty { runStart = 0 }
    lines.before += words
    last = .typing
  }

  /// Adds a piece of a paste: words, whatever they look like.
  ///
  /// - Parameter isFirst: false for a further piece of the same paste.
  package mutating func paste(_ words: String, isFirst: Bool = true) {
    if isFirst || last != .pasting { remember(.pasting) }
    isLineTyped = false
    runStart = nil
    lines.insert(words)
    last = .pasting
  }

  /// Ends the line at the cursor.
  package mutating func newline() {
    remember(.none)
    lines.insert("\n")
    isLineTyped = lines.after.isEmpty
    runStart = 0
  }

  private mutating func remember(_ edit: Edit) {
    isChanged = true
    goalColumn = nil
    last = edit
    earlier.append(lines)
    if earlier.count > 1000 { earlier.removeFirst(500) }
  }

  /// Takes back the last edit.
  package mutating func undo() {
    guard let state = earlier.popLast() else { return }
    lines = state
    (isLineTyped, runStart, last, goalColumn) = (false, nil, .none, nil)
    isChanged = text != loaded
  }
}

// MARK: - Erasing

extension TypedText {
  mutating func eraseBack() {
    change { lines in lines.stepLeftErasing() }
    forgetRun()
  }

  mutating func eraseForward() { change { lines in lines.stepRightErasing() } }

  /// Erases to the end of the line; at its end, joins the next one.
  mutating func killToEnd() {
    guard !lines.after.isEmpty else { return kill(forward: true) { $0.stepRightErasing() } }
    kill(forward: true) { lines in
      defer { lines.after = "" }
      return lines.after
    }
  }

  /// Erases to the beginning of the line.
  mutating func killToStart() {
    kill(forward: false) { lines in
      defer { lines.before = "" }
      return lines.before
    }
  }

  /// Erases back over white space and the word before it.
  ///
  /// - Parameter inLine: stops at the beginning of the line.
  mutating func killBlankWordBack(inLine: Bool = false) {
    kill(forward: false) { $0.erasingBack(inLine: inLine, over: \.isWhitespace) }
  }

  /// Erases back to where the word before begins.
  mutating func killWordBack(inLine: Bool = false) {
    kill(forward: false) { $0.erasingBack(inLine: inLine) { !$0.isInWord } }
  }

  /// Erases to the end of the next word.
  mutating func killWordForward() {
    kill(forward: true) { lines in
      var gone = ""
      while let next = lines.next, !next.isInWord { gone += lines.stepRightErasing() }
      while let next = lines.next, next.isInWord { gone += lines.stepRightErasing() }
      return gone
    }
  }

  /// Puts back what was erased by words or lines last.
  mutating func yank() {
    guard !killed.isEmpty else { return }
    remember(.none)
    if killed.contains("\n") { (isLineTyped, runStart) = (false, nil) }
    lines.insert(killed)
  }

  private mutating func kill(forward: Bool, _ erase: (inout CursorLines) -> String) {
    let isFurther = last == .killing
    var gone = ""
    change { lines in
      gone = erase(&lines)
      return gone
    }
    guard !gone.isEmpty else { return }
    killed = !isFurther ? gone : forward ? killed + gone : gone + killed
    last = .killing
    forgetRun()
  }

  /// Where more was erased than was typed, what follows completes the words that were there.
  private mutating func forgetRun() {
    if let start = runStart, start > lines.before.utf8.count { runStart = nil }
  }

  /// Does what erases; lines that join are no longer typed alone.
  private mutating func change(_ erase: (inout CursorLines) -> String) {
    let old = lines
    let gone = erase(&lines)
    guard !gone.isEmpty else { return }
    let new = lines
    lines = old
    remember(.none)
    lines = new
    if gone.contains("\n") { (isLineTyped, runStart) = (false, nil) }
  }
}

// MARK: - Moving

extension TypedText {
  mutating func moveLeft() { move { _ = $0.stepLeft() } }
  mutating func moveRight() { move { _ = $0.stepRight() } }

  mutating func moveHome() {
    move { lines in (lines.before, lines.after) = ("", lines.before + lines.after) }
  }

  mutating func moveEnd() {
    move { lines in (lines.before, lines.after) = (lines.before + lines.after, "") }
  }

  mutating func moveToStart() {
    move { lines in
      while lines.climb() {}
      (lines.before, lines.after) = ("", lines.before + lines.after)
    }
  }

  mutating func moveToEnd() {
    move { lines in
      while lines.descend() {}
      (lines.before, lines.after) = (lines.before + lines.after, "")
    }
  }

  mutating func moveWordLeft() {
    move { lines in
      while let previous = lines.previous, !previous.isInWord { _ = lines.stepLeft() }
      while let previous = lines.previous, previous.isInWord { _ = lines.stepLeft() }
    }
  }

  mutating func moveWordRight() {
    move { lines in
      while let next = lines.next, !next.isInWord { _ = lines.stepRight() }
      while let next = lines.next, next.isInWord { _ = lines.stepRight() }
    }
  }

  /// Puts the cursor on another line, `rows` lines further down, before its character `offset`.
  mutating func place(rows: Int, offset: Int) {
    let goal = goalColumn
    move { lines in
      for _ in 0..<abs(rows) where rows < 0 ? lines.climb() : lines.descend() {}
      let line = lines.before + lines.after
      let index = line.index(line.startIndex, offsetBy: offset, limitedBy: line.endIndex)
      lines.before = String(line[..<(index ?? line.endIndex)])
      lines.after = String(line[(index ?? line.endIndex)...])
    }
    goalColumn = goal
  }

  private mutating func move(_ step: (inout CursorLines) -> Void) {
    let old = lines
    step(&lines)
    (last, goalColumn) = (.none, nil)
    guard lines != old else { return }
    isChanged = true
    if lines.above.count != old.above.count { isLineTyped = false }
    runStart = nil
  }
}
