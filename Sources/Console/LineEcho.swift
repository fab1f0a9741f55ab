/// Works out what to write to a terminal so that it shows a line as it now stands.
///
/// Pure: given the line before and after a key, it answers the characters to write. In plain style
/// it only ever adds at the end or rubs out backwards, as a terminal's own echo does.
struct LineEcho {
  let prompt: String
  let columns: Int
  let style: Style

  /// Whether the cursor may stand anywhere but at the end.
  var canMove: Bool { style == .coloured }

  /// What shows the change from one state of the line to the next.
  func change(from old: TypedLine, to new: TypedLine) -> String {
    let (shownOld, shownNew) = (Self.shown(old.text), Self.shown(new.text))
    let common = Self.commonPrefix(shownOld, shownNew)
    let added = String(shownNew.dropFirst(common.count))
    if !canMove {
      let gone = shownOld.displayWidth - common.displayWidth
      return String(repeating: "\u{8} \u{8}", count: gone) + added
    }
    var result = move(from: place(Self.shown(old.before)), to: place(common))
    if shownOld.count > common.count { result += "\u{1B}[J" }
    let end = place(shownNew)
    result += added
    // A terminal that has filled a row waits in its last column; this takes it to the next.
    if !added.isEmpty, end.column == 0 { result += " \r" }
    return result + move(from: end, to: place(Self.shown(new.before)))
  }

  /// The prompt and the whole line, for a screen on which nothing of it stands.
  func drawn(_ line: TypedLine) -> String { prompt + change(from: TypedLine(), to: line) }

  /// Typed words as they may be shown, each tab as one space.
  private static func shown(_ text: String) -> String {
    Wrap.safe(text).replacing("\t", with: " ")
  }

  private static func commonPrefix(_ first: String, _ second: String) -> String {
    String(zip(first, second).prefix { $0.0 == $0.1 }.map(\.0))
  }

  private struct Place: Equatable {
    var row = 0
    var column = 0
  }

  /// Where the cursor stands after the prompt and this text.
  private func place(_ text: String) -> Place {
    var place = Place()
    for character in prompt + text {
      let width = character.displayWidth
      if place.column + width > columns { place = Place(row: place.row + 1, column: 0) }
      place.column += width
    }
    return place.column >= columns ? Place(row: place.row + 1, column: 0) : place
  }

  private func move(from start: Place, to goal: Place) -> String {
    guard start != goal else { return "" }
    var result = ""
    if goal.row < start.row { result += "\u{1B}[\(start.row - goal.row)A" }
    if goal.row > start.row { result += "\u{1B}[\(goal.row - start.row)B" }
    result += "\r"
    return goal.column > 0 ? result + "\u{1B}[\(goal.column)C" : result
  }
}
