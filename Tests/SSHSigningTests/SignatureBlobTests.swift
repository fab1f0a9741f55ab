import Testing

@testable import SSHSigning

/// The bytes of a signature are read strictly: one meaning, one spelling.
@Suite struct SignatureBlobTests {
  let sample: SignatureSample

  init() throws {
    sample = try SignatureSample()
  }

  private func reading(_ blob: [UInt8]) -> SigningError? {
    refusal { () throws(SigningError) in _ = try SSHSignature(blob: blob) }
  }

  @Test func theSampleItselfIsTaken() throws {
    #expect(sample.blob { _ in } == sample.signature.blob)
    #expect(try SSHSignature(blob: sample.signature.blob) == sample.signature)
  }

  @Test func cutShortAnywhere() {
    let blob = sample.signature.blob
    for count in 0..<blob.count {
      #expect(isMalformed(reading(Array(blob.prefix(count)))), "\(count) bytes")
    }
  }

  @Test func everyBitOfIt() {
    let blob = sample.signature.blob
    for bit in 0..<(blob.count * 8) {
      var changed = blob
      changed[bit / 8] ^= 1 << UInt8(bit % 8)
      let found = refusal { () throws(SigningError) in
        try SSHSignature(blob: changed).verify(SignatureSample.message, namespace: .pack)
      }
      #expect(found != nil, "bit \(bit)")
    }
  }

  @Test func partsThatAreNotAsTheyMustBe() {
    let changes: [(String, (inout SignatureSample.Parts) -> Void)] = [
      ("preamble", { $0.preamble = Array("SSHSIH".utf8) }),
      ("version 0", { $0.version = 0 }),
      ("version 2", { $0.version = 2 }),
      ("no key", { $0.key = [] }),
      ("bytes after the key", { $0.key.append(0) }),
      ("no namespace", { $0.namespace = [] }),
      ("a namespace that acts on a screen", { $0.namespace = Array("a\u{1B}[2J".utf8) }),
      ("a namespace that is no text", { $0.namespace = [0xFF, 0xFE] }),
      ("a long namespace", { $0.namespace = [UInt8](repeating: 0x61, count: 65) }),
      ("reserved", { $0.reserved = [0] }),
      ("no hash", { $0.hash = [] }),
      ("weak hash", { $0.hash = Array("sha1".utf8) }),
      ("two hashes", { $0.hash = Array("sha256,sha512".utf8) }),
      ("hash in capitals", { $0.hash = Array("SHA512".utf8) }),
      ("another kind of signature", { $0.kind = Array("rsa-sha2-512".utf8) }),
      ("63 bytes", { $0.signature.removeLast() }),
      ("65 bytes", { $0.signature.append(0) }),
      ("bytes after the signature", { $0.afterSignature = [0] }),
      ("bytes at the end", { $0.end = [0] }),
    ]
    for (name, change) in changes {
      #expect(isMalformed(reading(sample.blob(change))), "\(name)")
    }
  }

  @Test(arguments: [
    "ssh-rsa", "ssh-dss", "ecdsa-sha2-nistp256", "sk-ssh-ed25519@openssh.com",
    "ssh-ed25519-cert-v01@openssh.com", "ssh-ed448",
  ])
  func otherKinds(kind: String) {
    let key = SignatureSample.keyBlob(kind: kind, [UInt8](repeating: 9, count: 32))
    #expect(reading(sample.blob { $0.key = key }) == .otherKey(kind))
  }

  @Test func weakKeys() {
    let key = SignatureSample.keyBlob(PointEncoding.smallOrder[1])
    #expect(reading(sample.blob { $0.key = key }) == .weakKey)
  }

  /// A length far beyond the end is no reason to reserve memory, nor to crash.
  @Test func lengthsBeyondTheEnd() {
    var blob = sample.signature.blob
    blob.replaceSubrange(10..<14, with: [0xFF, 0xFF, 0xFF, 0xFF])
    #expect(isMalformed(reading(blob)))
  }
}
