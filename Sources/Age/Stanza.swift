internal import Codec

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

  /// The one argument of a stanza that wraps a file key under an agreed secret, as `byteCount` bytes.
  ///
  /// The body's length is checked here too, before anything is opened: a longer body could hide keys
  /// for several readers.
  ///
  /// - Throws: `AgeError.header`.
  func share(byteCount: Int) throws(AgeError) -> [UInt8] {
    guard arguments.count == 1,
      let share = Base64.decode(Array(arguments[0].utf8), padded: false), share.count == byteCount
    else { throw .header("a stanza \(kind) needs one share of \(byteCount) bytes") }
    guard body.count == FileKey.wrappedByteCount else {
      throw .header("the body of a stanza \(kind) is not \(FileKey.wrappedByteCount) bytes")
    }
    return share
  }
}
