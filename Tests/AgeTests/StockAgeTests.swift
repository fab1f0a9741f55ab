import Age
import TestSupport
import Testing

/// Files go both ways between this module and the `age` that Debian ships.
@Suite struct StockAgeTests {
  let scratch: Scratch
  let text = Array("what stayed with me today\n".utf8)

  init() throws {
    scratch = try Scratch()
  }

  @Test(arguments: [0, 1, 65_535, 65_536, 65_537, 200_000])
  func stockOpensOurs(byteCount: Int) async throws {
    let identity = X25519Identity()
    let key = try scratch.write(IdentityFile(identities: [identity]).bytes, to: "key")
    let plain = [UInt8](repeating: 7, count: byteCount)
    let sealed = try Sealing.seal(plain, to: [X25519Identity().recipient, identity.recipient])
    let file = try scratch.write(sealed, to: "sealed")
    let opened = try await Tool.run("age", ["-d", "-i", key, file])
    #expect(opened.code == 0, "\(opened.err)")
    #expect(opened.out == plain)
  }

  @Test(arguments: [[], ["--armor"]])
  func weOpenStock(options: [String]) async throws {
    let identity = X25519Identity()
    let sealed = try await Tool.run(
      "age", options + ["-r", identity.recipient.description], input: text)
    #expect(try Opening.open(sealed.out, with: [identity]) == text)
  }

  @Test func stockOpensOurArmor() async throws {
    let identity = X25519Identity()
    let key = try scratch.write(IdentityFile(identities: [identity]).bytes, to: "key")
    let sealed = AgeArmor.encode(try Sealing.seal(text, to: [identity.recipient]))
    let opened = try await Tool.run("age", ["-d", "-i", key], input: sealed)
    #expect(opened.out == text)
  }

  @Test func stockOpensOurPassphraseFile() async throws {
    let words = "gentle river walk"
    let sealed = try Sealing.seal(
      text, to: [ScryptRecipient(Passphrase(Array(words.utf8)), logN: 10)])
    let file = try scratch.write(sealed, to: "sealed")
    let run = try await Tool.typing("\(words)\n", into: "age -d -o \(scratch.file("out")) \(file)")
    #expect(run.code == 0, "\(run.text)")
    #expect(try scratch.read("out") == text)
  }

  @Test func weOpenAStockPassphraseFile() async throws {
    let words = "gentle river walk"
    let file = try scratch.write(text, to: "plain")
    let run = try await Tool.typing(
      "\(words)\n\(words)\n", into: "age -p -o \(scratch.file("out")) \(file)")
    #expect(run.code == 0, "\(run.text)")
    let identity = ScryptIdentity(try Passphrase(Array(words.utf8)))
    #expect(try Opening.open(scratch.read("out"), with: [identity]) == text)
  }

  /// A passphrase file whose content is an identity opens what is sealed to that identity: the way
  /// a journal's keys hang together.
  @Test func stockTakesOurSealedIdentity() async throws {
    let words = "gentle river walk"
    let identity = X25519Identity()
    let slot = try Sealing.seal(
      IdentityFile(notes: ["a note"], identities: [identity]).bytes,
      to: [ScryptRecipient(Passphrase(Array(words.utf8)), logN: 10)])
    let slotFile = try scratch.write(slot, to: "slot.age")
    let file = try scratch.write(Sealing.seal(text, to: [identity.recipient]), to: "sealed")
    let run = try await Tool.typing(
      "\(words)\n", into: "age -d -i \(slotFile) -o \(scratch.file("out")) \(file)")
    #expect(run.code == 0, "\(run.text)")
    #expect(try scratch.read("out") == text)
  }
}
