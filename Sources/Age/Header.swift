internal import Codec
internal import Crypto

/// The head of an age file: who can open it, and a checksum over that.
struct Header {
  static let version = "age-encryption.org/v1"
  /// A header is read whole before any cryptography, so its size is bounded first.
  static let byteLimit = 1 << 16
  static let stanzaLimit = 128

  var stanzas: [Stanza]
  /// HMAC-SHA256 over `covered`.
  var checksum: [UInt8]
  /// The bytes as received up to and including `---`: what the checksum is computed over.
  ///
  /// They are never written anew for checking, or two spellings could share a checksum.
  var covered: [UInt8]

  /// Makes the header of a new file.
  init(stanzas: [Stanza], key: FileKey) {
    self.stanzas = stanzas
    covered = Array("\(Self.version)\n".utf8) + stanzas.flatMap(\.encoded) + Array("---".utf8)
    checksum = Array(HMAC<SHA256>.authenticationCode(for: covered, using: key.headerKey))
  }

  var encoded: [UInt8] {
    covered + [UInt8(ascii: " ")] + Base64.encode(checksum, padded: false) + [UInt8(ascii: "\n")]
  }

  /// Checks the checksum in constant time.
  ///
  /// - Throws: `AgeError.headerChanged`.
  func check(with key: FileKey) throws(AgeError) {
    guard
      HMAC<SHA256>.isValidAuthenticationCode(
        checksum, authenticating: covered, using: key.headerKey)
    else { throw .headerChanged }
  }

  /// Reads a header and leaves `input` at the first byte after it.
  ///
  /// - Throws: `AgeError.header`, or what the source throws.
  init(reading input: inout BufferedBytes<some ByteSource>) throws {
    var reader = HeaderLines()
    guard try reader.next(&input).elementsEqual(Self.version.utf8) else {
      throw AgeError.header("it does not begin with \(Self.version)")
    }
    stanzas = []
    var line = try reader.next(&input)
    while line.starts(with: Array("-> ".utf8)) {
      guard stanzas.count < Self.stanzaLimit else {
        throw AgeError.header("it has too many stanzas")
      }
      stanzas.append(try Self.stanza(line.dropFirst(3), &reader, &input))
      line = try reader.next(&input)
    }
    guard !stanzas.isEmpty else { throw AgeError.header("it names no recipient") }
    guard line.starts(with: Array("--- ".utf8)),
      let sum = Base64.decode(line.dropFirst(4), padded: false), sum.count == 32
    else { throw AgeError.header("its checksum line is malformed") }
    checksum = sum
    covered = reader.seen.dropLast(line.count + 1) + Array("---".utf8)
    if stanzas.count > 1, stanzas.contains(where: { $0.kind == "scrypt" }) {
      throw AgeError.header("a passphrase has to be the only recipient")
    }
  }

  private static func stanza(
    _ head: ArraySlice<UInt8>, _ reader: inout HeaderLines,
    _ input: inout BufferedBytes<some ByteSource>
  ) throws -> Stanza {
    let words = head.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
    guard words.allSatisfy({ !$0.isEmpty && $0.allSatisfy { (33...126).contains($0) } }) else {
      throw AgeError.header("a stanza's first line is malformed")
    }
    let texts = words.map { String(decoding: $0, as: UTF8.self) }
    var letters: [UInt8] = []
    while true {
      let line = try reader.next(&input)
      guard line.count <= 64 else { throw AgeError.header("a stanza's line is too long") }
      letters += line
      if line.count < 64 { break }
    }
    guard let body = Base64.decode(letters, padded: false) else {
      throw AgeError.header("a stanza's body is not canonical base64")
    }
    return Stanza(kind: texts[0], arguments: Array(texts.dropFirst()), body: body)
  }
}

/// Reads header lines and remembers every byte, within the limit.
private struct HeaderLines {
  var seen: [UInt8] = []

  mutating func next(_ input: inout BufferedBytes<some ByteSource>) throws -> ArraySlice<UInt8> {
    guard let line = try input.line(limit: Header.byteLimit - seen.count) else {
      throw AgeError.header("it is cut short, or far too long")
    }
    seen += line + [UInt8(ascii: "\n")]
    return line
  }
}
