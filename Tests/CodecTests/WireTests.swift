import Codec
import Testing

/// Numbers and byte strings come back, and nothing is read past the end.
@Suite struct WireTests {
  private let whole: [UInt8] = {
    var writer = WireWriter()
    writer.number(UInt8(7))
    writer.number(Int64(-2))
    writer.raw([0xAA, 0xBB])
    writer.string("name".utf8)
    writer.number(UInt32(2))
    writer.number(UInt16(1))
    writer.number(UInt16(0xFFFE))
    return writer.bytes
  }()

  private func read(_ bytes: [UInt8]) throws -> (UInt8, Int64, [UInt8], [UInt8], [UInt16], Bool) {
    var reader = WireReader(bytes)
    return (
      try reader.number(), try reader.number(), try reader.raw(2), try reader.string(),
      try reader.list { try $0.number() }, reader.isAtEnd
    )
  }

  @Test func theBytes() {
    #expect(
      whole == [7] + [UInt8](repeating: 0xFF, count: 7) + [0xFE, 0xAA, 0xBB, 0, 0, 0, 4]
        + Array("name".utf8) + [0, 0, 0, 2, 0, 1, 0xFF, 0xFE])
  }

  @Test func comesBack() throws {
    let (small, signed, raw, name, list, isAtEnd) = try read(whole)
    #expect(small == 7 && signed == -2 && raw == [0xAA, 0xBB] && name == Array("name".utf8))
    #expect(list == [1, 0xFFFE] && isAtEnd)
  }

  @Test func cutShortAnywhere() {
    for count in 0..<whole.count {
      #expect(throws: WireReader.Malformed.self) { try read(Array(whole.prefix(count))) }
    }
  }

  @Test func lengthsThatTheRestCannotHold() {
    var reader = WireReader([0xFF, 0xFF, 0xFF, 0xFF, 1])
    #expect(throws: WireReader.Malformed.self) { try reader.string() }
    reader = WireReader([0, 0, 0, 2, 1])
    #expect(throws: WireReader.Malformed.self) { try reader.list { _ in 0 } }
    reader = WireReader([1, 2])
    #expect(throws: WireReader.Malformed.self) { try reader.raw(-1) }
    #expect(reader.remainder == [1, 2] && !reader.isAtEnd)
  }
}
