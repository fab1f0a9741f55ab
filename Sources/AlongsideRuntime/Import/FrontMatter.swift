/// The lines between `---` at the beginning of a Markdown file: keys, and words or lists.
///
/// A small part of YAML, as people and note programs write it: `key: words`, quoted words,
/// `[a, b]`, and lists of `- a`. Anything deeper is `.other`, to be counted and left.
struct FrontMatter {
  enum Value: Equatable {
    case words(String)
    case list([String])
    case other
  }

  /// In their order, keys in lower case.
  var fields: [(key: String, value: Value)] = []
  /// The items of the list that the last field is, so far.
  private var openList: [String]?
  /// Everything behind the closing `---` and its line's end.
  var body: String

  func words(_ key: String) -> String? {
    guard case .words(let words) = fields.first(where: { $0.key == key })?.value else { return nil }
    return words.isEmpty ? nil : words
  }

  /// A list, or words that stand for one: `a, b` or `a b`.
  func list(_ key: String) -> [String]? {
    switch fields.first(where: { $0.key == key })?.value {
    case .list(let list): list
    case .words(let words): Self.items(words)
    default: nil
    }
  }

  private static func items(_ words: String) -> [String] {
    let hasCommas = words.contains(",")
    return words.split { $0 == "," || !hasCommas && $0.isWhitespace }.map(SourceText.trimmed)
      .filter { !$0.isEmpty }
  }

  /// Whether a text begins with such lines, and they are longer than any that are read.
  static func isTooLong(_ text: String) -> Bool {
    guard let end = end(text) else { return false }
    return text.utf8.distance(from: text.startIndex, to: end) > ImportLimits.frontMatterByteCount
  }

  /// The beginning of the line that closes the front matter; nil if no line does.
  private static func end(_ text: String) -> String.Index? {
    guard text.utf8.starts(with: "---\n".utf8) else { return nil }
    var rest = text.utf8.dropFirst(4)
    while !rest.isEmpty {
      let line = rest.prefix { $0 != 0x0A }
      if line.count == 3, line.elementsEqual("---".utf8) || line.elementsEqual("...".utf8) {
        return line.startIndex
      }
      rest = rest[line.endIndex...].dropFirst()
    }
    return nil
  }

  /// Nil where the text does not begin with such lines, or they never end.
  init?(_ text: String) {
    guard let end = Self.end(text) else { return nil }
    let lines = text.utf8[..<end].dropFirst(4).split(
      separator: 0x0A, omittingEmptySubsequences: false)
    body = String(Substring(text.utf8[end...].dropFirst(3).dropFirst()))
    read(lines.map { String(Substring($0)) })
  }

  private mutating func read(_ lines: [String]) {
    for line in lines {
      let words = SourceText.trimmed(line)
      guard !words.isEmpty, !words.hasPrefix("#") else { continue }
      let isInner = line.first?.isWhitespace == true
      if words == "-" || words.hasPrefix("- ") {
        addItem(SourceText.trimmed(words.dropFirst()))
      } else if !isInner, let colon = Self.colon(line) {
        closeList()
        let key = SourceText.trimmed(line[..<colon]).lowercased()
        let value = SourceText.trimmed(line[line.index(after: colon)...])
        fields.append((key, QuotedWords.value(value)))
      } else if !fields.isEmpty {
        openList = nil
        fields[fields.count - 1].value = .other
      } else {
        fields.append(("lines without a key", .other))
      }
    }
    closeList()
  }

  private mutating func addItem(_ item: String) {
    guard let last = fields.indices.last else {
      return fields.append(("lines without a key", .other))
    }
    guard case .words(let words) = QuotedWords.value(item) else {
      openList = nil
      return fields[last].value = .other
    }
    if openList != nil {
      openList?.append(words)
    } else if fields[last].value == .words("") {
      openList = [words]
    } else {
      fields[last].value = .other
    }
  }

  private mutating func closeList() {
    if let openList { fields[fields.count - 1].value = .list(openList) }
    openList = nil
  }

  /// The colon behind a key: the first with a space, or nothing, behind it.
  private static func colon(_ line: String) -> String.Index? {
    line.indices.first { index in
      guard line[index] == ":" else { return false }
      let next = line.index(after: index)
      return next == line.endIndex || line[next].isWhitespace
    }
  }
}
