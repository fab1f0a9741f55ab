import CProcess
import Disk

/// Reads what a person types at a terminal, with an editor of its own.
///
/// The kernel's line editing cuts a line at 4,095 bytes, so the terminal is set to hand over each
/// byte instead, and is put back after every question, on every signal and at exit. Bytes typed ahead
/// wait for the next question. While a question is asked, a hang-up or a request to end waits until
/// the asker has put the words away. One terminal at a time; not for use from two threads.
package final class TerminalInput: LineInput {
  private let echo: any Sink
  private let prompt: String
  private let moves: Bool
  private let bracketsPastes: Bool
  private var keys: KeyReader
  private var depth = 0
  private var hasAsked = false
  private var screen: TextScreen?
  private var drawnFor = 0
  package private(set) var hasReadForeignLetters = false

  package var patience: Duration?
  package var isLeftAlone = false
  package var hasEnded: Bool { keys.hasEnded || keys.isHungUp }
  package var editsAllLines: Bool { moves }
  /// Milliseconds on a clock that never goes back; a test sets its own.
  var now: () -> Int64 {
    get { keys.now }
    set { keys.now = newValue }
  }

  /// Reads from a terminal; `nil` if the descriptor is not one.
  ///
  /// - Parameters:
  ///   - descriptor: the terminal to read, 0 as a rule; it is not closed.
  ///   - echo: where typed words are shown.
  ///   - moves: whether the cursor may move; if not, a line is edited at its end only.
  ///   - bracketsPastes: whether the terminal is asked to mark pastes.
  package init?(
    reading descriptor: Int32, echo: any Sink, moves: Bool, bracketsPastes: Bool,
    prompt: String = Terminal.prompt
  ) {
    guard isatty(descriptor) == 1 else { return nil }
    keys = KeyReader(descriptor)
    self.echo = echo
    self.moves = moves
    self.bracketsPastes = bracketsPastes
    self.prompt = prompt
  }

  deinit {
    if depth > 0 { stopListening() }
  }

  package func beginTyping() {
    depth += 1
    guard depth == 1 else { return }
    hasAsked = true
    alongside_defer_endings()
    listen()
  }

  package func endTyping() {
    depth -= 1
    if depth == 0 { stopListening() }
  }

  private func stopListening() {
    alongside_unguard_terminal()
    alongside_end_deferring()
  }

  package func lend<Result>(_ work: () throws -> Result) rethrows -> Result {
    guard depth > 0 else { return try work() }
    alongside_unguard_terminal()
    defer {
      // An editor that was killed leaves a terminal that shows nothing rightly.
      alongside_restore_terminal()
      listen()
    }
    return try work()
  }

  package func close() {
    if hasAsked { keys.discard() }
    alongside_end_as_asked()
  }

  private func listen() {
    guard alongside_guard_terminal(keys.descriptor) == 0 else { return }
    _ = alongside_listen_to_terminal()
    if bracketsPastes { alongside_bracket_pastes() }
  }

  /// Steps aside for the shell, as Ctrl-Z asks, and comes back when the shell says so.
  private func suspend() {
    alongside_unguard_terminal()
    kill(0, SIGTSTP)
    listen()
  }
}

// MARK: - A text

extension TerminalInput {
  package func edit(
    _ text: inout TypedText, as form: TypedForm, keep: (TypedText) -> Void
  ) -> EditEnd {
    guard !isLeftAlone else { return .interrupted }
    beginTyping()
    defer { endTyping() }
    keys.beginWaiting(patience)
    defer { keys.endWaiting() }
    var sitting = EditSitting(form: form)
    draw(text)
    while true {
      if let end = step(&sitting, &text, keep) { return end }
    }
  }

  /// Takes what comes next; nil if typing goes on.
  private func step(
    _ sitting: inout EditSitting, _ text: inout TypedText, _ keep: (TypedText) -> Void
  ) -> EditEnd? {
    switch keys.next() {
    case .key(.suspend):
      if keys.isUnkept { keep(text) }
      if moves { leave() } else { echo.write("\n") }
      suspend()
      redraw(text)
    case .key(let key): return take(key, &sitting, &text)
    case .isTimeToKeep: keep(text)
    case .isResized: resize(text)
    case .isOver:
      leaveAlone(text)
      return .interrupted
    case .hasEnded:
      sitting.takeRest(&keys, into: &text, moves: moves)
      leave()
      return .interrupted
    }
    return nil
  }

  private func take(
    _ key: Key, _ sitting: inout EditSitting, _ text: inout TypedText
  ) -> EditEnd? {
    let old = text
    let end = sitting.apply(key, to: &text, moves: moves, screen)
    note(sitting)
    if let end { return finish(end, old, text) }
    show(text, after: old)
    keys.changed(text != old)
    return nil
  }

