package import Practice

extension Nearest {
  /// The nearest known word, for something typed that may be far too long to be a slip.
  package static func near(_ typed: String, among known: some Sequence<String>) -> String? {
    guard typed.utf8.count <= 80 else { return nil }
    return word(to: typed, among: known)
  }

  /// The same as a question that helps.
  package static func question(_ typed: String, among known: some Sequence<String>) -> Hint? {
    near(typed, among: known).map { "Did you mean \"\($0)\"?" }
  }
}
