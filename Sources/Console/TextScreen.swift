/// Works out what to write to a terminal so that it shows a text while it is edited.
///
/// Pure: given the text after a key, it returns the characters to write. It owns the rows from the
/// prompt down to the cursor and below, and nothing above them. Words wrap at words, and the last
/// column stays empty, because terminals disagree on what a full row does. A text taller than the
/// screen is shown in part, with a row that says how much is above or below.
///
///     var screen = TextScreen(prompt: "> ", columns: 80, rows: 24)
///     terminal.write(screen.show(text))      // after each key
///     terminal.write(screen.leave())         // when the answer is done
struct TextScreen {
  private let prompt: String
  private(set) var columns: Int
  private var tallest: Int
  private var shown: [String] = []
  private var cursor = Place()
  /// The first row shown: a line of the text, and a row of that line.
  private var top = Place()

  private struct Place: Equatable {
    var row = 0
    var column = 0
  }

  init(prompt: String, columns: Int, rows: Int) {
    self.prompt = prompt
    self.columns = 0
    tallest = 0
    fit(columns, rows)
  }

  private mutating func fit(_ columns: Int, _ rows: Int) {
    self.columns = max(columns, prompt.displayWidth + 3)
    // The question stays in sight above the text.
    tallest = max(rows - 6, 3)
  }

  private var width: Int { columns - 1 - prompt.displayWidth }

  /// What shows the text as it is now.
  mutating func show(_ text: TypedText) -> String {
    let (rows, place) = window(of: text)
    var result = ""
    for (index, row) in rows.enumerated() {
      let old = index < shown.count ? shown[index] : nil
      if old == row { continue }
      let common = old.map { Self.commonPrefix($0, row) } ?? ""
      let start = Place(row: index, column: common.displayWidth)
      result += old == nil ? open(index) : move(to: start)
      result += row.dropFirst(common.count)
      if let old, old.displayWidth > common.displayWidth { result += "\u{1B}[K" }
      cursor = Place(row: index, column: row.displayWidth)
    }
    if rows.count < shown.count {
      result += move(to: Place(row: rows.count, column: 0)) + "\u{1B}[J"
    }
    shown = rows
    return result + move(to: place)
  }

  /// What takes the cursor below the text, where others may write; the next ``show(_:)`` draws everything again.
  mutating func leave() -> String {
    guard !shown.isEmpty else { return "" }
    let last = Place(row: shown.count - 1, column: shown[shown.count - 1].displayWidth)
    let result = move(to: last) + "\n"
    forget()
    return result
  }

  /// What draws the text again after the window got another size.
  mutating func resize(columns: Int, rows: Int, _ text: TypedText) -> String {
    let room = max(columns, 1)
    // A narrower terminal has broken our rows; a wider one leaves them as they are.
    let above = shown.prefix(cursor.row).reduce(0) { $0 + max(($1.displayWidth - 1) / room, 0) + 1 }
    let up = above + cursor.column / room
    forget()
    fit(columns, rows)
    return "\r" + (up > 0 ? "\u{1B}[\(up)A" : "") + "\u{1B}[J" + show(text)
  }

  /// What draws the text on a screen on which nothing of it is shown.
  mutating func drawn(_ text: TypedText) -> String {
    forget()
    return show(text)
  }

  private mutating func forget() {
    shown = []
    cursor = Place()
  }

  /// Where the cursor goes by a number of rows, up if negative; `nil` beyond the first and last row.
  func moved(_ text: TypedText, rows: Int) -> TypedText? {
    let layout = Layout(text.line, width: width)
    let offset = text.before.count
    let row = layout.row(of: offset)
    var moved = text
    let goal = text.goalColumn ?? layout.column(of: offset, in: row)
    moved.goalColumn = goal
    if layout.rows.indices.contains(row + rows) {
      moved.place(rows: 0, offset: layout.offset(at: goal, in: row + rows))
      return moved
    }
    let next = text.lineIndex + rows
    guard (0..<text.lineCount).contains(next) else { return nil }
    let other = Layout(text[next], width: width)
    moved.place(
      rows: rows, offset: other.offset(at: goal, in: rows < 0 ? other.rows.count - 1 : 0))
    return moved
  }
}

