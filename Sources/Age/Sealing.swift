// Age: the file format age v1 (https://age-encryption.org/v1), read and written.
//
// `Sealing` makes a file for `Recipient`s, and `Opening` opens one with an `Identity`: `X25519Recipient` and
// `X25519Identity`, or a `Passphrase` by scrypt. A file is a `Header` with one `Stanza` for each recipient, and a payload in
// chunks of 64 KiB. `OpenedSource` gives out a large one piece by piece. `AgeArmor` and Bech32 are the two spellings
// in text. Stock `age` opens what this writes, and the published vectors say what it must refuse.
//
// The format has been chosen so that a journal outlives this program; nothing is added to it.
//
// It must never give out a byte that is not proven, take a second spelling of the same file, accept a point of small order or a
// work factor that would hold the machine, or put a secret in an error.

internal import Crypto

/// Makes age files.
///
/// ```swift
/// let identity = X25519Identity()
/// let file = try Sealing.seal(Array("A page.".utf8), to: [identity.recipient])
/// let words = try Opening.open(file, with: [identity])
/// ```
package enum Sealing {
  /// Seals `bytes` to every recipient and returns the age file.
  ///
  /// - Throws: `AgeError.key` when the recipients cannot share a file.
  package static func seal(_ bytes: [UInt8], to recipients: [any Recipient]) throws -> [UInt8] {
    var source = BytesSource(bytes)
    var sink = BytesSink()
    try seal(from: &source, into: &sink, to: recipients)
    return sink.bytes
  }

  /// Seals all of `source` into `sink`, holding two chunks of 64 KiB in memory.
  ///
  /// - Throws: `AgeError.key` when the recipients cannot share a file, or what source and sink throw.
  package static func seal(
    from source: inout some ByteSource, into sink: inout some ByteSink,
    to recipients: [any Recipient]
  ) throws {
    try check(recipients)
    let key = FileKey()
    let header = Header(stanzas: try recipients.map { try $0.wrap(key) }, key: key)
    try sink.write(header.encoded[...])
    let nonce = SymmetricKey(size: .bits128).withUnsafeBytes { Array($0) }
    try sink.write(nonce[...])
    var sealer = PayloadSealer(key: key.payloadKey(nonce: nonce))
    var input = BufferedBytes(source)
    var chunk = try input.block(Payload.chunkByteCount)
    while true {
      // A full chunk is the last only if nothing follows, so one more has to be looked at first.
      let next = try input.block(Payload.chunkByteCount)
      try sink.write(try sealer.seal(chunk, last: next.isEmpty))
      if next.isEmpty { return }
      chunk = next
    }
  }

  private static func check(_ recipients: [any Recipient]) throws(AgeError) {
    guard let first = recipients.first else { throw .key("there is no recipient") }
    guard recipients.allSatisfy({ $0.company == first.company }),
      recipients.count == 1 || first.company != .alone
    else { throw .key("these recipients cannot share one file") }
  }
}

/// Opens age files.
package enum Opening {
  /// Opens an age file, armored or not, and returns its content only when all of it is proven.
  ///
  /// - Throws: `AgeError`.
  package static func open(_ file: [UInt8], with identities: [any Identity]) throws -> [UInt8] {
    var source = BytesSource(AgeArmor.isArmored(file) ? try AgeArmor.decode(file) : file)
    var sink = BytesSink()
    try open(from: &source, into: &sink, with: identities)
    return sink.bytes
  }

  /// Opens all of `source`, which is not armored, into `sink`.
  ///
  /// Each chunk is proven before it is written, but the whole is complete only when this returns:
  /// on an error the caller discards what the sink has.
  ///
  /// - Throws: `AgeError`, or what source and sink throw.
  package static func open(
    from source: inout some ByteSource, into sink: inout some ByteSink,
    with identities: [any Identity]
  ) throws {
    var input = BufferedBytes(source)
    var opener = try opener(&input, with: identities)
    let sealedByteCount = Payload.chunkByteCount + Payload.tagByteCount
    var chunk = try input.block(sealedByteCount)
    var isFirst = true
    while true {
      let next = try input.block(sealedByteCount)
      let (plain, isLast) = try opener.open(chunk, expectingLast: next.isEmpty)
      guard !plain.isEmpty || isFirst else { throw AgeError.payload("its last part is empty") }
      try sink.write(plain)
      guard isLast == next.isEmpty else {
        throw AgeError.payload(isLast ? "something follows its end" : "its end is missing")
      }
      if isLast { return }
      isFirst = false
      chunk = next
    }
  }

  /// The most bytes that say whether a file opens: those of its header.
  package static let headerByteCount = Header.byteLimit + Payload.nonceByteCount

  /// Finds out from the beginning of a file whether one of the identities opens it.
  ///
  /// An armored file is not looked into.
  ///
  /// - Parameter beginning: `headerByteCount` bytes, or the whole file.
  /// - Throws: `AgeError`, as `open` does before it comes to the content.
  package static func check(header beginning: [UInt8], with identities: [any Identity]) throws {
    if AgeArmor.isArmored(beginning) { return }
    var input = BufferedBytes(BytesSource(beginning))
    _ = try opener(&input, with: identities)
  }

  /// Reads a header with its nonce, and finds the key of the payload that follows.
  static func opener(
    _ input: inout BufferedBytes<some ByteSource>, with identities: [any Identity]
  ) throws -> PayloadOpener {
    let header = try Header(reading: &input)
    let key = try fileKey(of: header, with: identities)
    try header.check(with: key)
    let nonce = Array(try input.block(Payload.nonceByteCount))
    guard nonce.count == Payload.nonceByteCount else { throw AgeError.header("it is cut short") }
    return PayloadOpener(key: key.payloadKey(nonce: nonce))
  }

  private static func fileKey(
    of header: Header, with identities: [any Identity]
  ) throws(AgeError) -> FileKey {
    for identity in identities {
      for stanza in header.stanzas {
        if let key = try identity.unwrap(stanza) { return key }
      }
    }
    throw .noMatch
  }
}
