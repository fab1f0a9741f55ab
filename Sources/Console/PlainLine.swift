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
