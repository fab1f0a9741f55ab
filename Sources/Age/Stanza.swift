/// One recipient's part of the header: a kind, its arguments, and the wrapped file key.
package struct Stanza: Sendable, Hashable {
  /// The kind, such as `X25519`.
  package var kind: String
  /// What follows the kind on its line: bytes 33 to 126, never empty.
  package var arguments: [String]
  package var body: [UInt8]

  package init(kind: String, arguments: [String], body: [UInt8]) {
    self.kind = kind
    self.arguments = arguments
    self.body = body
  }

  private static let columns = 64

  /// The bytes in the header.
  ///
  /// The body always ends with a line shorter than 64 letters, even an empty one, so that a reader
  /// knows where it stops.
  var encoded: [UInt8] {
    var out = Array("-> \(([kind] + arguments).joined(separator: " "))\n".utf8)
    let letters = Base64.encode(body, padded: false)
    var place = 0
    while letters.count - place >= Self.columns {
      out += letters[place..<place + Self.columns] + [UInt8(ascii: "\n")]
      place += Self.columns
    }
    return out + letters[place...] + [UInt8(ascii: "\n")]
  }
}
