package import PackFormat

#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// The one way in which this program spells JSON: sorted keys, no escaped slashes.
package enum JSON {
  /// JSON to be sealed: compact, every character as it is.
  package static func bytes(_ value: some Encodable) throws -> [UInt8] {
    try encoded(value, [.sortedKeys, .withoutEscapingSlashes])
  }

  /// JSON that leaves the program for a terminal, a pipe or a file: spread out, with a line's end,
  /// and safe to show.
  package static func shown(_ value: some Encodable) throws -> [UInt8] {
    safe(try encoded(value, [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted])) + [0x0A]
  }

  /// The same of a value in the form of packs, on one line.
  package static func shown(_ value: JSONValue) -> [UInt8] { safe(value.bytes) + [0x0A] }

  private static func encoded(
    _ value: some Encodable, _ format: JSONEncoder.OutputFormatting
  ) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = format
    return Array(try encoder.encode(value))
  }

  /// The same JSON with `\uXXXX` for every character that a terminal may act on, that turns the
  /// direction of a line, or that hides: DEL, C1 controls, bidi controls, the line and paragraph
  /// separators, and tags.
  ///
  /// Outside its strings JSON has none of them, so it is enough to look at the characters.
  static func safe(_ json: [UInt8]) -> [UInt8] {
    guard json.contains(where: { $0 >= 0x7F }) else { return json }
    var safe = String.UnicodeScalarView()
    for scalar in String(decoding: json, as: UTF8.self).unicodeScalars {
      if isEscaped(scalar.value) {
        safe.append(contentsOf: escaped(scalar).unicodeScalars)
      } else {
        safe.append(scalar)
      }
    }
    return Array(String(safe).utf8)
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    String(scalar).utf16.map { unit in
      let digits = String(unit, radix: 16)
      return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }.joined()
  }

  private static func isEscaped(_ value: UInt32) -> Bool {
    switch value {
    case 0x7F..<0xA0, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069,
      0xE0000...0xE007F:
      true
    default: false
    }
  }

  static func read<T: Decodable>(_ type: T.Type, from bytes: [UInt8]) throws -> T {
    try JSONDecoder().decode(type, from: Data(bytes))
  }
}
