import TestSupport
import Testing
import YAML

/// No bytes make the reader crash or leave its problems and nodes at odds.
@Suite struct NoiseTests {
  private static let seed: UInt64 = 0x5EED_0A15

  @Test func bytesAtRandom() {
    var dice = SeededRandom(seed: Self.seed)
    for _ in 0..<5_000 {
      let bytes = (0..<Int.random(in: 0...60, using: &dice)).map { _ in
        UInt8.random(in: 0...255, using: &dice)
      }
      check(bytes)
    }
  }

  @Test func signsAtRandom() {
    var dice = SeededRandom(seed: Self.seed &+ 1)
    let signs = Array("abc:- \n\t[]{},\"'|>&*!#%?@`\\<é".utf8)
    for _ in 0..<20_000 {
      check(
        (0..<Int.random(in: 0...40, using: &dice)).map { _ in signs.randomElement(using: &dice) ?? 0
        })
    }
  }

  private func check(_ bytes: [UInt8]) {
    let reading = YAMLReading(bytes)
    if reading.root == nil { #expect(!reading.problems.isEmpty, "seed \(Self.seed) \(bytes)") }
    for problem in reading.problems {
      #expect(problem.mark >= .start, "seed \(Self.seed) \(bytes)")
    }
  }
}
