/// The form of a value in a pack's file.
///
/// It is plain data: the same description checks files, and is printed as a JSON Schema and as
/// documentation.
package indirect enum Shape: Sendable {
  /// Words, perhaps over several lines, with a limit on their characters.
  case text(atMost: Int)
  /// Words on one line, with a limit on their characters.
  case line(atMost: Int)
  /// Lower-case words and numbers joined by hyphens: `after-hard-event`.
  case id
  /// Reverse domain words: `core`, `org.example.peer-basics`.
  case packID
  /// An id, or `PACK/ID` for an item of another pack.
  case itemName
  /// An id, or `PARTY.STEP` for what one party of a session answered.
  case stepName
  /// The path to one text of a pack: `prompts/ID/STEP/ask`.
  case textPath
  /// At least the first 16 hex digits of a SHA-256.
  case hash
  /// One of a closed set of words.
  case word([String])
  /// A whole number in this range.
  case whole(ClosedRange<Int>)
  /// Any number.
  case number
  /// `YYYY-MM-DD`.
  case day
  /// An address that begins with https:// or http://.
  case link
  /// Three whole numbers with dots: `1.4.0`.
  case version
  /// One word, text or number.
  case scalar
  /// Anything the author writes; checked elsewhere.
  case anything
  /// A list whose number of items is in this range.
  case list(Shape, ClosedRange<Int>)
  /// A map with known keys.
  case map(MapRule)
  /// A map whose keys are the author's choice.
  case entries(key: Shape, value: Shape, ClosedRange<Int>)
  /// The shape, or nothing after the colon.
  case optional(Shape)
  /// One of several shapes, which differ in being a text, a list or a map.
  case either([Shape])
  /// A shape that the file kind describes under this name, so that it can contain itself.
  case named(String)

  /// The shape in a few words, to follow "wants".
  package var expected: String {
    switch self {
    case .text: "a text"
    case .line: "a text on one line"
    case .id: "an id: lower-case words joined by hyphens, such as after-hard-event"
    case .packID: "a pack id: lower-case words with dots, such as org.example.peer-basics"
    case .itemName: "an id such as srn, or one with its pack such as core/srn"
    case .stepName: "a step's id, or one with its party such as worker.energy"
    case .textPath: "the way to one text, such as prompts/evening-notes/first/ask"
    case .hash: "16 to 64 digits from 0 to 9 and a to f"
    case .word(let words): "one of: \(words.joined(separator: ", "))"
    case .whole(let range): "a whole number from \(range.lowerBound) to \(range.upperBound)"
    case .number: "a number"
    case .day: "a day such as 2026-11-22"
    case .link: "an address that begins with https://"
    case .version: "a version such as 1.4.0"
    case .scalar: "a word, text or number"
    case .anything: "a value"
    case .list: "a list, such as [one, two]"
    case .map(let rule): "a map with the keys \(rule.keyNames.joined(separator: ", "))"
    case .entries: "a map"
    case .optional(let shape): "\(shape.expected), or nothing"
    case .either(let shapes): shapes.map(\.expected).joined(separator: ", or ")
    case .named(let name): "a \(name)"
    }
  }
}
