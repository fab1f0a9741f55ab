internal import Codec

/// The keys of one whole JSON object, with how deep they stand and beneath which key of the top.
struct JSONKeys {
  struct Key {
    /// The key as it is written, without quotes; escapes stay.
    var name: String
    /// 1 for the object's own keys.
    var depth: Int
    /// The key of depth 1 that it stands beneath, or itself.
    var top: String
    /// Where its value begins, after the colon.
    var value: Int
  }

  /// Walks the keys down to a depth, without decoding a value.
  static func walk(_ bytes: ArraySlice<UInt8>, depth limit: Int, _ body: (Key) -> Void) {
    var (depth, top) = (0, "")
    bytes.withUnsafeBytes { raw in
      var cursor = JSONCursor(raw)
      while let byte = cursor.byte {
        switch byte {
        case UInt8(ascii: "\""):
          guard let inside = try? cursor.passString().inside else { return }
          guard depth <= limit, passColon(&cursor) else { continue }
          let name = String(decoding: UnsafeRawBufferPointer(rebasing: raw[inside]), as: UTF8.self)
          if depth == 1 { top = name }
          body(Key(name: name, depth: depth, top: top, value: bytes.startIndex + cursor.at))
          continue
        case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
        case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
        default: break
        }
        cursor.advance()
      }
    }
  }

  /// Moves to the value after a key; false when the string before was none.
  private static func passColon(_ cursor: inout JSONCursor) -> Bool {
    cursor.skipSpace()
    guard cursor.byte == UInt8(ascii: ":") else { return false }
    cursor.advance()
    cursor.skipSpace()
    return true
  }
}
