// Console: a terminal, and a person at it.
//
// `Terminal` asks a `Question` and returns a `Reply`; it says things, and it puts out data. `TypedText` is what
// is being typed, `TerminalInput` reads the keys, and `TextScreen` draws. `Wrap` fits words to the window and makes
// text from outside safe to show. `Editor` opens the person's own editor on a file in memory. `LineCommand` has
// the commands that work at any question.
//
// Input and output are protocols, `LineInput` and `Sink`, so that a test types and listens.
//
// It must never know a prompt, an entry or a journal; lose a key that was typed; leave a terminal other than
// it was found, however the process ends; or let bytes from outside move the cursor.

import CProcess
import Disk

/// The person's end of the program: where it asks, talks and puts out data.
///
/// Everything it needs is passed in, so a test hands over typed lines and listens to what is written;
/// ``attached(plain:noColor:term:columns:)`` makes the real one.
///
/// ```swift
/// switch terminal.ask(Question("What stayed with you?", form: .lines)) {
/// case .words(let words): try keep(words)
/// case .nothing: terminal.say("Skipped. That is fine.")
/// case .command(let command, let typed): try heed(command, typed)
/// case .end, .interrupted: try putAside()
/// }
/// ```
package final class Terminal {
  /// Where answers come from; nil when nobody can be asked.
  package let input: (any LineInput)?
  /// How talk may look.
  package let style: Style
  /// Shows people to turn to, where `/help-now` is typed at a question that nobody else answers.
  package var helpNow: () -> Void = {}
  private let data: any Sink
  private let talk: any Sink
  package let dataIsTerminal: Bool
  private let measure: () -> Int
  /// Whether the screen can be wiped: without colour it still can, with `--plain` nothing moves.
  package let canClear: Bool

  /// A terminal made of these parts.
  ///
  /// - Parameters:
  ///   - input: nil when nothing may be asked.
  ///   - data: standard output.
  ///   - talk: standard error.
  ///   - style: how talk may look.
  ///   - dataIsTerminal: whether data is read by a person, and so wrapped and made safe.
  ///   - width: the columns of the terminal now; asked for each time, as windows change.
  package init(
    input: (any LineInput)?, data: any Sink, talk: any Sink, style: Style = .plain,
    dataIsTerminal: Bool = false, canClear: Bool? = nil, width: @escaping () -> Int = { 80 }
  ) {
    self.input = input
    self.data = data
    self.talk = talk
    self.style = style
    self.dataIsTerminal = dataIsTerminal
    self.measure = width
    self.canClear = canClear ?? (style == .coloured)
  }

  /// Whether somebody can be asked.
  package var isInteractive: Bool { input != nil }

  /// How long a question may wait for the next key; nil, as at first, waits for as long as it takes.
  ///
  /// For an open journal, which closes when nobody is there.
  package var patience: Duration? {
    get { input?.patience }
    set { input?.patience = newValue }
  }

  /// Whether nobody was there for longer than ``patience``; every question is as if interrupted then.
  package var isLeftAlone: Bool { input?.isLeftAlone ?? false }

  /// Somebody is there again.
  package func welcomeBack() { input?.isLeftAlone = false }

  /// The columns that text is wrapped to, before the limit of ``Wrap/widest``.
  package var width: Int { measure() }

  /// Wraps words and writes them as talk, with a line break after them.
  package func say(_ text: String, as role: Style.Role = .body) {
    for line in Wrap.lines(Wrap.safe(text), width: width) {
      talk.write(style.set(line, as: role) + "\n")
    }
  }

  /// Writes a piece of talk as it is, for what must stay on one line.
  func write(_ text: String) { talk.write(text) }

  /// Writes words as data, with a line break after them; on a terminal wrapped and made safe.
  package func out(_ text: String) {
    data.write((dataIsTerminal ? Wrap.text(Wrap.safe(text), width: width) : text) + "\n")
  }

  /// Writes data exactly as it is, terminal or not: JSON, a script, a file's bytes.
  package func outExactly(_ text: String) { data.write(text) }

  /// Why data could not be written, a full disk for one; nil where all was.
  package var lostData: String? { (data as? DescriptorSink)?.trouble }

  /// Empties the screen, and what can be scrolled back to; does nothing in plain style.
  ///
  /// - Returns: whether anything was done, so that a person is not told so when it was not.
  @discardableResult
  package func clearScreen(andScrollback: Bool) -> Bool {
    guard canClear else { return false }
    talk.write("\u{1B}[H\u{1B}[2J" + (andScrollback ? "\u{1B}[3J" : ""))
    return true
  }
}

extension Terminal {
  /// Takes the screen back from a program that could not leave it: the ordinary screen, its colours
  /// and the cursor.
  package func reclaimScreen() {
    guard canClear else { return }
    talk.write("\u{1B}[?1049l\u{1B}[0m\u{1B}[?25h\n")
  }
}

extension Terminal {
  /// The terminal this process was started from.
  ///
  /// It is interactive when standard input is a terminal; otherwise nothing is ever asked.
  ///
  /// - Parameters:
  ///   - plain: whether `--plain` was given.
  ///   - noColor: the value of `NO_COLOR`.
  ///   - term: the value of `TERM`.
  ///   - columns: the value of `COLUMNS`; it wins over what the terminal says.
  package static func attached(
    plain: Bool, noColor: String?, term: String?, columns: String?
  ) -> Terminal {
    let talksToTerminal = isatty(2) == 1
    let style = Style.chosen(
      plain: plain, isTerminal: talksToTerminal, noColor: noColor, term: term)
    let talk = DescriptorSink(2)
    // With talk sent to a file, typed words are still shown where they are typed.
    let echo = talksToTerminal ? talk : DescriptorSink(0)
    let wanted = columns.flatMap { Int($0) } ?? 0
    let isDumb = term == "dumb"
    return Terminal(
      input: TerminalInput(
        reading: 0, echo: echo, moves: !plain && talksToTerminal && !isDumb,
        bracketsPastes: !isDumb), data: DescriptorSink(1),
      talk: talk, style: style, dataIsTerminal: isatty(1) == 1,
      canClear: !plain && talksToTerminal && !isDumb,
      width: { wanted > 0 ? wanted : measuredWidth() })
  }

  private static func measuredWidth() -> Int {
    for descriptor: Int32 in [2, 1, 0] {
      let columns = Int(alongside_terminal_columns(descriptor))
      if columns > 0 { return columns }
    }
    return 80
  }
}
