internal import Codec

/// Follows one JSON value to its end, or to the first byte that cannot be there.
///
/// Only so strict that a lost quote or bracket shows near to where it was lost; decoding is
/// another's work.
struct JSONScan {
  private var open: [UInt8] = []
  /// The last byte outside of strings that was no space; a string counts as its last quote.
  private var last: UInt8 = 0
  private var hasBegun = false

  /// Moves the cursor behind one value.
  ///
  /// Returns false with the cursor at the first byte that cannot be there, or at the end of the text.
  static func pass(_ cursor: inout JSONCursor) -> Bool {
    var scan = JSONScan()
    repeat {
      cursor.skipSpace()
      guard let byte = cursor.byte, scan.take(byte, &cursor) else { return false }
      scan.last = byte
    } while !scan.open.isEmpty
    return true
  }

  /// Moves over one part; false when it cannot be there.
  private mutating func take(_ byte: UInt8, _ cursor: inout JSONCursor) -> Bool {
    switch byte {
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      guard mayBeginValue, open.count < 512 else { return false }
      open.append(byte)
      hasBegun = true
    case UInt8(ascii: "}"), UInt8(ascii: "]"):
      guard open.popLast() == byte - 2, last != UInt8(ascii: ",") else { return false }
    case UInt8(ascii: "\""):
      // A line's end is never inside a JSON string: a quote was lost.
      return mayBeginString && (try? cursor.passString(inOneLine: true)) != nil
    case UInt8(ascii: ","), UInt8(ascii: ":"):
      guard hasBegun, last != byte else { return false }
    default:
      guard hasBegun, Self.isPlain(byte) else { return false }
    }
    cursor.advance()
    return true
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

  /// Bytes of numbers, `true`, `false` and `null`.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."): true
    default: "truefalsnE".utf8.contains(byte)
    }
  }
}
