/// The recovery kit: a page to print and keep somewhere safe, with ten words that open the journal.
package struct Kit: Sendable {
  package let words: String
  private let journal: String

  /// Makes a kit with new words for the journal called `journal`.
  package init(journal: String) {
    self.journal = journal
    words = Words.generate(Words.kitCount)
  }

  /// The page.
  ///
  /// The words stand alone on one line, single spaces between: exactly that line, without its line
  /// end, is what the `age` program is given.
  package var page: String {
    """
    RECOVERY WORDS for the Alongside journal "\(journal)"

    These ten words open your journal if you forget your passphrase.

    \(words)

    Print this page or copy the words by hand, then delete the file.
    Keep it where only you would look. Whoever has these words and a
    copy of your journal can read all of it.
    Nobody can make these words again for you: not us, not your employer.

    To try them:          alongside recovery check
    To open your journal: type them wherever your passphrase is asked.

    Without Alongside: docs/recovery.md, which comes with the program, says
    how to open a backup with age and tar, and these words.

    """
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
