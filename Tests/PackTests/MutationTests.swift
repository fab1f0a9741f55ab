import PackFormat
import Packs
import Practice
import TestSupport
import Testing

/// Good files with random slips in them: the reader always says something sensible and never
/// crashes.
@Suite struct MutationTests {
  private static let seed: UInt64 = 0xA10_0051_DE

  @Test(arguments: 1...4 as ClosedRange<UInt64>)
  func fiveThousandSlips(turn: UInt64) {
    var dice = SeededRandom(seed: Self.seed &* turn)
    for round in 0..<5_000 {
      // The prompt has the most to break.
      let file = Sample.files[max(0, round % 12 - 5)]
      var bytes = Array(file.text.utf8)
      for _ in 0..<Int.random(in: 1...4, using: &dice) { Self.slip(&bytes, &dice) }
      let findings = PackFile.lint(bytes, file: "f", kind: file.kind)
      for finding in findings {
        #expect(
          finding.line >= 1 && finding.column >= 1 && !finding.message.isEmpty,
          "seed \(Self.seed), turn \(turn), round \(round)")
      }
    }
  }

  @Test func slipsInAnswers() throws {
    var dice = SeededRandom(seed: Self.seed &+ 1)
    let prompt = try Sample.readPrompt(Sample.prompt)
    let good = Array(
      """
      story: Some words
      mood: hard
      helped: [a-walk]
      energy: 7
      actions: [{what: Call, next-day: 2026-11-23}]
      grid: {morning: well, evening: badly}
      again: {a-walk: It was there}
      agree: yes
      """.utf8)
    for _ in 0..<4_000 {
      var bytes = good
      for _ in 0..<Int.random(in: 1...3, using: &dice) { Self.slip(&bytes, &dice) }
      _ = AnswersFile(bytes, for: prompt.steps, sets: [:], file: "a")
    }
  }

  /// Takes away, doubles, swaps or changes a piece, or puts a sign of YAML's own in.
  static func slip(_ bytes: inout [UInt8], _ dice: inout SeededRandom) {
    guard bytes.count > 8 else { return }
    let place = Int.random(in: 0..<(bytes.count - 4), using: &dice)
    let end = min(bytes.count, place + Int.random(in: 1...12, using: &dice))
    switch Int.random(in: 0..<6, using: &dice) {
    case 0: bytes.removeSubrange(place..<end)
    case 1: bytes.insert(contentsOf: bytes[place..<end], at: place)
    case 2: bytes[place] = UInt8.random(in: 0...255, using: &dice)
    case 3:
      let signs = Array("\n\t :-[]{},\"'|>&*!#%?@0a".utf8)
      bytes.insert(signs.randomElement(using: &dice) ?? 0x20, at: place)
    case 4: bytes.swapAt(place, Int.random(in: 0..<bytes.count, using: &dice))
    default: bytes.removeSubrange(place..<min(bytes.count, place + 200))
    }
  }
}
