import Foundation
import Practice
import TestSupport
import Testing

@testable import AlongsideRuntime

/// What lets sealed entries pass unread must never lose one that matches.
@Suite struct SearchSieveTests {
  private static let letters = [
    "a", "e", "h", "o", "n", "t", "u", "A", "Z", "É", "e\u{301}", "ß", "ﬁ", "Ｈ", "’", "“", "\"",
    "\\",
    "/", "\n", "\r\n", "\t", " ", " ", " ", "–", "-", "д", "Ё", "が", "静", "🙂", "\u{200B}", "\u{1}",
    "\u{7F}", "\u{2028}", "½", "\u{FDFA}", "0", ".", "ı", "İ", "Σ", "ς",
  ]

  private static func text(_ dice: inout SeededRandom, _ count: Int) -> String {
    (0..<count).map { _ in letters[dice.below(letters.count)] }.joined()
  }

  private static func entry(_ dice: inout SeededRandom) -> Entry {
    let value: Value =
      switch dice.below(4) {
      case 0: .words(text(&dice, 20))
      case 1: .ids([text(&dice, 4), text(&dice, 4)])
      case 2: .records([["a": .words(text(&dice, 9)), "b": .number(3)]])
      default: .cells(["r": text(&dice, 5)])
      }
    return Entry(
      id: "aaaabbbbccccd", kind: .reflection,
      written: Moment(utcMilliseconds: 0, offset: 0, zone: "UTC"), title: text(&dice, 6),
      tags: [text(&dice, 3)],
      answers: [Answer(step: "s", ask: text(&dice, 5), state: .answered, value: value)],
      text: text(&dice, 40), revision: "aaaabbbbccccd")
  }

  /// Another spelling that folds to the same.
  private static func respelt(_ text: String, _ dice: inout SeededRandom) -> String {
    switch dice.below(5) {
    case 0: text.uppercased()
    case 1: text.lowercased()
    case 2: text.decomposedStringWithCanonicalMapping
    case 3: text.precomposedStringWithCompatibilityMapping
    default: text
    }
  }

  /// A few words from the text of an entry, as someone might type them.
  private static func query(_ entry: Entry, _ dice: inout SeededRandom) -> String {
    let fields = SearchField.fields(of: entry).map(\.text)
    return (0...dice.below(2)).map { _ in
      let words = fields[dice.below(fields.count)].split(whereSeparator: \.isWhitespace)
      guard !words.isEmpty else { return "" }
      let start = dice.below(words.count)
      let isPhrase = dice.below(3) == 0
      let count = isPhrase ? min(words.count - start, 1 + dice.below(3)) : 1
      let taken = words[start..<(start + count)].joined(separator: " ")
      let part = isPhrase ? "\"\(taken)\"" : String(taken.prefix(1 + dice.below(6)))
      return respelt(part, &dice)
    }.joined(separator: " ")
  }

  @Test(arguments: [UInt64(20_260_301), UInt64.random(in: 0...UInt64.max)])
  func losesNothing(seed: UInt64) throws {
    print("search sieve seed \(seed)")
    var dice = SeededRandom(seed: seed)
    var matches = 0
    for _ in 0..<500 {
      let entry = Self.entry(&dice)
      let payload = try JSON.bytes(EntryJSON(entry))
      for _ in 0..<4 {
        let query = SearchQuery(reading: Self.query(entry, &dice))
        let match = query.match(entry)
        if match != nil {
          matches += 1
          #expect(query.mayMatch(payload: payload), "seed \(seed)")
        }
        #expect(try query.match(payload: payload) == match, "seed \(seed)")
      }
    }
    #expect(matches > 600, "the queries must find something for this to mean anything")
  }

  @Test(arguments: [UInt64(4), UInt64.random(in: 0...UInt64.max)])
  func findsBytesLikeTheSlowWay(seed: UInt64) {
    print("byte search seed \(seed)")
    var dice = SeededRandom(seed: seed)
    for _ in 0..<4000 {
      let text = (0..<dice.below(60)).map { _ in UInt8(0x60 + dice.below(4) - 0x20 * dice.below(2))
      }
      let needle = (0..<(1 + dice.below(10))).map { _ in UInt8(0x60 + dice.below(4)) }
      let folded = text.map(Folding.ascii)
      let slow = folded.indices.first { folded[$0...].starts(with: needle) }
      #expect(text.withUnsafeBytes { ByteSearch(needle: needle).first(in: $0) } == slow)
    }
  }
}