// MARK: - The window

extension TextScreen {
  /// The rows to show, and where the cursor is among them.
  private mutating func window(of text: TypedText) -> (rows: [String], cursor: Place) {
    let current = Layout(text.line, width: width)
    let offset = text.before.count
    let row = current.row(of: offset)
    let here = Place(row: text.lineIndex, column: row)
    let isAtEnd = here.row == text.lineCount - 1 && row == current.rows.count - 1
    // One row may say what is above, one what is below.
    scroll(to: here, in: text, room: tallest - (isAtEnd ? 1 : 2))
    let isCut = top != Place()
    var rows: [String] = isCut ? [more(rowsAbove(text), "above")] : []
    var place = Place()
    var line = top.row
    var skipped = top.column
    while line < text.lineCount {
      let layout = line == here.row ? current : Layout(text[line], width: width)
      for index in skipped..<layout.rows.count {
        if rows.count == tallest {
          // The row that says so takes the place of one more.
          rows[tallest - 1] = more(text.lineCount - line + (index == 0 ? 1 : 0), "below")
          return (rows, place)
        }
        if line == here.row, index == row {
          place = Place(
            row: rows.count,
            column: prompt.displayWidth + current.column(of: offset, in: row))
        }
        rows.append(lead(index) + layout.text(of: index))
      }
      (line, skipped) = (line + 1, 0)
    }
    return (rows, place)
  }

  private func lead(_ row: Int) -> String {
    row == 0 ? prompt : String(repeating: " ", count: prompt.displayWidth)
  }

  private func rowsAbove(_ text: TypedText) -> Int { top.column > 0 ? top.row + 1 : top.row }

  private func more(_ lines: Int, _ side: String) -> String {
    let words = "… \(lines) \(lines == 1 ? "line" : "lines") \(side)"
    return String(repeating: " ", count: prompt.displayWidth) + words.prefix(max(width, 1))
  }

  /// Moves the first shown row as little as will bring the cursor's row in sight.
  private mutating func scroll(to here: Place, in text: TypedText, room: Int) {
    if top.row >= text.lineCount { top = Place() }
    if here.row < top.row || (here.row == top.row && here.column < top.column) { top = here }
    if rows(from: top, to: here, in: text, atMost: room) < room { return settleAtStart(text) }
    top = start(before: here, rows: room - 1, in: text)
    settleAtStart(text)
  }

  /// A window that leaves out only one row above shows it instead of saying so.
  private mutating func settleAtStart(_ text: TypedText) {
    if top.row == 0, top.column <= 1 { top = Place() }
    if top.row == 1, top.column == 0, Layout(text[0], width: width).rows.count == 1 {
      top = Place()
    }
  }

  private func rows(from: Place, to: Place, in text: TypedText, atMost most: Int) -> Int {
    guard from.row != to.row else { return to.column - from.column }
    var count = Layout(text[from.row], width: width).rows.count - from.column + to.column
    var line = from.row + 1
    while line < to.row, count < most {
      count += Layout(text[line], width: width).rows.count
      line += 1
    }
    return line < to.row ? most : count
  }

  private func start(before here: Place, rows wanted: Int, in text: TypedText) -> Place {
    var place = here
    var left = wanted
    while left > place.column, place.row > 0 {
      left -= place.column + 1
      place.row -= 1
      place.column = Layout(text[place.row], width: width).rows.count - 1
    }
    place.column = max(place.column - left, 0)
    return place
  }
}

// MARK: - Writing

extension TextScreen {
  /// Goes to a row that is not there yet, below the last one.
  private mutating func open(_ index: Int) -> String {
    guard index > 0 else { return "" }
    return move(to: Place(row: index - 1, column: cursor.column)) + "\r\n"
  }

  private mutating func move(to goal: Place) -> String {
    guard cursor != goal else { return "" }
    var result = ""
    if goal.row < cursor.row { result += "\u{1B}[\(cursor.row - goal.row)A" }
    if goal.row > cursor.row { result += "\u{1B}[\(goal.row - cursor.row)B" }
    if goal.column != cursor.column {
      result += "\r" + (goal.column > 0 ? "\u{1B}[\(goal.column)C" : "")
    }
    cursor = goal
    return result
  }

