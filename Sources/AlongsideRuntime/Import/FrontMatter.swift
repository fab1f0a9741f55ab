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
    case .words(let words):
      words.split { $0 == "," || $0.isWhitespace && !words.contains(",") }.map(SourceText.trimmed)
        .filter { !$0.isEmpty }
    default: nil
    }
  }

  /// Nil where the text does not begin with such lines, or they never end.
  init?(_ text: String) {
    guard text.utf8.starts(with: "---\n".utf8) else { return nil }
    var rest = text.utf8.dropFirst(4)
    var lines: [String] = []
    while true {
      guard !rest.isEmpty else { return nil }
      let line = rest.prefix { $0 != 0x0A }
      rest = rest[line.endIndex...].dropFirst()
      let words = String(Substring(line))
      if words == "---" || words == "..." { break }
      lines.append(words)
    }
    body = String(Substring(rest))
    read(lines)
  }

  private mutating func read(_ lines: [String]) {
    for line in lines {
      let words = SourceText.trimmed(line)
      guard !words.isEmpty, !words.hasPrefix("#") else { continue }
      let isInner = line.first?.isWhitespace == true
      if words == "-" || words.hasPrefix("- ") {
        addItem(SourceText.trimmed(words.dropFirst()))
      } else if !isInner, let colon = Self.colon(line) {
        let key = SourceText.trimmed(line[..<colon]).lowercased()
        let value = SourceText.trimmed(line[line.index(after: colon)...])
        fields.append((key, QuotedWords.value(value)))
      } else if !fields.isEmpty {
        fields[fields.count - 1].value = .other
      } else {
        fields.append(("lines without a key", .other))
      }
    }
  }

  private mutating func addItem(_ item: String) {
    guard let last = fields.indices.last else {
      return fields.append(("lines without a key", .other))
    }
    guard case .words(let words) = QuotedWords.value(item) else {
      return fields[last].value = .other
    }
    switch fields[last].value {
    case .words(""): fields[last].value = .list([words])
    case .list(let list): fields[last].value = .list(list + [words])
    default: fields[last].value = .other
    }
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
