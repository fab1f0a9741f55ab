import SSHSigning
import TestSupport
import Testing

/// Keys and signatures go both ways between this module and the `ssh-keygen` of OpenSSH.
@Suite struct StockSSHTests {
  let scratch: Scratch
  let message = Array("the sums of a pack\n".utf8)

  init() throws {
    scratch = try Scratch()
  }

  /// Makes a key as a person would, and returns its path.
  private func stockKey(
    _ kind: [String] = ["ed25519"], words: String = "", comment: String = "mine"
  ) async throws -> String {
    let made = try await Tool.run(
      "ssh-keygen",
      ["-q", "-t"] + kind + ["-N", words, "-C", comment, "-f", scratch.file("key")])
    #expect(made.code == 0, "\(made.err)")
    return scratch.file("key")
  }

  /// Writes our key so that only its owner may read it: ssh-keygen insists.
  private func write(_ key: SigningKey, comment: String = "ours") async throws -> String {
    let path = try scratch.write(key.openSSHText(comment: comment), to: "key")
    _ = try await Tool.run("chmod", ["600", path])
    return path
  }

  private func stockSignature(
    _ key: String, _ namespace: String = "alongside-pack", _ more: [String] = []
  ) async throws -> [UInt8] {
    let signed = try await Tool.run(
      "ssh-keygen", ["-q", "-Y", "sign", "-f", key, "-n", namespace] + more, input: message)
    #expect(signed.code == 0, "\(signed.err)")
    return signed.out
  }

  private func stockVerifies(
    _ signature: [UInt8], by key: VerifyingKey, _ namespace: String = "alongside-pack",
    of message: [UInt8]? = nil
  ) async throws -> Bool {
    let file = try scratch.write(signature, to: "sums.sig")
    let line = try AllowedSigner(
      principals: ["packs@example.org"], namespaces: [namespace], key: key
    ).line
    let allowed = try scratch.write(Array((line + "\n").utf8), to: "allowed")
    let done = try await Tool.run(
      "ssh-keygen",
      ["-Y", "verify", "-f", allowed, "-I", "packs@example.org", "-n", namespace, "-s", file],
      input: message ?? self.message)
    return done.code == 0
  }

  @Test(arguments: SignatureNamespace.allCases)
  func stockVerifiesOurs(namespace: SignatureNamespace) async throws {
    let key = SigningKey()
    let signature = try key.sign(message, namespace: namespace).armored
    #expect(try await stockVerifies(signature, by: key.verifyingKey, namespace.rawValue))
    #expect(try await !stockVerifies(signature, by: key.verifyingKey, "git"))
    #expect(
      try await !stockVerifies(signature, by: SigningKey().verifyingKey, namespace.rawValue))
    #expect(
      try await !stockVerifies(
        signature, by: key.verifyingKey, namespace.rawValue, of: message + [0x20]))
  }

  @Test func stockChecksOursWithoutAList() async throws {
    let key = SigningKey()
    let file = try scratch.write(key.sign(message, namespace: .pack).armored, to: "sums.sig")
    let done = try await Tool.run(
      "ssh-keygen", ["-Y", "check-novalidate", "-n", "alongside-pack", "-s", file],
      input: message)
    #expect(done.code == 0, "\(done.err)")
    #expect(done.text.contains(key.verifyingKey.fingerprint))
  }

  @Test(arguments: [[], ["-O", "hashalg=sha256"], ["-O", "hashalg=sha512"]])
  func weVerifyStock(options: [String]) async throws {
    let path = try await stockKey()
    let armored = try await stockSignature(path, "alongside-pack", options)
    let signature = try SSHSignature(armored: armored)
    try signature.verify(message, namespace: .pack)
    #expect(signature.armored == armored)
    let line = try String(decoding: scratch.read("key.pub"), as: UTF8.self)
    #expect(try signature.key == VerifyingKey(line: line))
    #expect(throws: SigningError.doesNotFit) {
      try signature.verify(message + [0x0A], namespace: .pack)
    }
    #expect(throws: SigningError.wrongNamespace("alongside-pack")) {
      try signature.verify(message, namespace: .plugin)
    }
  }

  @Test func aSignatureForAnotherUse() async throws {
    let signature = try SSHSignature(armored: await stockSignature(try await stockKey(), "git"))
    #expect(throws: SigningError.wrongNamespace("git")) {
      try signature.verify(message, namespace: .pack)
    }
  }

  @Test(arguments: ["mine", "", "somebody at a desk", "sân"])
  func weReadStockKeys(comment: String) async throws {
    let path = try await stockKey(comment: comment)
    let key = try SigningKey(openSSH: scratch.read("key"))
    let line = String(decoding: try scratch.read("key.pub"), as: UTF8.self)
    #expect(try VerifyingKey(line: line) == key.verifyingKey)
    #expect(line.hasPrefix(key.verifyingKey.line))
    let listed = try await Tool.run("ssh-keygen", ["-l", "-f", path + ".pub"])
    #expect(listed.text.contains(" \(key.verifyingKey.fingerprint) "))
    #expect(
      try await stockVerifies(key.sign(message, namespace: .pack).armored, by: key.verifyingKey))
  }

  @Test(arguments: ["ours", "", "a comment of words"])
  func stockReadsOurKeys(comment: String) async throws {
    let key = SigningKey()
    let path = try await write(key, comment: comment)
    let shown = try await Tool.run("ssh-keygen", ["-y", "-f", path])
    #expect(shown.code == 0, "\(shown.err)")
    let words = [key.verifyingKey.line, comment].filter { !$0.isEmpty }
    #expect(shown.text == words.joined(separator: " ") + "\n")
    let signature = try SSHSignature(armored: await stockSignature(path))
    #expect(signature.key == key.verifyingKey)
    try signature.verify(message, namespace: .pack)
  }

  @Test func lockedKeys() async throws {
    _ = try await stockKey(words: "gentle river walk")
    #expect(throws: SigningError.locked) { try SigningKey(openSSH: scratch.read("key")) }
  }

  @Test(arguments: [
    (["rsa", "-b", "2048"], "ssh-rsa"), (["ecdsa"], "ecdsa-sha2-nistp256"),
    (["ecdsa", "-b", "521"], "ecdsa-sha2-nistp521"),
  ])
  func otherKinds(kind: [String], name: String) async throws {
    let path = try await stockKey(kind)
    let armored = try await stockSignature(path)
    let line = String(decoding: try scratch.read("key.pub"), as: UTF8.self)
    #expect(throws: SigningError.otherKey(name)) { try SSHSignature(armored: armored) }
    #expect(throws: SigningError.otherKey(name)) { try VerifyingKey(line: line) }
    #expect(throws: SigningError.otherKey(name)) { try SigningKey(openSSH: scratch.read("key")) }
  }
}
