import Codec
import Testing

@testable import SSHSigning

/// Whom a file trusts, for what and when.
@Suite struct AllowedSignersTests {
  let key = SigningKey().verifyingKey
  let other = SigningKey().verifyingKey

  private func reading(_ text: String) -> AllowedSigners {
    AllowedSigners(reading: Array(text.replacing("KEY", with: key.line).utf8))
  }

  private func standing(
    _ text: String, _ namespace: SignatureNamespace = .pack, at time: Int64 = 1_800_000_000
  ) -> AllowedSigners.Standing {
    reading(text).standing(of: key, namespace: namespace, at: time)
  }

  @Test func onePlainLine() {
    #expect(standing("packs@example.org KEY") == .accepted(principals: ["packs@example.org"]))
    #expect(standing("a@b,c KEY comment \"# here") == .accepted(principals: ["a@b", "c"]))
    #expect(standing("\t a@b\tKEY\r\n") == .accepted(principals: ["a@b"]))
    #expect(standing("a@b NameSpaces=\"git,alongside-pack\" KEY") == .accepted(principals: ["a@b"]))
    #expect(standing("") == .unknown)
    #expect(standing("# a@b KEY\n\n   # KEY\n \t\n") == .unknown)
    #expect(reading("# a@b KEY\n\n   # KEY\n \t\n").problems.isEmpty)
  }

  @Test func purposes() {
    let line = "a@b namespaces=\"alongside-pack,alongside-card\" KEY"
    #expect(standing(line, .card) == .accepted(principals: ["a@b"]))
    #expect(standing(line, .plugin) == .wrongNamespace)
    #expect(reading(line).standing(of: other, namespace: .pack, at: 0) == .unknown)
  }

  @Test func times() throws {
    let line = "a@b valid-after=\"20270101Z\",valid-before=\"20280101Z\" KEY"
    let after = try SignerTime("20270101Z")
    let before = try SignerTime("20280101Z")
    #expect(standing(line, at: after.seconds - 1) == .notYet(from: after))
    #expect(standing(line, at: after.seconds) == .accepted(principals: ["a@b"]))
    #expect(standing(line, at: before.seconds) == .accepted(principals: ["a@b"]))
    #expect(standing(line, at: before.seconds + 1) == .expired(before))
    #expect(standing(line, at: .min) == .notYet(from: after))
    #expect(standing(line, at: .max) == .expired(before))
  }

  @Test func severalLinesOfOneKey() throws {
    let lines = """
      a@b namespaces="git" KEY
      c@d valid-before="20200101Z" KEY
      e@f valid-after="20300101Z" KEY
      """
    #expect(standing(lines) == .notYet(from: try SignerTime("20300101Z")))
    #expect(standing(lines + "\ng@h,i KEY\ni,j KEY") == .accepted(principals: ["g@h", "i", "j"]))
    let gone = "a@b valid-before=\"20200101Z\" KEY\na@b valid-before=\"20210101Z\" KEY"
    #expect(standing(gone) == .expired(try SignerTime("20210101Z")))
  }

  @Test(arguments: [
    "a@b", "KEY", "a@b ssh-ed25519", "a@b ssh-ed25519 AAAA", "*@b KEY", "a?b KEY", "!a@b KEY",
    "a,,b KEY", "a, KEY", ",a KEY", "\"a b\" KEY", "a@b cert-authority KEY",
    "a@b cert-authority,namespaces=\"alongside-pack\" KEY", "a@b Cert-Authority KEY",
    "a@b namespaces=alongside-pack KEY", "a@b namespaces=\"alongside-* \" KEY",
    "a@b namespaces=\"alongside-*\" KEY", "a@b namespaces=\"\" KEY", "a@b namespaces=\"a,\" KEY",
    "a@b namespaces=\"!git\" KEY", "a@b namespaces=\"a\",namespaces=\"a\" KEY",
    "a@b namespaces=\"a\\\"\" KEY", "a@b namespaces=\"a KEY", "a@b namespaces=\"a\", KEY",
    "a@b namespaces=\"a\"x KEY", "a@b namespaces KEY", "a@b namespaces= KEY",
    "a@b namespaces=\" KEY", "a@b no-touch-required KEY", "a@b = KEY", "a@b , KEY",
    "a@b valid-before=\"20280101\" KEY", "a@b valid-before=\"2028\" KEY",
    "a@b valid-before=\"20280230Z\" KEY", "a@b valid-after=\"20280101Z\" valid-before=\"x\" KEY",
    "a@b valid-after=\"20280101Z\",valid-before=\"20280101Z\" KEY",
    "a@b valid-after=\"20280101Z\",valid-after=\"20280101Z\" KEY", "a\u{1B}[2J@b KEY",
    "é@b KEY", "\u{FEFF}a@b KEY", "a@b KEY \u{7}",
  ])
  func linesThatTrustNobody(line: String) throws {
    let text = "# first\nx@y KEY\n" + line + "\n"
    let read = reading(text)
    #expect(read.problems.map(\.line) == [3], "\(line)")
    #expect(isMalformed(read.problems.first?.error))
    // What is right beside them holds.
    #expect(read.signers.map(\.principals) == [["x@y"]])
  }

  @Test func otherKindsAreNamed() throws {
    let blob = SignatureSample.keyBlob(kind: "ssh-rsa", [1, 2, 3])
    let read = reading("a@b ssh-rsa \(Base64.text(blob, padded: true))")
    #expect(read.problems.map(\.error) == [.otherKey("ssh-rsa")])
    let weak = SignatureSample.keyBlob(PointEncoding.smallOrder[1])
    #expect(
      reading("a@b ssh-ed25519 \(Base64.text(weak, padded: true))").problems.map(\.error) == [
        .weakKey
      ])
  }

  @Test func aFileTooLong() {
    let read = AllowedSigners(
      reading: Array("a@b \(key.line)\n".utf8) + [UInt8](repeating: 0x23, count: 1024 * 1024))
    #expect(read.signers.isEmpty)
    #expect(read.problems.count == 1)
  }

  @Test func writtenLinesComeBack() throws {
    let signer = try AllowedSigner(
      principals: ["packs@example.org", "second@example.org"],
      namespaces: ["alongside-pack", "alongside-card"], validAfter: SignerTime("20260101Z"),
      validBefore: SignerTime("202812312359Z"), key: key)
    let line =
      "packs@example.org,second@example.org namespaces=\"alongside-pack,alongside-card\","
      + "valid-after=\"20260101Z\",valid-before=\"20281231235900Z\" \(key.line)"
    #expect(signer.line == line)
    #expect(AllowedSigners(reading: Array(line.utf8)).signers == [signer])
    let plain = try AllowedSigner(principals: ["a"], namespaces: nil, key: key)
    #expect(plain.line == "a \(key.line)")
    #expect(AllowedSigners(reading: Array(plain.line.utf8)).signers == [plain])
  }

  @Test(arguments: ["", "a b", "*", "*@b", "a,b", "a\nb", "a\"", "#a", "é", "!a"])
  func namesThatCannotBeWritten(name: String) {
    let found = refusal { () throws(SigningError) in
      _ = try AllowedSigner(principals: [name], namespaces: nil, key: key)
    }
    #expect(isMalformed(found))
  }
}
