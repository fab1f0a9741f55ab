/// Tags that stand inside a text: `#garden`, `@hope`.
enum TagWords {
  /// The tag that says an entry was starred.
  static let starred = "starred"

  /// The tags of a text in lower case, each once, in their order; the text keeps them.
  ///
  /// A tag begins at white space or at the text's beginning, and holds a letter; what an e-mail
  /// address has behind `@` is none.
  static func inside(_ text: String, signs: [UInt8]) -> [String] {
    guard text.utf8.contains(where: signs.contains) else { return [] }
    var tags: [String] = []
    for word in text.split(whereSeparator: \.isWhitespace) {
      guard let first = word.utf8.first, signs.contains(first) else { continue }
      let body = word.dropFirst().prefix {
        $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" || $0 == "/"
      }
      if let tag = plain(String(body)), !tags.contains(tag) { tags.append(tag) }
    }
    return tags
  }

  /// Tags from lists of several sources, each once.
  static func joined(_ lists: [String]...) -> [String] {
    var seen: Set<String> = []
    return lists.joined().filter { seen.insert($0).inserted }
  }

  /// A jrnl tag without its sign and in lower case; nil when no letter is left.
  static func plain(_ tag: String) -> String? {
    let body = tag.hasPrefix("@") || tag.hasPrefix("#") ? String(tag.dropFirst()) : tag
    let end = body.lastIndex { $0.isLetter || $0.isNumber }
    guard let end, body.contains(where: \.isLetter) else { return nil }
    return body[...end].lowercased()
  }
}
