import Foundation
import PackFormat
import Packs
import Practice
import SSHSigning
import TestSupport
import Testing

@Suite struct PoliciesTests {
  private let key = SigningKey().verifyingKey
  private let other = SigningKey().verifyingKey

  private func policies(_ texts: String...) -> Policies {
    var policies = Policies()
    for (index, text) in texts.enumerated() {
      policies.take(
        Array("schema: alongside.policy/1\n\(text)\n".utf8), file: "policy-\(index).yaml")
    }
    return policies
  }

  private func signers(_ more: String = "", _ key: VerifyingKey? = nil) -> String {
    "signers:\n  - {name: Our panel, key: \"\((key ?? self.key).line)\"\(more)}"
  }

  private func refusal(
    _ policies: Policies, _ key: VerifyingKey?, pack: String = "org.example.basics"
  ) throws -> PackTrouble {
    try #require(throws: PackTrouble.self) {
      try policies.acceptedName(of: key, for: pack, on: PackSample.today)
    }
  }

  @Test func withoutSignersEachPersonDecides() throws {
    for policies in [Policies(), policies("offers: []"), policies("x-note: ours")] {
      #expect(try policies.acceptedName(of: nil, for: "a", on: PackSample.today) == nil)
      #expect(try policies.acceptedName(of: key, for: "a", on: PackSample.today) == nil)
      #expect(!policies.namesSigners)
    }
  }

  @Test func aSignerIsAccepted() throws {
    let policies = policies(
      signers(", packs: [org.example.basics], from: 2026-11-22, until: 2026-11-22"))
    #expect(policies.findings == [])
    let name = try policies.acceptedName(
      of: key, for: "org.example.basics", on: PackSample.today)
    #expect(name == "Our panel")
  }

  @Test func othersAreNot() throws {
    let policies = policies(signers(", packs: [org.example.basics]"))
    let stranger = try refusal(policies, other)
    #expect(
      stranger.message
        == "The policy policy-0.yaml accepts other signers, but not the one of this pack"
        + " (\(other.fingerprint)).")
    #expect(stranger.hint == "It accepts Our panel. Ask whoever looks after this computer.")
    #expect(stranger.reason == .signerNotAccepted)
    let wide = try refusal(policies, key, pack: "org.example.more")
    #expect(
      wide.message
        == "The policy policy-0.yaml accepts Our panel for other packs, but not for"
        + " org.example.more.")
    let unsigned = try refusal(policies, nil)
    #expect(
      unsigned.message
        == "The policy policy-0.yaml takes signed packs only, and nobody signed this one.")
    #expect(unsigned.hint == "Ask whoever made it to sign it with \(.sign).")
    let nobody = try refusal(self.policies("signers: []"), key)
    #expect(nobody.hint == "It accepts nobody. Ask whoever looks after this computer.")
  }

  @Test func daysCount() throws {
    let late = try refusal(policies(signers(", until: 2026-11-21")), key)
    #expect(
      late.message
        == "The policy policy-0.yaml accepted Our panel until 2026-11-21, and today is 2026-11-22.")
    #expect(late.reason == .signerExpired)
    #expect(
      late.hint.text
        == "Ask Our panel for a pack signed with their present key, or whoever looks after this"
        + " computer. What is installed stays.")
    let early = try refusal(policies(signers(", from: 2026-11-23")), key)
    #expect(
      early.message
        == "The policy policy-0.yaml accepts Our panel from 2026-11-23 on, and today is"
        + " 2026-11-22.")
    #expect(early.reason == .signerNotYet)
    // What is installed is not held against the day.
    let policies = policies(signers(", until: 2026-11-21"))
    #expect(try policies.acceptedName(of: key, for: "a", on: nil) == "Our panel")
  }

  @Test func severalOnlyTakeAway() throws {
    let line = "  - {name: Their panel, key: \"\(other.line)\"}"
    let two = policies(signers() + "\n" + line, signers("", other))
    #expect(try refusal(two, key).message.hasPrefix("The policy policy-1.yaml"))
    #expect(try two.acceptedName(of: other, for: "a", on: PackSample.today) == "Their panel")
    let ceilings = policies(
      "plugins: {permissions: [journal.append, network]}\noffers: [{pack: a, file: /a}]",
      "plugins: {permissions: [journal.append]}\noffers: [{pack: b, file: /b, because: New}]",
      "offers: []")
    #expect(ceilings.permissions == ["journal.append"])
    #expect(ceilings.offers.map(\.pack) == ["a", "b"] && Policies().permissions == nil)
  }

  @Test(arguments: [
    ("signer: []", 2, "unknown-key", "A policy has no key \"signer\"."),
    (
      "signers: [{name: A, key: x}]", 2, "bad-key",
      "This key cannot be used: it is not as OpenSSH writes it: a public key is \"ssh-ed25519\", a blank and letters."
    ),
    ("signers: [{key: x}]", 2, "missing-key", "A signer needs the key \"name\"."),
    ("allow: all", 2, "unknown-key", "A policy has no key \"allow\"."),
    ("signers:\n\t- a", 3, "tab-indent", ""),
  ]) func oneThatCannotBeReadLetsNothingIn(
    text: String, line: Int, code: String, message: String
  ) throws {
    let broken = policies("offers: []", text)
    let finding = try #require(broken.findings.first { $0.severity == .error })
    #expect(finding.file == "policy-1.yaml" && finding.line == line && finding.code == code)
    let trouble = try #require(broken.trouble)
    #expect(
      trouble.message.hasPrefix(
        "No outside packs are used, because the policy cannot be read: policy-1.yaml:\(line): "
          + message), "\(trouble.message)")
    #expect(trouble.reason == .policy)
    #expect(trouble.hint.text.hasSuffix(" What came with Alongside works as ever."))
    #expect(try refusal(broken, key) == trouble)
  }

  @Test func anotherKindOfFileIsNoPolicy() throws {
    var policies = Policies()
    policies.take(Array("schema: alongside.pack/1\nid: a\n".utf8), file: "policy.yaml")
    #expect(policies.trouble?.message.contains("policy.yaml:1: ") == true)
  }

  @Test func filesAreRead() throws {
    let scratch = try Scratch()
    let text = "schema: alongside.policy/1\n\(signers())\n"
    let path = try scratch.write(Array(text.utf8), to: "policy.yaml")
    #expect(Policies(system: scratch.file("none.yaml")).trouble == nil)
    #expect(Policies(system: path).namesSigners)
    let missing = Policies(system: nil, added: [scratch.file("none.yaml")])
    #expect(
      missing.trouble?.message
        == "No outside packs are used, because the policy cannot be read:"
        + " \(scratch.path)/none.yaml:1: There is no such file.")
    #expect(Policies(system: scratch.path).trouble != nil)
  }

  /// A link that leads nowhere is a policy that cannot be read, and no policy that is not there.
  @Test func aLinkThatLeadsNowhere() throws {
    let scratch = try Scratch()
    symlink("/nowhere/policy.yaml", scratch.file("policy.yaml"))
    #expect(Policies(system: scratch.file("policy.yaml")).trouble?.reason == .policy)
    #expect(Policies(system: scratch.file("none.yaml")).trouble == nil)
  }

  /// What the lock says about a signer is not believed where a policy counts on it.
  @Test func theSignatureItselfIsLookedAt() throws {
    let installed = try Installed()
    try installed.install(by: nil)
    let path = installed.packs.lockPath
    let key = SigningKey().verifyingKey
    let signer = "{\"fingerprint\":\"SHA256:x\",\"line\":\"\(key.line)\"}"
    var lock = try String(contentsOfFile: path, encoding: .utf8)
    let place = try #require(lock.range(of: "\"signer\":null"))
    lock.replaceSubrange(place, with: "\"signer\":\(signer)")
    try Data(lock.utf8).write(to: URL(fileURLWithPath: path))
    var policies = Policies()
    policies.take(
      Array(
        "schema: alongside.policy/1\nsigners:\n  - {name: Us, key: \"\(key.line)\"}\n".utf8),
      file: "p")
    #expect(policies.trouble == nil && policies.namesSigners)
    let (packs, findings) = installed.packs.packs(under: policies)
    #expect(packs.map { $0.folder.pack == nil } == [true])
    #expect(findings.map(\.code) == ["store-changed"])
    #expect(try installed.packs.lock().packs[0].active.signer?.fingerprint == key.fingerprint)
    #expect(installed.packs.packs().packs.allSatisfy { $0.folder.pack != nil })
  }

  @Test func daysThatAreSwapped() {
    let policies = policies(signers(", from: 2026-12-01, until: 2026-11-01"))
    #expect(policies.findings.map(\.code) == ["day-order"])
  }
}
