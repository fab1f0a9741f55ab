import Foundation
import PackFormat
import Packs
import Testing

@testable import AlongsideRuntime

/// JSON that leaves the program shows every character that could act or hide.
@Suite struct ShownJSONTests {
  /// Every character that is escaped, and none beside it.
  @Test func exactlyTheCharactersThatActOrHide() throws {
    let ranges: [ClosedRange<UInt32>] = [
      0x7F...0x9F, 0x61C...0x61C, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069,
      0xE0000...0xE007F,
    ]
    let tried: [ClosedRange<UInt32>] = [0x23...0x5B, 0x5D...0x2FFF, 0xDFF00...0xE0200]
    for value in tried.joined() {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let json = JSON.shown(JSONValue.string(String(scalar)))
      let isEscaped = json.starts(with: Array("\"\\u".utf8))
      if isEscaped != ranges.contains(where: { $0.contains(value) }) {
        Issue.record("U+\(String(value, radix: 16))")
      }
    }
  }

  @Test(arguments: ["\u{9B}31m\u{7F}", "a\u{202E}b\u{2028}", "\u{E0041}\u{61C}é🙂", "plain"])
  func theValueStays(text: String) throws {
    for json in [try JSON.shown([text]), JSON.shown(JSONValue.array([.string(text)]))] {
      #expect(try JSONDecoder().decode([String].self, from: Data(json)) == [text])
    }
  }

  @Test func tagsAreWrittenAsPairs() {
    #expect(
      JSON.shown(JSONValue.string("\u{E0041}")) == Array("\"\\udb40\\udc41\"\n".utf8))
  }

  /// What is sealed or hashed keeps its bytes.
  @Test func whatIsKeptStaysAsItIs() throws {
    #expect(try JSON.bytes(["\u{9B}\u{E0041}"]) == Array("[\"\u{9B}\u{E0041}\"]".utf8))
    #expect(JSONValue.string("\u{9B}").bytes == Array("\"\u{9B}\"".utf8))
  }
}
