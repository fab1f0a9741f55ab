/// Finds e-mail addresses: a name, `@`, and a host with a dot in it.
struct EmailRule: IdentifierRule {
  let kind = IdentifierKind.emailAddress
  let begins: TextPieces.Sort = .mark

  func match(at index: Int, in text: TextPieces) -> IdentifierMatch? {
    guard text.sign(at: index) == "@" else { return nil }
    var start = index
    while start > 0, index - start < Self.reach, Self.isOfName(start - 1, in: text) { start -= 1 }
    while start < index, !text.isWordOrDigits(at: start) { start += 1 }
    var end = index + 1
    while end - index < Self.reach, Self.isOfHost(end, in: text) { end += 1 }
    while end > index + 1, !text.isWordOrDigits(at: end - 1) { end -= 1 }
    while end > index + 3, text.sign(at: end - 2) != "." { end -= 1 }
    guard start < index, end > index + 3, text.isWord(at: end - 1),
      text.length(at: end - 1) >= 2, text.isWordOrDigits(at: index + 1)
    else { return nil }
    return IdentifierMatch(pieces: start..<end, note: Self.note(on: start..<index, in: text))
  }

  /// More pieces than any real name or host has; keeps the time spent on one `@` small.
  private static let reach = 128

  private static func isOfName(_ index: Int, in text: TextPieces) -> Bool {
    if let sign = text.sign(at: index) { return ["'", "_", "+", "%", "-", "."].contains(sign) }
    return text.isWordOrDigits(at: index)
  }

  private static func isOfHost(_ index: Int, in text: TextPieces) -> Bool {
    if let sign = text.sign(at: index) { return ["-", "."].contains(sign) }
    return text.isWordOrDigits(at: index)
  }

  private static func note(on name: Range<Int>, in text: TextPieces) -> String? {
    guard name.count == 1, shared.contains(text.folded(at: name.lowerBound)) else { return nil }
    return "This may be a shared address rather than a person's own."
  }

  private static let shared: Set = [
    "admin", "contact", "enquiries", "enquiry", "hello", "help", "helpline", "info", "mail",
    "office", "reception", "referrals", "support", "team",
  ]
}
