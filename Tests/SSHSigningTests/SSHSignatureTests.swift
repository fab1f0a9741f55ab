import Testing

@testable import SSHSigning

/// A signature fits its own message, purpose and key, and nothing else.
@Suite struct SSHSignatureTests {
  let sample: SignatureSample

  init() throws {
    sample = try SignatureSample()
  }

  @Test(arguments: SignatureNamespace.allCases)
  func comesBackTheSame(namespace: SignatureNamespace) throws {
    let made = try sample.key.sign(SignatureSample.message, namespace: namespace)
    let read = try SSHSignature(armored: made.armored)
    #expect(read == made)
    #expect(read.namespace == namespace.rawValue)
    #expect(read.key == sample.key.verifyingKey)
    try read.verify(SignatureSample.message, namespace: namespace)
  }

  @Test func anEmptyMessage() throws {
    let made = try sample.key.sign([], namespace: .log)
    try made.verify([], namespace: .log)
    #expect(
      refusal { () throws(SigningError) in try made.verify([0], namespace: .log) } == .doesNotFit)
  }

  @Test(arguments: SignatureNamespace.allCases.filter { $0 != .pack })
  func anotherPurpose(namespace: SignatureNamespace) {
    let found = refusal { () throws(SigningError) in
      try sample.signature.verify(SignatureSample.message, namespace: namespace)
    }
    #expect(found == .wrongNamespace("alongside-pack"))
  }

  /// The purpose is signed too: writing another into the file does not help.
  @Test func purposeWrittenOver() throws {
    let blob = sample.blob { $0.namespace = Array("alongside-plugin".utf8) }
    let read = try SSHSignature(blob: blob)
    let found = refusal { () throws(SigningError) in
      try read.verify(SignatureSample.message, namespace: .plugin)
    }
    #expect(found == .doesNotFit)
  }

  @Test func everyChangedBitOfTheMessage() {
    for bit in 0..<(SignatureSample.message.count * 8) {
      var message = SignatureSample.message
      message[bit / 8] ^= 1 << UInt8(bit % 8)
      let found = refusal { () throws(SigningError) in
        try sample.signature.verify(message, namespace: .pack)
      }
      #expect(found == .doesNotFit, "bit \(bit)")
    }
  }

  @Test func anotherKey() throws {
    let blob = sample.blob { $0.key = SigningKey().verifyingKey.blob }
    let read = try SSHSignature(blob: blob)
    let found = refusal { () throws(SigningError) in
      try read.verify(SignatureSample.message, namespace: .pack)
    }
    #expect(found == .doesNotFit)
  }

  /// The other hash is named in what is signed.
  @Test func anotherHash() throws {
    let read = try SSHSignature(blob: sample.blob { $0.hash = Array("sha256".utf8) })
    let found = refusal { () throws(SigningError) in
      try read.verify(SignatureSample.message, namespace: .pack)
    }
    #expect(found == .doesNotFit)
  }

  /// S is a number below L; S + L would do in a lax verifier, and give a second spelling.
  @Test func theSecondSpellingOfS() throws {
    let order: [UInt8] =
      [
        0xED, 0xD3, 0xF5, 0x5C, 0x1A, 0x63, 0x12, 0x58, 0xD6, 0x9C, 0xF7, 0xA2, 0xDE, 0xF9, 0xDE,
        0x14,
      ] + [UInt8](repeating: 0, count: 15) + [0x10]
    var bytes = sample.signature.signature
    for _ in 1...14 {
      var carry = 0
      for place in 0..<32 {
        carry += Int(bytes[32 + place]) + Int(order[place])
        bytes[32 + place] = UInt8(carry & 0xFF)
        carry >>= 8
      }
      guard carry == 0 else { break }
      let read = try SSHSignature(blob: sample.blob { $0.signature = bytes })
      let found = refusal { () throws(SigningError) in
        try read.verify(SignatureSample.message, namespace: .pack)
      }
      #expect(found == .doesNotFit)
    }
  }

  /// The example of PROTOCOL.sshsig, §1.
  @Test func theExampleOfTheProtocol() throws {
    let text = """
      -----BEGIN SSH SIGNATURE-----
      U1NIU0lHAAAAAQAAADMAAAALc3NoLWVkMjU1MTkAAAAgJKxoLBJBivUPNTUJUSslQTt2hD
      jozKvHarKeN8uYFqgAAAADZm9vAAAAAAAAAFMAAAALc3NoLWVkMjU1MTkAAABAKNC4IEbt
      Tq0Fb56xhtuE1/lK9H9RZJfON4o6hE9R4ZGFX98gy0+fFJ/1d2/RxnZky0Y7GojwrZkrHT
      FgCqVWAQ==
      -----END SSH SIGNATURE-----

      """
    // The hash, too, is left empty in the example: no tool takes it as it stands.
    let found = refusal { () throws(SigningError) in
      _ = try SSHSignature(armored: Array(text.utf8))
    }
    #expect(isMalformed(found), "\(String(describing: found))")
  }
}
