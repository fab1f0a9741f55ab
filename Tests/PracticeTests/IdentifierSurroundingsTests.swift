import Practice
import Testing

@Suite struct IdentifierSurroundingsTests {
  @Test(arguments: [
    (80, "we met Dr Smith at the hub and talked about hope"),
    (30, "we met Dr Smith at the hub…"), (20, "…met Dr Smith at…"), (-5, "…met Dr Smith at…"),
  ])
  func isShortenedAtWords(width: Int, line: String) throws {
    let text = "First line.\nwe met Dr Smith at the hub and talked about hope\r\nLast."
    let finding = try #require(try findings(text).first)
    let around = Surroundings(of: finding, in: text, width: width)
    #expect(around.line == line)
    #expect(passage(around) == "Dr Smith")
  }

  @Test func signsThatMoveTheCursorAreShownAsSpaces() throws {
    let text = "a\u{1B}[2J\tDr\nSmith\u{202E} b"
    let finding = try #require(try findings(text).first)
    let around = Surroundings(of: finding, in: text, width: 80)
    #expect(around.line == "a [2J Dr Smith  b")
    #expect(passage(around) == "Dr Smith")
  }

  @Test func aLongPassageIsCutItself() throws {
    let text = "see " + String(repeating: "someone.", count: 20) + "a@example.org now"
    let finding = try #require(try findings(text).first)
    let around = Surroundings(of: finding, in: text, width: 24)
    #expect(around.line == "someone.someone.someone…")
    #expect(around.passage == 0..<around.line.utf8.count)
  }

  @Test func worksInsideAVeryLongLine() throws {
    let filling = String(repeating: "ü", count: 200_000)
    let text = "\(filling) M1 1AE \(filling)"
    let finding = try #require(try findings(text).first)
    let around = Surroundings(of: finding, in: text, width: 40)
    #expect(around.line.count <= 40 && passage(around) == "M1 1AE")
  }

  @Test(arguments: [0..<0, -9 ..< -1, 3..<900, 2..<3, 700..<900])
  func anotherTextTrapsNothing(range: Range<Int>) {
    let finding = IdentifierFinding(kind: .postcode, passage: "M1 1AE", range: range)
    for text in ["", "é", "ééé", "a\u{301}\r\n🇬🇧"] {
      #expect(Surroundings(of: finding, in: text, width: .max).line.count <= 10)
    }
  }

  private func passage(_ around: Surroundings) -> String {
    String(decoding: Array(around.line.utf8)[around.passage], as: UTF8.self)
  }
}
