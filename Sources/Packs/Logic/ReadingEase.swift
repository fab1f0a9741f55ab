/// How hard a text is to read, by two plain counts.
///
/// The words to a sentence, plus how many words in a hundred have seven letters or more. Short
/// everyday talk comes to about 20, a newspaper to 40 and more. `age` turns that into years by
/// 5 + a fifth of it: a rule of thumb, and no measure of anybody.
struct ReadingEase {
  /// Above this age a file gets a note.
  static let plainAge = 12
  /// Fewer words than this say nothing about a file.
  static let enoughWords = 30
  /// A sentence of more words than this gets a note.
  static let longSentence = 25

  private(set) var words = 0
  private(set) var longWords = 0
  private(set) var sentences = 0
  /// The longest sentence so far.
  private(set) var longest: (words: Int, text: Substring.UTF8View)?

  var age: Int {
    guard words > 0, sentences > 0 else { return 0 }
    return 5 + (words / sentences + 100 * longWords / words) / 5
  }

  /// Counts a text in, and returns the number of words in its longest sentence.
  @discardableResult
  mutating func take(_ text: String) -> Int {
    let bytes = text.utf8
    var (start, letters, count, most) = (bytes.startIndex, 0, 0, 0)
    var index = bytes.startIndex
    var mayEnd = false
    func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A) ~= byte & 0xDF || byte >= 0xC3 }
    while index < bytes.endIndex {
      let byte = bytes[index]
      if isLetter(byte) {
        // The later bytes of a letter are below 0xC0.
        letters += 1
        mayEnd = false
      } else if byte < 0x80, byte != 0x27, byte != 0x2D {
        (words, count) = letters > 0 ? (words + 1, count + 1) : (words, count)
        if letters > 6 { longWords += 1 }
        letters = 0
        if byte == 0x2E || byte == 0x3F || byte == 0x21 { mayEnd = true }
        if mayEnd, byte == 0x20 || byte == 0x0A {
          most = max(most, end(count, text[start..<index].utf8))
          (start, count, mayEnd) = (bytes.index(after: index), 0, false)
        }
      }
      index = bytes.index(after: index)
    }
    if letters > 0 { (words, count) = (words + 1, count + 1) }
    if letters > 6 { longWords += 1 }
    return max(most, end(count, text[start...].utf8))
  }

  private mutating func end(_ count: Int, _ text: Substring.UTF8View) -> Int {
    guard count > 0 else { return 0 }
    sentences += 1
    if count > longest?.words ?? 0 { longest = (count, text) }
    return count
  }
}
