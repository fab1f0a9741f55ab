import Practice
import TestSupport
import Testing

@Suite struct IdentifierCheckTests {
  @Test func findsEachKindWhereItStands() throws {
    let text = """
      Saw Dr Smith – NHS 943 476 5919, born 03/04/1987, CHI 0101501234.
      Rang 07700 900123 or wrote to someone@example.org about AB 12 34 56 C.
      Near M1 1AE, by Elm House, after the burglary.
      """
    let found = try findings(text, ownWords: ["elm house"])
    #expect(
      found.map(\.kind) == [
        .titleAndName, .nhsNumber, .dateOfBirth, .chiNumber, .phoneNumber, .emailAddress,
        .nationalInsuranceNumber, .postcode, .ownWord, .offence,
      ])
    #expect(
      found.map(\.passage) == [
        "Dr Smith", "943 476 5919", "03/04/1987", "0101501234", "07700 900123",
        "someone@example.org", "AB 12 34 56 C", "M1 1AE", "Elm House", "burglary",
      ])
    expectSound(found, in: text)
  }

  @Test(arguments: [
    "", " ", "\n", "Today I listened more than I talked.",
    "Supervision at 10:30 in room 12, £20.50 for the group, about 1,000 words since 2019.",
    "Ring 999, 111 or 116 123. My sister may come on the 3rd of May. Week 47, 22/11/2026.",
    "Samaritans 116 123, 0800 58 58 58, 0300 304 7000, 0808 802 5858.",
  ])
  func findsNothingInPlainPages(text: String) throws {
    #expect(try findings(text) == [])
  }

  @Test func theMoreSpecificKindWins() throws {
    #expect(try kinds("0101501234") == [.chiNumber])
    #expect(try kinds("dr.smith.prison@example.org") == [.emailAddress])
    #expect(try kinds("Dr Smith", ownWords: ["smith"]) == [.titleAndName])
    #expect(try kinds("the prison", ownWords: ["prison"]) == [.ownWord])
  }

  @Test func saysWhatItIsAndWhatCouldBeWritten() {
    for kind in IdentifierKind.allCases {
      #expect(!kind.label.isEmpty && !kind.label.hasSuffix("."))
      #expect(kind.why.hasSuffix(".") && kind.suggestion.hasSuffix("."))
      let words = kind.label + kind.why + kind.suggestion
      #expect(!words.lowercased().contains("anonym"))
    }
    #expect(Set(IdentifierKind.allCases.map(\.label)).count == IdentifierKind.allCases.count)
  }

  @Test func tellsWholeNumbersFromOwnWords() throws {
    let own = ["Ward 7", "Rowan", "O'Hare Centre", "  ", "–", "nurse", "#hope", "Łódź", "élan"]
    let matching: [(String, String)] = [
      ("on ward 7 today", "ward 7"), ("on WARD\n7.", "WARD\n7"), ("Ward-7", "Ward-7"),
      ("rowan's turn", "rowan"), ("two Rowans", "Rowans"),
      ("the o\u{2019}hare centres", "o\u{2019}hare centres"),
      ("all nurses", "nurses"), ("hope", "hope"), ("in ŁÓDŹ", "ŁÓDŹ"),
      ("E\u{301}lan", "E\u{301}lan"),
    ]
    for (text, passage) in matching {
      #expect(try findings(text, ownWords: own).map(\.passage) == [passage], "\(text)")
    }
    for text in ["Ward 77", "Ward7", "award 7", "rowanberry", "Ward\n\n7", "ward", "unhope"] {
      #expect(try findings(text, ownWords: own) == [], "\(text)")
    }
  }

  /// Runs of the pieces that matter, glued at random, with any scalar between them.
  @Test(arguments: [UInt64(20_261_122), 7, 943_476_5919])
  func staysSoundOnAnything(seed: UInt64) throws {
    print("seed \(seed)")
    var random = SeededRandom(seed: seed)
    let bits = [
      "943 476 5919", "0101501234", "03/04/1987", "3 April", "07700 900123", "+44 (0)", "@", ".",
      "a@b.org", "SW1A 1AA", "e1 6an", "AB123456C", "Dr ", "Smith", "Sister", "born ", "D.O.B. ",
      "prison", "-", "(", ")", "'", "\u{2019}", "\r\n", "\n", " ", "\u{A0}", "1", "0", "12", "2026",
      "é", "\u{301}", "🇬🇧", "👩🏽‍⚕️", "\u{202A}", "٣", "李", "\0", "rowan", "nd", "of",
    ]
    for _ in 0..<600 {
      var text = ""
      for _ in 0..<random.below(40) {
        if random.below(5) == 0, let any = Unicode.Scalar(UInt32(random.below(0x11_0000))) {
          text.unicodeScalars.append(any)
        } else {
          text += bits[random.below(bits.count)]
        }
      }
      let found = try findings(text, ownWords: ["rowan", "smith april"])
      expectSound(found, in: text)
      for finding in found { expectFits(finding, in: text, width: 20 + random.below(60)) }
    }
  }

  @Test(arguments: [
    "1 ", "a@", "a.", "Dr A. ", "(0", "\n", "\u{301}", "🇬🇧", "born 3 April ", "7",
    "e", "943 476 5919 ", "E1 ",
  ])
  func copesWithAGreatDealOf(unit: String) throws {
    let size = unit.utf8.count > 1 ? 50_000 : 1_000_000
    let text = String(repeating: unit, count: size / unit.utf8.count)
    expectSound(try findings(text, ownWords: ["a a a"]), in: text)
  }

  private func kinds(_ text: String, ownWords: [String] = []) throws -> [IdentifierKind] {
    try findings(text, ownWords: ownWords).map(\.kind)
  }

  private func expectSound(_ findings: [IdentifierFinding], in text: String) {
    let bytes = Array(text.utf8)
    var last = 0
    for finding in findings {
      let range = finding.range
      guard range.lowerBound >= last, range.upperBound <= bytes.count, !range.isEmpty,
        Array(finding.passage.utf8) == Array(bytes[range])
      else {
        Issue.record("\(finding) does not fit \(text.debugDescription.prefix(2000))")
        return
      }
      last = range.upperBound
    }
  }

  private func expectFits(_ finding: IdentifierFinding, in text: String, width: Int) {
    let around = Surroundings(of: finding, in: text, width: width)
    #expect(around.line.count <= width && around.passage.upperBound <= around.line.utf8.count)
    #expect(!around.passage.isEmpty)
    #expect(!around.line.unicodeScalars.contains { $0.value < 0x20 })
  }
}

/// The findings on 22 November 2026.
func findings(_ text: String, ownWords: [String] = []) throws -> [IdentifierFinding] {
  let today = try #require(Day(year: 2026, month: 11, day: 22))
  let check = IdentifierCheck(today: today, ownWords: ownWords) { $0.lowercased() }
  return check.findings(in: text)
}
