/// The rule for the paths of a pack, stricter than the one for any archive.
///
/// Such a path means the same file on every disk there is: lower-case letters, digits and three
/// signs, short, and never hidden. Only README and LICENCE at the top may have capitals.
package enum PackPath {
  /// At most so many bytes.
  package static let longest = 180

  /// The rule that a path breaks, in words, or nil when it keeps them all.
  package static func brokenRule(_ bytes: some Collection<UInt8>) -> String? {
    if let rule = MemberPath.brokenRule(bytes) { return rule }
    if bytes.count > longest { return "it has more than \(longest) bytes" }
    for part in Array(bytes).split(separator: UInt8(ascii: "/")) {
      if part.last == UInt8(ascii: ".") { return "one of its parts ends in a dot" }
      if part.last == UInt8(ascii: " ") { return "one of its parts ends in a space" }
      if part.first == UInt8(ascii: ".") { return "one of its parts begins with a dot" }
    }
    let mayHaveCapitals = isForReaders(bytes)
    let isFine = bytes.allSatisfy { isTaken($0) || (mayHaveCapitals && isCapital($0)) }
    return isFine ? nil : "it may only hold a to z, 0 to 9, dots, hyphens and underscores"
  }

  /// A path as it may stand in a message: shortened, with nothing that a screen acts on.
  package static func shown(_ bytes: some Collection<UInt8>) -> String { MemberPath.shown(bytes) }

  /// README and LICENCE at the top: for people, in the manner of their makers.
  private static func isForReaders(_ bytes: some Collection<UInt8>) -> Bool {
    guard !bytes.contains(UInt8(ascii: "/")) else { return false }
    return ["README", "LICENCE", "LICENSE"].contains { bytes.starts(with: $0.utf8) }
  }

  private static func isTaken(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "/"):
      true
    default: false
    }
  }

  private static func isCapital(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
  }
}