  private static func commonPrefix(_ first: String, _ second: String) -> String {
    String(zip(first, second).prefix { $0.0 == $0.1 }.map(\.0))
  }
}

// MARK: - Rows

/// One line broken into rows at its words.
///
/// Offsets count characters. White space that does not fit at a row's end takes no room, and a word
/// is cut only when it alone is longer than a row.
struct Layout {
  private let cells: Cells
  private let width: Int
  private(set) var rows: [Range<Int>] = []

  init(_ line: String, width: Int) {
    cells = Cells(line)
    self.width = width
    var (start, used, afterSpace, index) = (0, 0, 0, 0)
    while index < cells.count {
      let wide = cells.width(index)
      if used + wide > width, index > start, !cells.isSpace(index) {
        let end = afterSpace > start ? afterSpace : index
        rows.append(start..<end)
        start = end
        used = (start..<index).reduce(0) { $0 + cells.width($1) }
        continue
      }
      used = min(used + wide, max(width, wide))
      if cells.isSpace(index) { afterSpace = index + 1 }
      index += 1
    }
    rows.append(start..<cells.count)
  }

  /// Which row a cursor before this character is on: at a break, the later one.
  func row(of offset: Int) -> Int {
    rows.lastIndex { $0.lowerBound <= offset } ?? 0
  }

  func column(of offset: Int, in row: Int) -> Int {
    min((rows[row].lowerBound..<offset).reduce(0) { $0 + cells.width($1) }, width)
  }

  /// The character at a column of a row; never the one that begins the next row.
  func offset(at column: Int, in row: Int) -> Int {
    let range = rows[row]
    let last =
      row == rows.count - 1 ? range.upperBound : max(range.upperBound - 1, range.lowerBound)
    var (index, used) = (range.lowerBound, 0)
    while index < last, used + cells.width(index) <= column {
      used += cells.width(index)
      index += 1
    }
    return index
  }

  /// A row as it may be shown, without the white space that did not fit.
  func text(of row: Int) -> String {
    var (result, used) = ("", 0)
    for index in rows[row] {
      let wide = cells.width(index)
      if used + wide > width, cells.isSpace(index) { break }
      result += cells.shown(index)
      used += wide
    }
    return result
  }
}

/// The characters of a line with the columns each takes.
private struct Cells {
  private var plain: ContiguousArray<UInt8>?
  private var characters: [Character] = []
  private var widths: [UInt8] = []

  init(_ line: String) {
    let bytes = ContiguousArray(line.utf8)
    guard !bytes.allSatisfy({ (0x20..<0x7F).contains($0) }) else {
      plain = bytes
      return
    }
    characters = Array(line)
    widths = characters.map { UInt8(clamping: Self.safe($0).displayWidth) }
  }

  var count: Int { plain?.count ?? characters.count }

  func width(_ index: Int) -> Int { plain == nil ? Int(widths[index]) : 1 }

  func isSpace(_ index: Int) -> Bool {
    plain.map { $0[index] == 0x20 } ?? (characters[index] == " " || characters[index] == "\t")
  }

  func shown(_ index: Int) -> String {
    plain.map { String(Unicode.Scalar($0[index])) } ?? Self.safe(characters[index])
  }

  /// A typed character as it may be shown; a tab as one space.
  private static func safe(_ character: Character) -> String {
    character == "\t" ? " " : Wrap.safe(String(character))
  }
}

// MARK: - Without movement

/// Shows a line while it is typed where no cursor may move: by adding at its end and rubbing out.
///
/// Pure, as a terminal's own echo is: each tab is one space, and no control is ever echoed.
enum PlainLine {
  /// What shows the change from one state of the line to the next.
  static func change(from old: String, to new: String) -> String {
    let (shownOld, shownNew) = (shown(old), shown(new))
    let common = String(zip(shownOld, shownNew).prefix { $0.0 == $0.1 }.map(\.0))
    let gone = shownOld.displayWidth - common.displayWidth
    return String(repeating: "\u{8} \u{8}", count: gone) + shownNew.dropFirst(common.count)
  }

  static func shown(_ text: String) -> String { Wrap.safe(text).replacing("\t", with: " ") }
}
