/// Follows one JSON value byte by byte, to its end or to the first byte that cannot be there.
///
/// Only so strict that a lost quote or bracket shows near to where it was lost; decoding is
/// another's work.
struct JSONScan {
  enum Step { case inside, ended, broken }

  private var open: [UInt8] = []
  private var isInString = false
  private var isEscaped = false
  /// The last byte outside of strings that was no space; a string counts as its last quote.
  private var last: UInt8 = 0
  private var hasBegun = false

  mutating func take(_ byte: UInt8) -> Step {
    if isInString { return takeInString(byte) }
    if JSONPieces.isSpace(byte) { return .inside }
    defer { last = byte }
    switch byte {
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      guard mayBeginValue, open.count < 512 else { return .broken }
      open.append(byte)
      hasBegun = true
      return .inside
    case UInt8(ascii: "}"), UInt8(ascii: "]"):
      guard open.popLast() == byte - 2, last != UInt8(ascii: ",") else { return .broken }
      return open.isEmpty ? .ended : .inside
    case UInt8(ascii: "\""):
      guard mayBeginString else { return .broken }
      isInString = true
      return .inside
    case UInt8(ascii: ","), UInt8(ascii: ":"):
      return hasBegun && last != byte ? .inside : .broken
    default:
      return hasBegun && Self.isPlain(byte) ? .inside : .broken
    }
  }

  /// No object's key is an object or a list, and nothing stands beside another without a comma.
  private var mayBeginValue: Bool {
    switch open.last {
    case nil: !hasBegun
    case UInt8(ascii: "{"): last == UInt8(ascii: ":")
    default: last == UInt8(ascii: "[") || last == UInt8(ascii: ",")
    }
  }

  private var mayBeginString: Bool { hasBegun && "{[,:".utf8.contains(last) }

  private mutating func takeInString(_ byte: UInt8) -> Step {
    if isEscaped {
      isEscaped = false
    } else if byte == UInt8(ascii: "\\") {
      isEscaped = true
    } else if byte == UInt8(ascii: "\"") {
      isInString = false
      last = byte
    } else if byte == 0x0A {
      // A line's end is never inside a JSON string: a quote was lost.
      return .broken
    }
    return .inside
  }

  /// Bytes of numbers, `true`, `false` and `null`.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."): true
    default: "truefalsnE".utf8.contains(byte)
    }
  }
}
