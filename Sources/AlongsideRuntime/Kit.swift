/// The recovery kit: ten words that open the journal, to keep on paper somewhere safe.
package struct Kit: Sendable {
  package let words: String
  /// The name of the journal that they open.
  package let journal: String

  /// Makes a kit with new words for the journal called `journal`.
  package init(journal: String) {
    self.journal = journal
    words = Words.generate(Words.kitCount)
  }

  /// The words in the text of a kit: the one line that is ten words of the list; or, where the
  /// words were typed alone, they themselves.
  package static func words(in text: [UInt8]) -> [UInt8]? {
    for line in text.split(separator: UInt8(ascii: "\n")) where Words.kit(Array(line)) != nil {
      return Array(line)
    }
    return Words.kit(text) == nil ? nil : text
  }
}
