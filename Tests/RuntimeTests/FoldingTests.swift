import Foundation
import Practice
import Testing

@testable import AlongsideRuntime

@Suite struct FoldingTests {
  @Test(arguments: [
    ("Café", "cafe"), ("NAÏVE", "naive"), ("Straße", "STRASSE"), ("ŠŽČ", "szc"),
    ("Ångström", "angstrom"),
    ("it’s “so”", "it's \"so\""), ("«oui» – non", "\"oui\" - non"), ("Ｈｏｐｅ", "hope"),
    ("ﬁnd ﬂow", "find flow"), ("Œuvre Æsir", "oeuvre aesir"), ("Łódź Ørsted", "lodz orsted"),
    ("ΌΔΟΣ οδός", "οδος οδοσ"), ("Ёлка", "елка"), ("İstanbul", "istanbul"), ("ſo", "so"),
    ("so\u{AD}ft\u{200B}ly", "softly"), ("a\u{A0}b\tc", "a b c"), ("❤️", "❤"), ("한국", "한국"),
    ("२ हिन्दी", "२ हिन्दी"), ("", ""),
  ])
  func foldsTogether(a: String, b: String) {
    #expect(Folding.bytes(a) == Folding.bytes(b))
    #expect(Folding.areSame(a, b))
  }

  @Test(arguments: [("hope", "hop"), ("दिन", "दीन"), ("e", "a"), ("か", "が"), ("-", "'")])
  func keepsApart(a: String, b: String) {
    #expect(!Folding.areSame(a, b))
  }

  /// A name on a person's own list is found however its accents were typed.
  @Test(arguments: [
    ("Zoë", "zoe"), ("Zoe", "Zoë"), ("Elodie Ø", "Élodie O"), ("Zoe", "Zoe\u{308}s"),
  ])
  func namesOfTheOwnListAreFound(name: String, written: String) throws {
    let today = try #require(Day(year: 2026, month: 11, day: 22))
    let check = IdentifierCheck(today: today, ownWords: [name], fold: Folding.text)
    #expect(check.findings(in: "with \(written) today").map(\.passage) == [written])
    #expect(check.findings(in: "with Zola and Elodi today") == [])
  }

  @Test func composedAndDecomposedAreTheSame() {
    // Every letter that Latin, Greek, Cyrillic, Arabic, Japanese and Korean writing composes.
    let ranges: [ClosedRange<UInt32>] = [
      0xA0...0x6FF, 0x1E00...0x1FFF, 0x3040...0x30FF, 0xAC00...0xAD00,
    ]
    for value in ranges.joined() {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let letter = "x\(Character(scalar))y"
      let forms = [
        letter.precomposedStringWithCanonicalMapping, letter.decomposedStringWithCanonicalMapping,
      ]
      for form in forms { #expect(Folding.bytes(form) == Folding.bytes(letter), "U+\(value)") }
    }
  }

  @Test func takesLongExpansionsAndBrokenBytes() {
    // One sign for a phrase of eighteen letters.
    #expect(
      Folding.bytes("\u{FDFA}")
        == Folding.bytes("\u{FDFA}".decomposedStringWithCompatibilityMapping))
    let broken: [UInt8] = [0x41, 0xFF, 0xC3, 0x42, 0xE2, 0x80]
    #expect(broken.withUnsafeBytes { Folding.bytes($0) } == [0x61, 0xFF, 0xC3, 0x62, 0xE2, 0x80])
  }

  @Test func remembersWhereLettersCameFrom() {
    let text = "a  ß e\u{301}f"
    let folded = FoldedText(text)
    #expect(String(decoding: folded.bytes, as: UTF8.self) == "a ss ef")
    // One half of the ß is all of it, and an accent goes with its letter.
    let originals = folded.originals([2..<3, 5..<6, 0..<7, 0..<1])
    #expect(originals == [3..<5, 6..<9, 0..<text.utf8.count, 0..<1])
    #expect(folded.originals([]).isEmpty)
  }
}
