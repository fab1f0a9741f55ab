import Practice

/// The names in braces that a text has filled in: `{item}`, `{answer:STEP}`, the parties of a
/// session, and words of a vocabulary.
enum Placeholders {
  /// The names, in their order.
  static func names(in text: String) -> [String] {
    var names: [String] = []
    _ = filled(text) { name in
      names.append(name)
      return nil
    }
    return names + Filling.answers(in: text).map { "answer:\($0)" }
  }

  /// The text with each name in braces replaced; nil leaves it as it stands.
  static func filled(_ text: String, _ words: (String) -> String?) -> String {
    Filling.filled(text) { isName($0) ? words(String($0)) : nil }
  }

  /// Small letters, digits, hyphens and underscores, beginning with a letter.
  private static func isName(_ name: Substring) -> Bool {
    guard name.utf8.count <= 64, let first = name.utf8.first, (0x61...0x7A) ~= first else {
      return false
    }
    return name.utf8.allSatisfy {
      (0x61...0x7A) ~= $0 || (0x30...0x39) ~= $0 || $0 == 0x2D || $0 == 0x5F
    }
  }
}
