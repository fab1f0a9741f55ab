import Practice
import Testing

@Suite struct IdentifierNumberTests {
  @Test(arguments: [
    "943 476 5919", "943-476-5919", "9434765919", "943\u{A0}476\u{2011}5919", "943 476\n5919",
    "9990000018", "9990000026", "999 000 0018",
  ])
  func isAnNHSNumber(written: String) throws {
    for text in [written, "(\(written))", "bed 12 \(written), seen", "03/04/2026 \(written)."] {
      let found = try findings(text)
      #expect(found.map(\.kind) == [.nhsNumber], "\(text)")
      #expect(found.map(\.passage) == [written])
      let note = try #require(found.first?.note)
      #expect(note.hasPrefix("About 1 in 11 ten-digit numbers passes the check"))
      #expect(note.contains("not given out"))
    }
    #expect(try findings("NHS no. \(written)").map(\.note) == [nil])
  }

  @Test(arguments: [
    // The check digit is another, or there can be none.
    "943 476 5918", "987 654 4321", "9990000000", "9990000140", "9990000280", "9990000009",
    // Part of something longer.
    "19434765919", "94347659190", "07943 476 5919", "0 943 476 5919", "+1 943 476 5919",
    "9434765919-2", "2-943-476-5919", "9434765919.5", "£9434765919", "x9434765919", "9434765919x",
    // Grouped in another way.
    "9434 765 919", "94 3476 5919", "943,476,5919", "943\n\n476 5919",
  ])
  func isNoNHSNumber(text: String) throws {
    #expect(try findings(text).filter { $0.kind == .nhsNumber } == [])
  }

  @Test(arguments: 0...9) func tenEqualDigitsAreAFiller(digit: Int) throws {
    let filler = String(repeating: String(digit), count: 10)
    #expect(try findings("NHS \(filler)") == [])
  }

  @Test func onlyTheTenthDigitThatFitsPasses() throws {
    for stem in [400_000_003, 456_789_012, 612_345_678, 701_234_567, 320_000_001] {
      let passing = try (0...9).flatMap { try findings("\(stem)\($0)") }
      #expect(passing.count <= 1)
      #expect(passing.allSatisfy { $0.kind == .nhsNumber && $0.note?.contains("given") == false })
    }
  }

  @Test(arguments: ["0101501234", "010150 1234", "010-150-1234", "010 150 1234"])
  func isACHINumber(written: String) throws {
    #expect(try findings("no \(written)").map(\.kind) == [.chiNumber])
    #expect(try findings("CHI \(written)").map(\.note) == [nil])
  }

  @Test(arguments: ["0101501237", "0113501234", "3201500000", "0001501230"])
  func isNoCHINumber(text: String) throws {
    #expect(try findings(text).filter { $0.kind == .chiNumber } == [])
  }

  @Test(arguments: [
    "07700 900123", "07700900123", "07700-900-123", "07700 900 123", "07700.900.123",
    "+447700900123", "+44 7700 900123", "+44 (0)7700 900 123", "(+44) 7700 900123", "447700900123",
    "0044 7700 900123", "020 7946 0018", "(020) 7946 0018", "0113 496 0018", "(01632) 960001",
    "01632 960 001", "01632 96 00 01", "+44(0)20 7946 0018", "01539 12345", "+353 1 234 5678",
    "056 0000 0000", "07700\n900123",
  ])
  func isAPhoneNumber(written: String) throws {
    for text in [written, "tel: \(written).", "(\(written))", "I rang \(written), then 12 more"] {
      let found = try findings(text)
      #expect(found.map(\.kind) == [.phoneNumber], "\(text)")
      #expect(found.map(\.passage) == [written])
    }
  }

  @Test(arguments: [
    "999", "111", "116 123", "0800 58 58 58", "0800 123 4567", "0300 304 7000", "0845 12 34 567",
    "07700 90012", "077009001234", "00000 000000", "2026 11 22", "10:30", "01:02:03", "1 000 000",
    "+12", "007 123 4567", "01 02 2024 10", "0770 0900 1234 5", "order 7700900123", "07700/900123",
    "£07700900123", "ref07700900123", "0101000000", "+20191229111838",
  ])
  func isNoPhoneNumber(text: String) throws {
    #expect(try findings(text).filter { $0.kind == .phoneNumber } == [])
  }

  @Test(arguments: [
    "AB123456C", "AB 12 34 56 C", "AB 123456 C", "ab123456c", "AB-12-34-56-C", "ZY 98 76 54 D",
    "ab 12 34 56 c",
  ])
  func isANationalInsuranceNumber(written: String) throws {
    let found = try findings("it was \(written), I think")
    #expect(found.map(\.kind) == [.nationalInsuranceNumber])
    #expect(found.map(\.passage) == [written])
  }

  @Test(arguments: [
    "QQ 12 34 56 C", "DA123456C", "AO123456C", "GB123456A", "ZZ123456A", "AB123456E", "AB12345C",
    "AB1234567C", "AB123456", "AB123456CD", "XAB123456C", "we 12 34 56 a", "at 10 20 30 a",
    "AB 1 23 45 6 C",
    "ab123456C",
  ])
  func isNoNationalInsuranceNumber(text: String) throws {
    #expect(try findings(text) == [])
  }
}
