import TestSupport
import Testing

@testable import Console

/// Draws what ``TextScreen`` writes on a small made-up screen and compares it with what should be there.
@Suite struct TextScreenTests {
  @Test func plainOnlyAddsAndRubsOut() {
    #expect(PlainLine.change(from: "", to: "a日") == "a日")
    #expect(PlainLine.change(from: "a日", to: "a") == "\u{8} \u{8}\u{8} \u{8}")
  }

  @Test func typedControlsAreNeverEchoed() {
    #expect(PlainLine.change(from: "", to: "a\u{9B}31mb\tc") == "a\u{FFFD}31mb c")
    var screen = TextScreen(prompt: "> ", columns: 40, rows: 24)
    #expect(screen.show(TypedText(loading: "a\u{9B}31mb\tc")) == "> a\u{FFFD}31mb c")
  }

  @Test(arguments: [
    ("one two three", 8, ["one two ", "three"]), ("abcdefghijkl", 5, ["abcde", "fghij", "kl"]),
    ("ab     cd", 4, ["ab  ", "cd"]), ("日日日", 4, ["日日", "日"]), ("", 4, [""]),
    ("one twothree", 8, ["one ", "twothree"]),
  ])
  func wrapsAtWords(line: String, width: Int, rows: [String]) {
    let layout = Layout(line, width: width)
    #expect(layout.rows.indices.map { layout.text(of: $0) } == rows)
  }

  @Test func showsTheTextWhateverIsDoneToIt() {
    var generator = SystemRandomNumberGenerator()
    let seed = generator.next()
    var random = SeededRandom(seed: seed)
    for _ in 0..<200 {
      let columns = Int.random(in: 6...14, using: &random)
      var screen = TextScreen(prompt: "> ", columns: columns, rows: 12)
      var shown = SmallScreen(columns: columns)
      var text = TypedText()
      for _ in 0..<40 {
        Self.edits.randomElement(using: &random)?(&text, screen)
        shown.write(screen.show(text))
        var other = screen
        var fresh = SmallScreen(columns: columns)
        fresh.write(other.drawn(text))
        #expect(shown.rows == fresh.rows, "seed \(seed)")
        #expect(shown.cursor == fresh.cursor, "seed \(seed)")
        #expect(shown.rows.count <= 6, "seed \(seed)")
      }
    }
  }

  @Test func aTextTallerThanTheScreenSaysSo() {
    var screen = TextScreen(prompt: "> ", columns: 30, rows: 11)
    var shown = SmallScreen(columns: 30)
    var text = TypedText(loading: (1...9).map { "line \($0)" }.joined(separator: "\n"))
    shown.write(screen.show(text))
    #expect(shown.rows.first == "  … 5 lines above" && shown.rows.last == "> line 9")
    text.moveToStart()
    shown.write(screen.show(text))
    #expect(shown.rows.first == "> line 1" && shown.rows.last == "  … 5 lines below")
    #expect(shown.rows.count == 5)
  }

  @Test func upAndDownGoByRows() {
    let screen = TextScreen(prompt: "> ", columns: 11, rows: 24)
    var text = TypedText(loading: "one two three four\nx\nlast line")
    for expected in [
      "one two three four\nx\nlast", "one two three four\nx", "one two three four",
      "one two thre", "one ",
    ] {
      if let moved = screen.moved(text, rows: -1) { text = moved }
      let before = (0..<text.lineIndex).map { text[$0] + "\n" }.joined() + text.before
      #expect(before == expected)
    }
    #expect(screen.moved(text, rows: -1) == nil)
  }

  @Test func drawsAnewAfterTheWindowChanged() {
    var screen = TextScreen(prompt: "> ", columns: 60, rows: 24)
    let text = TypedText(loading: "I am writing a line that is about fifty characters")
    var shown = SmallScreen(columns: 30)
    _ = screen.show(text)
    // A terminal breaks our row where it no longer fits.
    shown.write("> " + text.text)
    shown.write(screen.resize(columns: 30, rows: 24, text))
    #expect(shown.rows == ["> I am writing a line that is", "  about fifty characters"])
  }

  private static let edits: [@Sendable (inout TypedText, TextScreen) -> Void] = [
    { text, _ in text.type("a") }, { text, _ in text.type("日") }, { text, _ in text.type(" ") },
    { text, _ in text.type("longer words ") }, { text, _ in text.eraseBack() },
    { text, _ in text.eraseForward() }, { text, _ in text.moveLeft() },
    { text, _ in text.moveRight() }, { text, _ in text.moveHome() },
    { text, _ in text.moveEnd() }, { text, _ in text.killToStart() },
    { text, _ in text.newline() }, { text, _ in text.paste("p\nq\n\nr") },
    { text, screen in text = screen.moved(text, rows: -1) ?? text },
    { text, screen in text = screen.moved(text, rows: 1) ?? text },
    { text, _ in text.killWordBack() }, { text, _ in text.undo() },
  ]
}

/// As much of a terminal as is used: line feeds, wrapping with a pending last column, and five codes.
private struct SmallScreen {
  struct Cursor: Equatable { var row = 0, column = 0 }

  let columns: Int
  private var cells: [[String]] = [[]]
  private(set) var cursor = Cursor()

  init(columns: Int) { self.columns = columns }

  /// What stands on each row, without blanks at its end and without empty rows below.
  var rows: [String] {
    var rows = cells.map { row in
      String(row.joined().reversed().drop { $0 == " " }.reversed())
    }
    while rows.last == "" { rows.removeLast() }
    return rows
  }

  mutating func write(_ text: String) {
    var rest = text[...]
    while let character = rest.popFirst() {
      switch character {
      case "\r": cursor.column = 0
      case "\r\n": cursor = Cursor(row: cursor.row + 1, column: 0)
      case "\u{1B}": code(&rest)
      default: put(character)
      }
    }
  }

  private mutating func code(_ rest: inout Substring) {
    rest.removeFirst()
    let digits = rest.prefix { $0.isNumber }
    rest.removeFirst(digits.count)
    let count = Int(digits) ?? 1
    switch rest.popFirst() {
    case "A": cursor.row -= count
    case "B": cursor.row += count
    case "C": cursor.column += count
    case "K": cut()
    case "J":
      cut()
      if cells.count > cursor.row { cells.removeSubrange((cursor.row + 1)...) }
    default: Issue.record("a code this screen does not know")
    }
  }

  private mutating func cut() {
    guard cursor.row < cells.count else { return }
    cells[cursor.row] = Array(cells[cursor.row].prefix(cursor.column))
  }

  private mutating func put(_ character: Character) {
    let width = character.displayWidth
    if cursor.column + width > columns { cursor = Cursor(row: cursor.row + 1, column: 0) }
    while cells.count <= cursor.row { cells.append([]) }
    while cells[cursor.row].count < cursor.column + width { cells[cursor.row].append(" ") }
    cells[cursor.row][cursor.column] = String(character)
    if width == 2 { cells[cursor.row][cursor.column + 1] = "" }
    cursor.column += width
  }
}
