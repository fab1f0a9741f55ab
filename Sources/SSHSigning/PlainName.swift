/// The rule for names that come from outside and may be shown: kinds of keys, namespaces.
enum PlainName {
  private static let signs = Set("@.-_+".utf8)

  /// Whether `bytes` are 1 to 64 ASCII letters, digits and `@ . - _ +`.
  ///
  /// RFC 4251 §6 allows other signs too, but no name in use has them.
  static func fits(_ bytes: some Collection<UInt8>) -> Bool {
    (1...64).contains(bytes.count) && bytes.allSatisfy { isLetterOrDigit($0) || signs.contains($0) }
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: false
    }
  }
}
