import SSHSigning
import TestSupport
import Testing

/// A list of signers means here what it means to `ssh-keygen -Y verify`.
@Suite struct StockSignersTests {
  let scratch: Scratch
  let key = SigningKey()

  init() throws {
    scratch = try Scratch()
    try _ = scratch.write(key.sign([0x61], namespace: .pack).armored, to: "sums.sig")
  }

  /// Whether ssh-keygen accepts the signature by `list` at a time such as `20270101000000Z`.
  private func stockAccepts(_ list: String, at time: String) async throws -> Bool {
    let allowed = try scratch.write(Array(list.utf8), to: "allowed")
    let done = try await Tool.run(
      "ssh-keygen",
      [
        "-Y", "verify", "-f", allowed, "-I", "a@b", "-n", "alongside-pack", "-s",
        scratch.file("sums.sig"), "-Overify-time=\(time)",
      ], input: [0x61], environment: ["TZ": "Pacific/Auckland"])
    return done.code == 0
  }

  private func weAccept(_ list: String, at time: String) throws -> Bool {
    let standing = try AllowedSigners(reading: Array(list.utf8)).standing(
      of: key.verifyingKey, namespace: .pack, at: SignerTime(time).seconds)
    return standing == .accepted(principals: ["a@b"])
  }

  @Test(arguments: [
    "valid-before=\"20270101Z\"", "valid-after=\"20270101Z\"",
    "valid-after=\"20261231235959Z\",valid-before=\"202701010000Z\"",
    "namespaces=\"alongside-pack\",valid-before=\"20270101000001Z\"",
    "VALID-BEFORE=\"20270101Z\",Namespaces=\"git,alongside-pack\"",
  ])
  func bothWorldsAgree(options: String) async throws {
    let list = "a@b \(options) \(key.verifyingKey.line)\n"
    for time in [
      "20200101Z", "20261231235958Z", "20261231235959Z", "20270101Z", "20270101000001Z",
      "20270101000002Z", "20350615120000Z",
    ] {
      let stock = try await stockAccepts(list, at: time)
      #expect(try weAccept(list, at: time) == stock, "\(options) at \(time)")
    }
  }

  /// Neither trusts by these, or ours is the one that refuses.
  @Test(arguments: [
    "a@b namespaces=\"git\" KEY", "a@b namespaces=alongside-pack KEY", "a@b unknown KEY",
    "a@b namespaces=\"alongside-pack\", KEY", "a@b cert-authority KEY", "# a@b KEY", "a@b",
    "a@b valid-before=\"19700101Z\" KEY", "a@b valid-before=\"20260230Z\" KEY", "*@b KEY",
    "\"a@b\" KEY", "!a@b KEY", "a@b namespaces=\"alongside-*\" KEY", "\u{FEFF}a@b KEY",
    "a@b valid-before=\"20400101\" KEY", "a@b\u{A0}KEY", "a@b namespaces=\"\" KEY",
  ])
  func weNeverTrustMore(line: String) async throws {
    let list = line.replacing("KEY", with: key.verifyingKey.line) + "\n"
    let ours = try weAccept(list, at: "20270101Z")
    #expect(!ours)
  }

  @Test(arguments: [
    "a@b KEY", "a@b KEY comment # here", "\t a@b \t KEY", "a@b KEY\r",
    "a@b namespaces=\"alongside-pack\" \t KEY", "# first\n\na@b KEY", "bad line\na@b KEY",
    "a@b namespaces=\"git\" KEY\na@b KEY",
  ])
  func bothTrust(lines: String) async throws {
    let list = lines.replacing("KEY", with: key.verifyingKey.line) + "\n"
    #expect(try weAccept(list, at: "20270101Z"))
    #expect(try await stockAccepts(list, at: "20270101Z"))
  }
}
