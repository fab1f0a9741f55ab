import TestSupport
import Testing

@testable import Console

/// Draws what ``LineEcho`` writes on a small made-up screen and compares it with what should stand.
@Suite struct LineEchoTests {
  @Test func plainOnlyAddsAndRubsOut() {
    let echo = LineEcho(prompt: "> ", columns: 10, style: .plain)
    var old = TypedLine()
    old.insert("a日")
    var new = old
    new.eraseBack()
    #expect(echo.change(from: TypedLine(), to: old) == "a日")
    #expect(echo.change(from: old, to: new) == "\u{8} \u{8}\u{8} \u{8}")
  }

  @Test func typedControlsAreNeverEchoed() {
    var line = TypedLine()
    line.insert("a\u{9B}31mb\tc")
    let echo = LineEcho(prompt: "> ", columns: 40, style: .coloured)
    #expect(echo.change(from: TypedLine(), to: line) == "a\u{FFFD}31mb c")
  }

  @Test func showsTheLineWhateverIsDoneToIt() {
    var generator = SystemRandomNumberGenerator()
    let seed = generator.next()
    var random = SeededRandom(seed: seed)
    for _ in 0..<200 {
      let columns = Int.random(in: 4...12, using: &random)
      let echo = LineEcho(prompt: "> ", columns: columns, style: .coloured)
      var screen = SmallScreen(columns: columns)
      screen.write("> ")
      var line = TypedLine()
      for _ in 0..<40 {
        let old = line
        Self.edits.randomElement(using: &random)?(&line)
        screen.write(echo.change(from: old, to: line))
        var fresh = SmallScreen(columns: columns)
        fresh.write(echo.drawn(line))
        #expect(screen.rows == fresh.rows, "seed \(seed)")
        #expect(screen.cursor == fresh.cursor, "seed \(seed)")
      }
      #expect(screen.words == "> " + line.text, "seed \(seed)")
    }
  }

  private static let edits: [@Sendable (inout TypedLine) -> Void] = [
    { $0.insert("a") }, { $0.insert("b") }, { $0.insert("日") }, { $0.insert("longer") },
    { $0.eraseBack() }, { $0.eraseForward() }, { $0.moveLeft() }, { $0.moveRight() },
    { $0.moveHome() }, { $0.moveEnd() }, { $0.eraseAllBefore() },
  ]
}

/// As much of a terminal as the echo uses: wrapping with a pending last column, and five codes.
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

  /// The rows joined again; a row that a wide character did not fit in ends in a blank.
  var words: String { rows.joined() == ">" ? "> " : rows.joined() }

  mutating func write(_ text: String) {
    var rest = text[...]
    while let character = rest.popFirst() {
      switch character {
      case "\r": cursor.column = 0
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
    case "J":
      cells[cursor.row] = Array(cells[cursor.row].prefix(cursor.column))
      cells.removeSubrange((cursor.row + 1)...)
    default: Issue.record("a code this screen does not know")
    }
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
