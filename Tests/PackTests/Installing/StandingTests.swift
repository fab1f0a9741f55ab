import Packs
import Practice
import SSHSigning
import TestSupport
import Testing

/// How offered packs stand: each refusal has words of its own, and leaves what is installed.
@Suite struct StandingTests {
  private let key = SigningKey()
  private let other = SigningKey()

  @Test func firstSightKnownAndUnsigned() throws {
    let installed = try Installed()
    let signed = try PackSample.offer(by: key)
    #expect(try installed.standing(signed) == .firstSight(key.verifyingKey))
    #expect(try installed.standing(PackSample.offer()) == .unsigned)
    try installed.install(signed)
    let second = try PackSample.offer(PackSample.texts(id: "org.example.more"), by: key)
    #expect(try installed.standing(second) == .known(name: "Our panel"))
    #expect(try installed.packs.lock().signers.map(\.name) == ["Our panel"])
  }

  private func failure(
    _ installed: Installed, _ offer: OfferedPack, _ acceptance: Acceptance
  ) throws -> PackTrouble {
    let before = try installed.packs.lock()
    let trouble = try #require(throws: PackTrouble.self) {
      try installed.packs.install(
        offer, accepting: acceptance, under: Installed.rules(), source: "x",
        today: PackSample.today)
    }
    #expect(try installed.packs.lock() == before)
    #expect(installed.scratch.names("packs/store").count == before.packs.count)
    #expect(![.files, .archive, .disk].contains(trouble.reason))
    return trouble
  }

  @Test func nothingIsTakenWithoutAWord() throws {
    let installed = try Installed()
    let found = key.verifyingKey.fingerprint
    let first = try failure(installed, PackSample.offer(by: key), .nothing)
    #expect(first.message == "basics.tar is signed by \(found), who is not known here.")
    #expect(first.reason == .unknownSigner)
    let wrong = try failure(
      installed, PackSample.offer(by: key),
      .signer(fingerprint: other.verifyingKey.fingerprint, name: "A"))
    #expect(
      wrong.message
        == "basics.tar is signed by \(found), not by \(other.verifyingKey.fingerprint).")
    let unsigned = try failure(installed, PackSample.offer(), .nothing)
    #expect(unsigned.message == "Nobody signed basics.tar." && unsigned.reason == .unsigned)
    // A word for an unsigned pack is none for a signed one.
    #expect(
      try failure(installed, PackSample.offer(by: key), .unsigned).reason == .unknownSigner)
  }

  @Test func anotherSignerNeedsComparing() throws {
    let installed = try Installed()
    try installed.install(by: key)
    let offer = try PackSample.offer(PackSample.texts(revision: 2), by: other)
    let before = try #require(try installed.packs.lock()[PackSample.id]?.active.signer)
    #expect(
      try installed.standing(offer)
        == .otherSigner(other.verifyingKey, before: before, nameBefore: "Our panel"))
    let trouble = try failure(installed, offer, .nothing)
    #expect(trouble.reason == .otherSigner)
    #expect(
      trouble.message
        == "basics.tar is signed by \(other.verifyingKey.fingerprint); the installed version is"
        + " signed by Our panel (\(key.verifyingKey.fingerprint)).")
    // Knowing the other key from elsewhere does not make it this pack's.
    try installed.install(by: other, id: "org.example.more")
    guard case .otherSigner = try installed.standing(offer) else {
      Issue.record("a known key stood in for this pack's signer")
      return
    }
    try installed.install(offer)
    #expect(try installed.revisions() == [2, 1])
  }

  @Test func aSignatureDoesNotGetLost() throws {
    let installed = try Installed()
    try installed.install(by: key)
    let trouble = try failure(installed, PackSample.offer(PackSample.texts(revision: 2)), .unsigned)
    #expect(
      trouble.message
        == "The installed org.example.basics is signed by Our panel, and nobody signed this one.")
    #expect(
      trouble.hint.text
        == "Ask Our panel for the signed file. To take this one all the same, first:"
        + " <remove(\"org.example.basics\")>")
  }

  @Test func aStolenKeyDoesNotLockOutTheNext() throws {
    let installed = try Installed()
    try installed.install(revision: 1_000_000, by: other)
    let offer = try PackSample.offer(PackSample.texts(revision: 3), by: key)
    guard case .otherSigner = try installed.standing(offer) else {
      Issue.record("the revision of another key counted")
      return
    }
    try installed.install(offer)
    #expect(try installed.revisions() == [3, 1_000_000])
  }

  @Test func theSameRevisionWithOtherContent() throws {
    let installed = try Installed()
    try installed.install(revision: 2, by: key)
    let offer = try PackSample.offer(PackSample.texts(revision: 2, ask: "Other?"), by: key)
    let trouble = try failure(installed, offer, .nothing)
    #expect(trouble.reason == .otherContent)
    #expect(
      trouble.message
        == "This is revision 2 of org.example.basics, which was installed here with other content.")
    #expect(
      trouble.hint.text
        == "Whoever made it raises \"revision\" in pack.yaml by one for every change. Ask them"
        + " which is the right one.")
  }

  @Test func revisionsOfUnsignedPacksCountToo() throws {
    let installed = try Installed()
    try installed.install(revision: 2, by: nil)
    let trouble = try installed.refusal(PackSample.offer(PackSample.texts(revision: 1)))
    #expect(
      trouble.message
        == "This is revision 1 of org.example.basics, and revision 2 was installed here before.")
  }

  @Test func theSameContentSignedLater() throws {
    let installed = try Installed()
    try installed.install(by: nil)
    let offer = try PackSample.offer(by: key)
    #expect(try installed.standing(offer) == .firstSight(key.verifyingKey))
    try installed.install(offer)
    #expect(try installed.packs.lock()[PackSample.id]?.active.signer != nil)
    #expect(try installed.revisions() == [1])
    let path = try installed.packs.path(of: PackSample.id)
    #expect(OfferedPack(folder: path).signer == key.verifyingKey)
  }

  @Test func aBadFileLeavesTheOldOneInUse() throws {
    let installed = try Installed()
    try installed.install(by: key)
    let offer = try PackSample.offer(by: key) { $0["README.md"] = [1] }
    let trouble = try #require(throws: PackTrouble.self) { try installed.install(offer) }
    #expect(trouble.reason == .sums)
    #expect(installed.question() == "How was it?")
  }
}
