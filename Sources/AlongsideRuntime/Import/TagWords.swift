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
    var seen: Set<String> = []
    var byteCount = 0
    var rest = text[...]
    // Word by word: the words of a long text are many, its tags are few.
    while byteCount <= ImportLimits.headingByteCount,
      let start = rest.firstIndex(where: { !$0.isWhitespace })
    {
      let end = rest[start...].firstIndex(where: \.isWhitespace) ?? rest.endIndex
      if let tag = tag(rest[start..<end], signs), seen.insert(tag).inserted {
        tags.append(tag)
        byteCount += tag.utf8.count
      }
      rest = rest[end...]
    }
    return tags
  }

  private static func tag(_ word: Substring, _ signs: [UInt8]) -> String? {
    guard let first = word.utf8.first, signs.contains(first) else { return nil }
    let body = word.dropFirst().prefix {
      $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" || $0 == "/"
    }
    return plain(String(body))
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
