/// Splits a command a person wrote into words, as simply as can be and without a shell.
///
/// Spaces and tabs part words; single quotes keep everything, double quotes keep everything but a
/// backslash, and a backslash keeps the next character. Nothing else means anything.
package enum CommandWords {
  /// The words of a command; nil when a quote or a backslash is left open.
  package static func split(_ command: String) -> [String]? {
    var words: [String] = []
    var word: String?
    var quote: Character?
    var isKept = false
    for character in command {
      if isKept {
        word = (word ?? "") + String(character)
        isKept = false
      } else if character == "\\", quote != "'" {
        isKept = true
      } else if character == quote {
        quote = nil
      } else if quote == nil, character == "'" || character == "\"" {
        (quote, word) = (character, word ?? "")
      } else if quote == nil, character == " " || character == "\t" {
        if let finished = word { words.append(finished) }
        word = nil
      } else {
        word = (word ?? "") + String(character)
      }
    }
    guard quote == nil, !isKept else { return nil }
    return word.map { words + [$0] } ?? words
  }
}
