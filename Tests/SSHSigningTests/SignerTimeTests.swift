import TestSupport
import Testing

@testable import SSHSigning

/// Times of allowed_signers, all in UTC.
@Suite struct SignerTimeTests {
  @Test(
    arguments: [
      ("19700101Z", 0), ("19700102Z", 86_400), ("20000229Z", 951_782_400),
      ("20240229Z", 1_709_164_800), ("20281231Z", 1_861_833_600), ("21000301Z", 4_107_542_400),
      ("20281231235959Z", 1_861_919_999), ("99991231235959Z", 253_402_300_799),
    ] as [(String, Int64)])
  func knownAnswers(text: String, seconds: Int64) throws {
    #expect(try SignerTime(text).seconds == seconds)
    #expect(SignerTime(seconds: seconds)?.text == text)
  }

  @Test func theShortFormOfTheHour() throws {
    #expect(try SignerTime("202812312359Z").text == "20281231235900Z")
    #expect(try SignerTime("20281231Z").date == "2028-12-31")
    #expect(try SignerTime("20270101Z") < SignerTime("202701010001Z"))
  }

  @Test(arguments: [
    "", "Z", "20281231", "202812312359", "20281231235959", "20281231z", "20281231UTC",
    "20281301Z", "20280001Z", "20280100Z", "20280132Z", "20270229Z", "21000229Z", "20280230Z",
    "2028123124Z", "202812312400Z", "202812312360Z", "20281231235960Z", "19691231Z", "2028123Z",
    "+2028123Z", "2028-12-31Z", "20281231Z ", "２０２８１２３１Z",
  ])
  func refused(text: String) {
    #expect(isMalformed(refusal { () throws(SigningError) in _ = try SignerTime(text) }))
  }

  @Test func outsideTheCalendar() {
    #expect(SignerTime(seconds: -1) == nil)
    #expect(SignerTime(seconds: 253_402_300_800) == nil)
    #expect(SignerTime(seconds: .max) == nil)
  }

  @Test func everyTimeComesBack() throws {
    var dice = SeededRandom(seed: 1970)
    for _ in 0..<2_000 {
      let seconds = Int64(dice.below(253_402_300_800))
      let time = try #require(SignerTime(seconds: seconds))
      #expect(try SignerTime(time.text) == time, "seed 1970, \(seconds)")
    }
  }
}
