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
    var (depth, top, index) = (0, "", bytes.startIndex)
    while index < bytes.endIndex {
      switch bytes[index] {
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
      case UInt8(ascii: "\""):
        let end = endOfString(bytes, index)
        if depth <= limit, let value = valueAfter(bytes, end) {
          let name = String(decoding: bytes[(index + 1)..<end], as: UTF8.self)
          if depth == 1 { top = name }
          body(Key(name: name, depth: depth, top: top, value: value))
        }
        index = end
      default: break
      }
      index += 1
    }
  }

  /// The index of the quote that ends a string, or the last index there is.
  private static func endOfString(_ bytes: ArraySlice<UInt8>, _ start: Int) -> Int {
    var index = start + 1
    while index < bytes.endIndex, bytes[index] != UInt8(ascii: "\"") {
      index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    return max(min(index, bytes.endIndex - 1), start + 1)
  }

  private static func valueAfter(_ bytes: ArraySlice<UInt8>, _ end: Int) -> Int? {
    var index = end + 1
    while index < bytes.endIndex, JSONPieces.isSpace(bytes[index]) { index += 1 }
    guard index < bytes.endIndex, bytes[index] == UInt8(ascii: ":") else { return nil }
    index += 1
    while index < bytes.endIndex, JSONPieces.isSpace(bytes[index]) { index += 1 }
    return index
  }
}
