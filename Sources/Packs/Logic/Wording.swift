/// A text taken apart into its words, for rules about English words.
///
/// Words are in small letters, with the hyphens and apostrophes inside them. What somebody is quoted with
/// is left out: `Who asked "How are you?"` is one question, and nobody is asked how they are.
struct Wording {
  /// Takes the place of what is in quotes.
  static let quoted = "\""

  /// The words in order.
  private(set) var words: [String] = []
  /// The number of the sentence that each word belongs to.
  private(set) var sentences: [Int] = []
  /// How many questions end here; `??` ends one.
  private(set) var questions = 0

  private var word: [UInt8] = []
  private var sentence = 0

  init(_ text: String) {
    let bytes = Array(text.utf8)
    var index = 0
    while index < bytes.count {
      if let close = Self.closing(of: index, in: bytes) {
        endWord()
        add(Self.quoted)
        index = close
      } else if bytes[index] == 0xE2, index + 2 < bytes.count, bytes[index + 1] == 0x80 {
        // Dashes, dots and quotes of word processors. The apostrophe is one of them.
        if bytes[index + 2] == 0x99 { take(0x27) } else { endWord() }
        index += 2
      } else {
        if bytes[index] == 0x3F, index == 0 || bytes[index - 1] != 0x3F { questions += 1 }
        take(bytes[index])
      }
      index += 1
    }
    endWord()
  }

  /// What comes between two thoughts: brackets, too, for `(required)`.
  private static let sentenceMarks = Set(".?!;:()[]".utf8)

  private mutating func take(_ byte: UInt8) {
    switch byte {
    case 0x41...0x5A: word.append(byte | 0x20)
    case 0x61...0x7A, 0x30...0x39, 0x80...: word.append(byte)
    case 0x27, 0x2D: if !word.isEmpty { word.append(byte) }
    default:
      endWord()
      if Self.sentenceMarks.contains(byte) { sentence += 1 }
    }
  }

  private mutating func endWord() {
    while let last = word.last, last == 0x2D || last == 0x27 { word.removeLast() }
    if !word.isEmpty { add(String(decoding: word, as: UTF8.self)) }
    word.removeAll(keepingCapacity: true)
  }

  private mutating func add(_ word: String) {
    words.append(word)
    sentences.append(sentence)
  }

  /// Where the quotation ends that begins here; `nil` if none does, or if it does not end.
  private static func closing(of index: Int, in bytes: [UInt8]) -> Int? {
    if bytes[index] == 0x22 { return bytes[(index + 1)...].firstIndex(of: 0x22) }
    guard bytes[index] == 0xE2, bytes[index...].starts(with: [0xE2, 0x80, 0x9C]) else { return nil }
    return bytes.indices[index...].first { bytes[$0...].starts(with: [0xE2, 0x80, 0x9D]) }
      .map { $0 + 2 }
  }
}