  private func note(_ sitting: EditSitting) {
    if sitting.hasForeignLetters { hasReadForeignLetters = true }
  }

  private func finish(_ end: EditEnd, _ old: TypedText, _ text: TypedText) -> EditEnd {
    show(text, after: old)
    if !moves {
      echo.write("\n")
    } else if end != .enter {
      leave()
    }
    return end
  }

  package func leave() { if let end = screen?.leave() { echo.write(end) } }

  private func draw(_ text: TypedText) {
    guard moves else { return echo.write(prompt + PlainLine.shown(text.line)) }
    let (columns, rows) = keys.size
    if screen == nil || drawnFor != columns {
      leave()
      screen = TextScreen(prompt: prompt, columns: columns, rows: rows)
      drawnFor = columns
    }
    if let shown = screen?.show(text) { echo.write(shown) }
  }

  private func show(_ text: TypedText, after old: TypedText) {
    guard !moves else { return draw(text) }
    guard text.lineCount > old.lineCount else {
      guard text.lineCount < old.lineCount else {
        return echo.write(PlainLine.change(from: old.line, to: text.line))
      }
      return echo.write("\n" + prompt + PlainLine.shown(text.line))
    }
    // A paste brought lines: they are shown as if they had been typed.
    let added = (old.lineIndex..<text.lineCount).map { PlainLine.shown(text[$0]) }
    echo.write(added[0].dropFirst(PlainLine.shown(old.line).count) + "\n")
    echo.write(added.dropFirst().map { prompt + $0 }.joined(separator: "\n"))
  }

  private func redraw(_ text: TypedText) {
    guard moves else { return draw(text) }
    if let drawn = screen?.drawn(text) { echo.write(drawn) }
  }

  private func resize(_ text: TypedText) {
    let (columns, rows) = keys.size
    guard moves, let drawn = screen?.resize(columns: columns, rows: rows, text) else { return }
    drawnFor = columns
    echo.write(drawn)
  }

  /// Stops waiting for good, and forgets whatever else was typed.
  ///
  /// The next thing asked may be a passphrase: keys pressed before it must not become its answer.
  private func leaveAlone(_ text: TypedText) {
    // What was being written is nobody else's to read.
    if moves {
      draw(TypedText())
      leave()
    } else {
      echo.write(PlainLine.change(from: text.line, to: "") + "\n")
    }
    isLeftAlone = true
    keys.discard()
  }
}

// MARK: - A secret

extension TerminalInput {
  package func readSecret() -> SecretEvent? {
    guard !isLeftAlone else { return .interrupted }
    beginTyping()
    defer { endTyping() }
    keys.beginWaiting(patience)
    defer { keys.endWaiting() }
    var secret = SecretLine()
    while true {
      switch keys.next() {
      case .key(.paste(let bytes, let isFirst, let isLast)):
        secret.paste(bytes, isFirst: isFirst)
        if secret.isRefused, isLast { return answer(nil, &secret) }
      case .key(.text(let bytes)): secret.type(bytes)
      case .key(.backspace): secret.bytes.eraseLastScalar()
      case .key(.killToStart), .key(.killBlankWord): secret.bytes.wipe()
      case .key(.suspend): suspend()
      case .key(.enter): return answer(.secret(secret.bytes), &secret)
      case .key(.endOfInput):
        return answer(secret.bytes.isEmpty ? .end : .secret(secret.bytes), &secret)
      case .key(.interrupt), .hasEnded: return answer(.interrupted, &secret)
      case .isOver:
        isLeftAlone = true
        keys.discard()
        return answer(.interrupted, &secret)
      default: break
      }
    }
  }

  private func answer(_ event: SecretEvent?, _ secret: inout SecretLine) -> SecretEvent? {
    if case .secret = event { secret.bytes = [] } else { secret.bytes.wipe() }
    echo.write("\n")
    return event
  }
}

/// A secret while it is typed or pasted, in one place of the memory.
private struct SecretLine {
  var bytes: [UInt8] = []
  /// Whether a paste brought a second line.
  private(set) var isRefused = false
  private var hasLineEnd = false

  init() { bytes.reserveCapacity(256) }

  mutating func type(_ more: consuming [UInt8]) {
    bytes.appendSecretly(more)
    more.wipe()
  }

  /// Takes a part of a paste.
  ///
  /// A line end at its end is not part of the secret; words after it are a second line.
  mutating func paste(_ more: consuming [UInt8], isFirst: Bool) {
    if isFirst { (isRefused, hasLineEnd) = (false, false) }
    let end = more.lastIndex { $0 != 0x0A }.map { $0 + 1 } ?? 0
    if more[..<end].contains(0x0A) || (hasLineEnd && end > 0) { isRefused = true }
    hasLineEnd = hasLineEnd || end < more.count
    bytes.appendSecretly(Array(more[..<end]))
    more.wipe()
  }
}
