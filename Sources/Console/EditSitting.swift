/// What keys do to a text, from one stop of editing to the next.
struct EditSitting {
  let form: TypedForm
  /// Whether bytes came that are not UTF-8, and were read as another sort of letters.
  private(set) var hasForeignLetters = false
  private var historyIndex: Int
  private var unsent = ""
  /// A paste where only one line fits, until it is whole.
  private var waiting = ""

  init(form: TypedForm) {
    self.form = form
    historyIndex = form.history.count
  }

  /// Does what a key asks.
  ///
  /// - Parameters:
  ///   - moves: false where the cursor stays at the end of the last line.
  ///   - screen: where rows are, for Up and Down.
  /// - Returns: why editing stops; `nil` goes on.
  mutating func apply(
    _ key: Key, to text: inout TypedText, moves: Bool, _ screen: TextScreen?
  ) -> EditEnd? {
    switch key {
    case .enter: return .enter
    case .endOfInput: return .end
    case .interrupt: return .interrupted
    case .redraw: return moves ? .redraw : nil
    case .text(let bytes): text.type(words(bytes))
    case .paste(let bytes, let isFirst, let isLast):
      return paste(words(bytes), isFirst: isFirst, isLast: isLast, into: &text)
    case .up, .down: if moves { vertical(key == .up ? -1 : 1, &text, screen) }
    default: edit(key, &text, moves: moves)
    }
    return nil
  }

  private func edit(_ key: Key, _ text: inout TypedText, moves: Bool) {
    switch key {
    case .backspace where moves || !text.before.isEmpty: text.eraseBack()
    case .killToStart: text.killToStart()
    case .killBlankWord: text.killBlankWordBack(inLine: !moves)
    case .killWord: text.killWordBack(inLine: !moves)
    case .yank: text.yank()
    case .undo where moves: text.undo()
    default: if moves { move(key, &text) }
    }
  }

  private func move(_ key: Key, _ text: inout TypedText) {
    switch key {
    case .left: text.moveLeft()
    case .right: text.moveRight()
    case .home: text.moveHome()
    case .end: text.moveEnd()
    case .wordLeft: text.moveWordLeft()
    case .wordRight: text.moveWordRight()
    case .textStart: text.moveToStart()
    case .textEnd: text.moveToEnd()
    case .eraseForward: text.eraseForward()
    case .killToEnd: text.killToEnd()
    case .killWordForward: text.killWordForward()
    default: break
    }
  }

  /// A row up or down; at the first and last row, a line typed before or after.
  private mutating func vertical(_ rows: Int, _ text: inout TypedText, _ screen: TextScreen?) {
    if let moved = screen?.moved(text, rows: rows) {
      text = moved
    } else if form.history.isEmpty {
      if rows < 0 { text.moveHome() } else { text.moveEnd() }
    } else if (0...form.history.count).contains(historyIndex + rows) {
      if historyIndex == form.history.count { unsent = text.text }
      historyIndex += rows
      let isBack = historyIndex == form.history.count
      text.startOver()
      text.type(isBack ? unsent : form.history[historyIndex])
    }
  }
}

// MARK: - Pastes

extension EditSitting {
  private mutating func paste(
    _ words: String, isFirst: Bool, isLast: Bool, into text: inout TypedText
  ) -> EditEnd? {
    switch form.paste {
    case .lines: text.paste(words, isFirst: isFirst)
    case .joined: text.paste(joined(words, isLast, after: text.before), isFirst: isFirst)
    case .refused:
      waiting = (isFirst ? "" : waiting) + words
      guard isLast else { return nil }
      defer { waiting = "" }
      let line = waiting.trimmingLineEnds
      guard !line.contains("\n") else { return .pasteRefused }
      text.type(line)
    }
    return nil
  }

  /// Lines as one: each run of line ends between words is a space.
  private func joined(_ words: String, _ isLast: Bool, after before: String) -> String {
    let lines = words.split(separator: "\n").joined(separator: " ")
    let begins = words.hasPrefix("\n") && before.last?.isWhitespace == false
    let goesOn = words.hasSuffix("\n") && !lines.isEmpty && !isLast
    return (begins ? " " : "") + lines + (goesOn ? " " : "")
  }

  /// The words that bytes spell: UTF-8, and bytes that are not UTF-8 as a Windows or Latin-1 terminal
  /// means them, for a letter that is guessed can be mended and one that is lost cannot.
  private mutating func words(_ bytes: [UInt8]) -> String {
    let words = WesternLetters.text(bytes)
    if !words.utf8.elementsEqual(bytes) { hasForeignLetters = true }
    return words
  }

  /// Whatever was typed and had not been read when the terminal or the process came to its end.
  ///
  /// Line ends are line ends, and nothing in it is a command.
  mutating func takeRest(_ keys: inout KeyReader, into text: inout TypedText, moves: Bool) {
    while let key = keys.rest() {
      switch key {
      case .enter:
        guard form.hasLines else { return }
        text.newline()
      case .endOfInput, .interrupt, .redraw, .suspend, .up, .down: break
      default: _ = apply(key, to: &text, moves: moves, nil)
      }
    }
    if form.paste == .refused { text.paste(waiting.trimmingLineEnds) }
  }
}

extension String {
  /// Without line ends at the end.
  fileprivate var trimmingLineEnds: String {
    String(self[..<(lastIndex { $0 != "\n" }.map { index(after: $0) } ?? startIndex)])
  }
}
