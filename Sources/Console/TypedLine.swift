/// A line while it is typed: the words before the cursor and those after it.
struct TypedLine: Equatable {
  private(set) var before = ""
  private(set) var after = ""

  var text: String { before + after }
  var isEmpty: Bool { before.isEmpty && after.isEmpty }

  mutating func insert(_ text: String) { before += text }

  /// Erases one character as a person sees it, with all its marks.
  mutating func eraseBack() { before = String(before.dropLast()) }

  mutating func eraseForward() { after = String(after.dropFirst()) }

  mutating func eraseAllBefore() { before = "" }

  mutating func eraseWord() {
    while before.last?.isWhitespace == true { before.removeLast() }
    while let last = before.last, !last.isWhitespace { before.removeLast() }
  }

  mutating func moveLeft() {
    guard let last = before.popLast() else { return }
    after = String(last) + after
  }

  mutating func moveRight() {
    guard let first = after.first else { return }
    after.removeFirst()
    before.append(first)
  }

  mutating func moveHome() { (before, after) = ("", text) }

  mutating func moveEnd() { (before, after) = (text, "") }
}
