import Archive
import PackFormat
import Packs
import SSHSigning
import Testing

@Suite struct PackArchiveTests {
  @Test func theSameFilesGiveTheSameBytes() throws {
    let texts = PackSample.texts()
    let built = try PackArchive.build(PackSample.files(texts))
    #expect(try PackArchive.build(PackSample.files(texts)) == built)
    // Building what was built changes nothing, and takes over neither sums nor signature.
    let signed = try PackFiles(archive: PackSample.archive(texts, by: SigningKey()))
    #expect(try PackArchive.build(signed) == built)
    #expect(built.h1 == ContentHash(of: built.sums.bytes).description)
  }

  @Test func aSignatureIsJoined() throws {
    let key = SigningKey()
    let offer = try PackSample.offer()
    let text = try PackArchive.textToSign(offer)
    let signature = try key.sign(text, namespace: .pack)
    let signed = try PackArchive.signed(offer, with: signature.armored)
    let made = try OfferedPack(archive: signed.bytes, name: "basics.tar")
    #expect(made.trouble == nil && made.signer == key.verifyingKey && made.h1 == offer.h1)
    // Signed anew by someone else: the other signature goes.
    let other = SigningKey()
    let second = try other.sign(text, namespace: .pack)
    let again = try PackArchive.signed(made, with: second.armored)
    #expect(
      try OfferedPack(archive: again.bytes, name: "x").signer == other.verifyingKey)
  }

  @Test func onlyASignatureThatFitsIsJoined() throws {
    let offer = try PackSample.offer()
    let wrong = try SigningKey().sign([1, 2, 3], namespace: .pack)
    let trouble = try #require(throws: PackTrouble.self) {
      try PackArchive.signed(offer, with: wrong.armored)
    }
    #expect(trouble.reason == .signature)
  }

  @Test func onlyABuiltPackIsSigned() throws {
    let files = PackSample.files(PackSample.texts())
    let trouble = try #require(throws: PackTrouble.self) {
      try PackArchive.textToSign(OfferedPack(files, name: "basics"))
    }
    #expect(trouble.message == "basics is not built." && trouble.reason == .notBuilt)
    let changed = try PackSample.offer { $0["README.md"] = [1] }
    let other = try #require(throws: PackTrouble.self) { try PackArchive.textToSign(changed) }
    #expect(other.message == "basics.tar does not hold what its pack.sums lists.")
  }

  @Test func whatCannotBeBuilt() throws {
    let none = try #require(throws: PackTrouble.self) {
      try PackArchive.build(PackSample.files(["README.md": "x"]))
    }
    #expect(none.message == "There is no file pack.yaml here." && none.reason == .files)
    let bad = try #require(throws: PackTrouble.self) {
      try PackArchive.build(PackSample.files(["pack.yaml": "x", "A.md": "x"]))
    }
    #expect(bad.message == "The folder has a mistake in it." && bad.findings.count == 1)
    // Two thousand small files and their headers fit; large ones together do not.
    var large = PackSample.texts()
    for index in 0..<21 { large["prompts/\(index).yaml"] = String(repeating: "#", count: 250_000) }
    let size = try #require(throws: PackTrouble.self) {
      try PackArchive.build(PackSample.files(large))
    }
    #expect(size.message == "The archive is larger than 5 MiB, the most that a pack may be.")
    var many = PackSample.texts()
    for index in 0..<1996 { many["prompts/p\(index).yaml"] = "#" }
    let built = try PackArchive.build(PackSample.files(many))
    #expect(try PackFiles(archive: built.bytes).content.count == 2000)
  }
}
