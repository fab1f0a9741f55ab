import Archive
import PackFormat
import Packs
import SSHSigning
import Testing

/// What is said when files, list and signature do not belong together.
@Suite struct OfferedPackTests {
  private static let resend =
    "Do not use this pack. Ask whoever sent it for the file as it was signed."

  @Test func aSoundPack() throws {
    let key = SigningKey()
    let offer = try PackSample.offer(by: key)
    #expect(offer.findings == [] && offer.trouble == nil)
    #expect(offer.id == PackSample.id && offer.manifest?.revision == 1)
    #expect(offer.signer == key.verifyingKey && offer.pack?.prompts.count == 2)
    #expect(try PackSample.offer().signer == nil)
  }

  private func refused(
    _ offer: OfferedPack, _ places: [String], _ message: String, _ hint: String,
    _ reason: PackTrouble.Reason,
    at place: SourceLocation = #_sourceLocation
  ) throws {
    let errors = offer.findings.filter { $0.severity == .error }
    #expect(
      errors.map { "\($0.file):\($0.line) \($0.code)" } == places, sourceLocation: place)
    #expect(
      errors.first?.message == message && errors.first?.hint?.text == hint, sourceLocation: place)
    let trouble = try #require(offer.trouble, sourceLocation: place)
    #expect(trouble.reason == reason, sourceLocation: place)
    #expect(trouble.findings == errors, sourceLocation: place)
  }

  @Test func withoutSums() throws {
    let offer = try PackSample.offer { $0["pack.sums"] = nil }
    try refused(
      offer, ["pack.sums:1 not-built"], "This pack has no pack.sums: it is not built yet.",
      "Build it with <build>, or ask whoever made it for the built file.",
      .notBuilt)
  }

  @Test func sumsThatCannotBeRead() throws {
    let offer = try PackSample.offer { $0["pack.sums"]?.insert(0x20, at: 0) }
    try refused(
      offer, ["pack.sums:1 bad-sums"],
      "This line is not of the form: SHA256, two spaces, size, two spaces, path.",
      "Build the pack again with <build>.", .sums)
  }

  @Test func aFileThatWasAdded() throws {
    let offer = try PackSample.offer(by: SigningKey()) { $0["more.md"] = [0x61] }
    try refused(
      offer, ["more.md:1 added-file"],
      "This file was added after signing: pack.sums does not list it.", Self.resend, .sums)
  }

  @Test func aFileThatWasTakenAway() throws {
    let offer = try PackSample.offer(by: SigningKey()) { $0["prompts/morning.yaml"] = nil }
    try refused(
      offer, ["pack.sums:4 missing-file"],
      "\"prompts/morning.yaml\" was taken away after signing: it is only listed here.",
      Self.resend, .sums)
  }

  @Test func aFileThatWasChanged() throws {
    let offer = try PackSample.offer(by: SigningKey()) {
      $0["README.md"] = Array("# Other!\n".utf8)
    }
    try refused(
      offer, ["README.md:1 changed-file"],
      "This file was changed after signing: its content is not that of line 1 of pack.sums.",
      Self.resend, .sums)
    let longer = try PackSample.offer { $0["README.md"] = Array("# Longer than before\n".utf8) }
    try refused(
      longer, ["README.md:1 changed-file"],
      "This file was changed after building: it has 21 bytes, and line 1 of pack.sums says 9.",
      "Build it again with <build>, or ask whoever sent it for another copy.", .sums)
  }

  @Test func aSignatureForSomethingElse() throws {
    let key = SigningKey()
    let sums = PackSample.files(PackSample.texts()).sums
    let wrong = try key.sign(sums.bytes, namespace: .plugin)
    let offer = try PackSample.offer { $0["pack.sums.sig"] = wrong.armored }
    try refused(
      offer, ["pack.sums.sig:1 other-namespace"],
      "This signature was made for \"alongside-plugin\", not for a pack (\"alongside-pack\").",
      "Ask whoever signed it to sign again with <sign>, or ssh-keygen -Y sign -n"
        + " alongside-pack.", .signature)
    #expect(offer.signer == nil)
  }

  @Test func aSignatureThatDoesNotFit() throws {
    let wrong = try SigningKey().sign([1], namespace: .pack)
    let offer = try PackSample.offer { $0["pack.sums.sig"] = wrong.armored }
    try refused(
      offer, ["pack.sums.sig:1 wrong-signature"],
      "This signature does not fit pack.sums: one of the two was changed after signing.",
      Self.resend, .signature)
    // A list that was made to fit other files no longer fits its signature.
    let other = try PackSample.offer(by: SigningKey()) { members in
      members["README.md"] = Array("# Other!\n".utf8)
      members["pack.sums"] = PackFiles(members).sums.bytes
    }
    #expect(other.trouble?.reason == .signature)
  }

  @Test func aSignatureThatCannotBeRead() throws {
    let offer = try PackSample.offer { $0["pack.sums.sig"] = Array("hello\n".utf8) }
    #expect(offer.findings.map(\.code) == ["bad-signature"])
    #expect(
      offer.findings.first?.message.hasPrefix(
        "This signature cannot be used: it is not as OpenSSH writes it: ") == true)
    #expect(offer.trouble?.message == "The signature of basics.tar cannot be used.")
    #expect(offer.trouble?.reason == .unusableSignature)
  }

  @Test func mistakesInFiles() throws {
    var texts = PackSample.texts()
    texts["prompts/evening.yaml"] = "schema: alongside.prompt/1\nid: evening\n"
    let offer = try PackSample.offer(texts)
    #expect(offer.trouble?.reason == .files)
    #expect(offer.trouble?.message == "basics.tar has 2 mistakes in it.")
    #expect(offer.trouble?.hint.text == "Whoever made it can see each with <lint>.")
  }

  @Test func whatIsNotThere() throws {
    let trouble = try #require(throws: PackTrouble.self) {
      try OfferedPack(path: "/nowhere/basics.tar")
    }
    #expect(trouble.message == "There is no file /nowhere/basics.tar.")
  }
}
