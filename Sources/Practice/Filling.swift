/// What is filled in for `{item}` and `{answer:STEP}` in the words of a step.
///
/// Each text is gone through once, so braces in an item or an answer are shown as they were typed.
package struct Filling: Sendable, Hashable {
  var item: Option?
  /// Earlier answers in words, by the names that texts have for them.
  var answers: [String: String] = [:]
  /// Whether nothing is filled in.
  var isLiteral = false

  /// - Parameters:
  ///   - item: what `{item}` is.
  ///   - answers: by the names that texts have for them.
  package init(item: Option? = nil, answers: [String: String] = [:]) {
    self.item = item
    self.answers = answers
  }

  /// What is shown for what nobody has said.
  static let unsaid = "…"
  /// What is shown for an answer that is too long to repeat.
  static let above = "what you wrote above"

  /// Returns the text with everything known filled in; other braces stay as they are.
  package func text(_ text: String) -> String { isLiteral ? text : Self.filled(text, words) }

  /// Returns the text with each part in braces replaced for which `words` has something.
  package static func filled(_ text: String, _ words: (Substring) -> String?) -> String {
    guard text.utf8.contains(UInt8(ascii: "{")) else { return text }
    var filled = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "{") {
      filled += rest[..<open]
      rest = rest[open...]
      let inside = rest.dropFirst()
      if let close = inside.firstIndex(of: "}"), let words = words(inside[..<close]) {
        filled += words
        rest = inside[close...].dropFirst()
      } else {
        filled.append(rest.removeFirst())
      }
    }
    return filled + rest
  }

  private func words(for name: Substring) -> String? {
    if name == "item" { return item?.label ?? Self.unsaid }
    guard name.hasPrefix(Self.prefix) else { return nil }
    return answers[String(name.dropFirst(Self.prefix.count))] ?? Self.unsaid
  }

  private static let prefix = "answer:"

  /// The steps whose answers a text shows, as it names them: `STEP`, or `PARTY.STEP`.
  package static func answers(in text: String) -> [String] {
    text.split(separator: "{").dropFirst(text.hasPrefix("{") ? 0 : 1).compactMap { part in
      guard part.hasPrefix(prefix), let close = part.firstIndex(of: "}") else { return nil }
      return String(part[..<close].dropFirst(prefix.count))
    }
  }
}
