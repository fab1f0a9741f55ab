import PackFormat
import Packs
import Practice
import SSHSigning
import TestSupport
import Testing

/// What an offered pack is held against, besides who signed it and what is here.
@Suite struct InstallRulesTests {
  private let key = SigningKey()
  private let other = SigningKey()

  @Test(arguments: ["core", "own"]) func idsOfOurOwn(id: String) throws {
    let installed = try Installed()
    let trouble = try installed.refusal(PackSample.offer(PackSample.texts(id: id), by: key))
    #expect(trouble.message == "The id \"\(id)\" belongs to a pack that is part of Alongside.")
    #expect(trouble.reason == .bundled)
  }

  @Test(arguments: [
    ("needs: {alongside: \">=2.0\"}", "This pack needs Alongside >=2.0, and this is 1.4.2.", 20),
    (
      "needs: {features: [prompt.branch, prompt.song]}",
      "This pack needs what this Alongside cannot do: prompt.song.", 19
    ),
  ]) func needs(more: String, message: String, column: Int) throws {
    let installed = try Installed()
    let trouble = try installed.refusal(PackSample.offer(PackSample.texts(more: more), by: key))
    #expect(trouble.message == message && trouble.reason == .needs)
    #expect(
      trouble.findings.map { "\($0.file):\($0.line):\($0.column)" } == ["pack.yaml:7:\(column)"])
  }

  @Test func aRangeThatIsNone() throws {
    let installed = try Installed()
    let texts = PackSample.texts(more: "needs: {alongside: soon}")
    let trouble = try installed.refusal(PackSample.offer(texts, by: key))
    #expect(trouble.reason == .files && trouble.findings.map(\.code) == ["bad-version"])
    #expect(trouble.findings.map(\.message) == ["\"soon\" is no range of versions."])
  }

  @Test func needsThatAreMet() throws {
    let more = "needs: {alongside: \">=1.0 <2.0\", features: [prompt.branch]}"
    let installed = try Installed()
    #expect(
      try installed.standing(PackSample.offer(PackSample.texts(more: more), by: key))
        == .firstSight(key.verifyingKey))
  }

  @Test func anExpiryOnlyWarns() throws {
    let installed = try Installed()
    let offer = try PackSample.offer(PackSample.texts(more: "expires: 2026-11-21"), by: key)
    let judgement = try installed.packs.judge(
      offer, under: Installed.rules(), today: PackSample.today)
    #expect(judgement.standing == .firstSight(key.verifyingKey))
    #expect(judgement.notes.map(\.code) == ["expired"])
    #expect(
      judgement.notes.map(\.message) == [
        "This pack was meant to be used until 2026-11-21, and today is 2026-11-22."
      ])
    let today = try PackSample.offer(PackSample.texts(more: "expires: 2026-11-22"), by: key)
    #expect(
      try installed.packs.judge(today, under: Installed.rules(), today: PackSample.today).notes
        == [])
  }

  @Test func conflictsAreNamed() throws {
    let installed = try Installed()
    let conflict = Finding(
      file: "pack.yaml", line: 8, column: 3, code: "override-twice", severity: .error,
      message: "Both set core/evening title: this and org.example.other (pack.yaml:9).",
      hint: "Remove one of the two.")
    let rules = Installed.rules(conflicts: [conflict])
    let trouble = try installed.refusal(PackSample.offer(by: key), under: rules)
    #expect(
      trouble.message
        == "pack.yaml:8: Both set core/evening title: this and org.example.other (pack.yaml:9).")
    #expect(trouble.reason == .conflict && trouble.findings == [conflict])
  }

  @Test func aPolicyDecides() throws {
    let installed = try Installed()
    var policies = Policies()
    let line = key.verifyingKey.line
    policies.take(
      Array("schema: alongside.policy/1\nsigners: [{name: Trust, key: \"\(line)\"}]\n".utf8),
      file: "/etc/policy.yaml")
    let rules = Installed.rules(policies)
    let offer = try PackSample.offer(by: key)
    #expect(try installed.standing(offer, under: rules) == .known(name: "Trust"))
    #expect(try installed.refusal(PackSample.offer(), under: rules).reason == .unsigned)
    #expect(
      try installed.refusal(PackSample.offer(by: other), under: rules).reason == .signerNotAccepted)
    _ = try installed.packs.install(
      offer, accepting: .nothing, under: rules, source: "x", today: PackSample.today)
    #expect(installed.packs.packs(under: policies).packs.first?.folder.pack != nil)
    // The policy names the signer from now on: others that were installed are left out.
    try installed.install(by: other, id: "org.example.more")
    let (packs, findings) = installed.packs.packs(under: policies)
    #expect(packs.map { $0.folder.pack?.id } == [PackSample.id, nil])
    #expect(findings.map(\.code) == ["not-accepted"])
    // A change of key that the policy knows of needs no comparing.
    try installed.install(revision: 1, by: other, id: "org.example.third")
    let third = try PackSample.offer(
      PackSample.texts(id: "org.example.third", revision: 2), by: key)
    #expect(try installed.standing(third, under: rules) == .known(name: "Trust"))
  }

  @Test func aPolicyOfALaterVersionIsSaidToBeOne() throws {
    var policies = Policies()
    policies.take(Array("schema: alongside.policy/2\n".utf8), file: "p.yaml")
    #expect(policies.findings.map(\.code) == ["newer-schema"])
    #expect(policies.findings.first?.hint?.text.contains("It reads alongside.policy/1.") == true)
  }

  @Test func aBrokenPolicyLeavesOutAll() throws {
    let installed = try Installed()
    try installed.install(by: key)
    var policies = Policies()
    policies.take(Array("schema: alongside.policy/1\nsigner: []\n".utf8), file: "/etc/policy.yaml")
    let (packs, findings) = installed.packs.packs(under: policies)
    #expect(packs.isEmpty && findings.map(\.code) == ["broken-policy"])
    #expect(
      findings.first?.message
        == "No outside packs are used, because the policy cannot be read: /etc/policy.yaml:2: A"
        + " policy has no key \"signer\".")
    let offer = try PackSample.offer(PackSample.texts(revision: 2), by: key)
    #expect(try installed.refusal(offer, under: Installed.rules(policies)).reason == .policy)
  }
}
