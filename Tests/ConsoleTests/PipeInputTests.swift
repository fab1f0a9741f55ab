import Testing

@testable import Console

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

@Suite struct PipeInputTests {
  private func events(_ bytes: [UInt8]) -> [LineEvent] {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { return [] }
    defer { close(ends[0]) }
    #expect(write(ends[1], bytes, bytes.count) == bytes.count)
    close(ends[1])
    let input = PipeInput(reading: ends[0])
    var events: [LineEvent] = []
    repeat { events.append(input.readLine(after: "")) } while events.last != .end
    #expect(input.readLine(after: "") == .end)
    return events
  }

  @Test(
    arguments: [
      ("", []), ("one", ["one"]), ("one\n", ["one"]),
      ("one\r\ntwo\n\nthree", ["one", "two", "", "three"]),
      ("a\u{2028}b\u{85}c\u{0B}d\re\n", ["a\u{2028}b\u{85}c\u{0B}d\re"]), ("\r\n", [""]),
    ] as [(String, [String])])
  func splitsAtLineFeedsOnly(text: String, lines: [String]) {
    #expect(events(Array(text.utf8)) == lines.map { .line($0) } + [.end])
  }

  @Test func replacesWhatIsNotUTF8() {
    #expect(events([0x61, 0xFF, 0x62, 0x0A]) == [.line("a\u{FFFD}b"), .end])
  }

  @Test func readsALineLongerThanItsOwnReads() {
    let long = String(repeating: "x", count: 60_000)
    #expect(events(Array((long + "\nafter").utf8)) == [.line(long), .line("after"), .end])
  }
}
