import Codec
import Testing

@testable import SSHSigning

/// Private key files, read strictly.
@Suite struct SigningKeyTests {
  let key = SigningKey()

  private func reading(_ text: [UInt8]) -> SigningError? {
    refusal { () throws(SigningError) in _ = try SigningKey(openSSH: text) }
  }

  private func blob(comment: String) throws -> [UInt8] {
    try SSHArmor.read(
      key.openSSHText(comment: comment), label: "OPENSSH PRIVATE KEY", limit: 32 * 1024)
  }

  private func armored(_ blob: [UInt8]) -> [UInt8] {
    SSHArmor.write(blob, label: "OPENSSH PRIVATE KEY")
  }

  /// RFC 8032 §7.1, test 1.
  @Test func aKnownKey() throws {
    let seed: [UInt8] = [
      0x9D, 0x61, 0xB1, 0x9D, 0xEF, 0xFD, 0x5A, 0x60, 0xBA, 0x84, 0x4A, 0xF4, 0x92, 0xEC, 0x2C,
      0xC4, 0x44, 0x49, 0xC5, 0x69, 0x7B, 0x32, 0x69, 0x19, 0x70, 0x3B, 0xAC, 0x03, 0x1C, 0xAE,
      0x7F, 0x60,
    ]
    let point: [UInt8] = [
      0xD7, 0x5A, 0x98, 0x01, 0x82, 0xB1, 0x0A, 0xB7, 0xD5, 0x4B, 0xFE, 0xD3, 0xC9, 0x64, 0x07,
      0x3A, 0x0E, 0xE1, 0x72, 0xF3, 0xDA, 0xA6, 0x23, 0x25, 0xAF, 0x02, 0x1A, 0x68, 0xF7, 0x07,
      0x51, 0x1A,
    ]
    #expect(try SigningKey(seed: seed).verifyingKey.point == point)
  }

  @Test func everyKeyIsNew() {
    #expect(SigningKey().verifyingKey != SigningKey().verifyingKey)
  }

  @Test(arguments: ["", "a", "ab", "abc", "abcd", "abcde", "abcdef", "abcdefg", "sân wrth ymyl"])
  func comesBackTheSame(comment: String) throws {
    let read = try SigningKey(openSSH: key.openSSHText(comment: comment))
    #expect(read.verifyingKey == key.verifyingKey)
    #expect(read.seed == key.seed)
  }

  @Test func signsThatDoNotShowLeaveTheComment() throws {
    let blob = try blob(comment: "abc\u{1B}\nd\u{202E}e")
    #expect(blob.suffix(5) == Array("abcde".utf8)[...])
  }

  @Test func cutShortAnywhere() {
    let text = key.openSSHText(comment: "mine")
    for count in 0..<(text.count - 1) {
      #expect(isMalformed(reading(Array(text.prefix(count)))), "\(count) bytes")
    }
  }

  @Test func blobCutShortAnywhere() throws {
    let blob = try blob(comment: "mine")
    for count in 0..<blob.count {
      #expect(isMalformed(reading(armored(Array(blob.prefix(count))))), "\(count) bytes")
    }
  }

  /// Refused, or only the comment has changed.
  @Test func everyBitOfIt() throws {
    // With five letters there is no padding, which a longer comment could take in.
    let blob = try blob(comment: "mined")
    var taken = 0
    for bit in 0..<(blob.count * 8) {
      var changed = blob
      changed[bit / 8] ^= 1 << UInt8(bit % 8)
      guard let read = try? SigningKey(openSSH: armored(changed)) else { continue }
      taken += 1
      #expect(read.seed == key.seed, "bit \(bit)")
    }
    #expect(taken == 5 * 8, "the five letters of the comment, and nothing else")
  }

  @Test func filesOfOtherKinds() {
    let line = Array(key.verifyingKey.line.utf8)
    #expect(isMalformed(reading(line)))
    #expect(reading(line)?.description.contains("public half") == true)
    #expect(isMalformed(reading(Array("-----BEGIN PRIVATE KEY-----\nAAAA\n".utf8))))
    #expect(isMalformed(reading([])))
    #expect(isMalformed(reading([UInt8](repeating: 0x41, count: 40_000))))
  }

  /// No refusal gives away any of the key.
  @Test func refusalsKeepTheKey() throws {
    let seed = Base64.text(key.seed, padded: true).prefix(20)
    for error in [SigningError.locked, .weakKey, .doesNotFit, .notSigned, .otherKey("ssh-rsa")] {
      #expect(!error.description.contains(seed))
      #expect(!error.description.contains("invalid"))
    }
    #expect("\(SigningError.wrongNamespace("git"))".contains("\"git\""))
  }
}
