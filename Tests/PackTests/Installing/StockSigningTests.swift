import Archive
import FoundationEssentials
import PackFormat
import Packs
import SSHSigning
import TestSupport
import Testing

/// The lines of docs/packs-format.md, run as they stand there.
@Suite struct StockSigningTests {
  private func shell(_ script: String, in scratch: Scratch) async throws -> Tool.Result {
    try await Tool.run("sh", ["-c", "cd \"$1\" || exit 9\n\(script)", "sh", scratch.path])
  }

  /// The commands in the document's block that begins with this comment.
  private func lines(after comment: String) throws -> String {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let text = try String(
      contentsOf: root.appendingPathComponent("docs/packs-format.md"), encoding: .utf8)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let start = try #require(lines.firstIndex { $0 == "    # \(comment)" }, "no \(comment)")
    return lines[start...].prefix { $0.hasPrefix("    ") }.map { $0.dropFirst(4) }
      .joined(separator: "\n")
  }

  @Test func stockToolsAcceptWhatWeSigned() async throws {
    let scratch = try Scratch()
    let key = SigningKey()
    _ = try scratch.write(PackSample.archive(by: key), to: "basics.tar")
    let allowed = "packs@example.org namespaces=\"alongside-pack\" \(key.verifyingKey.line)\n"
    _ = try scratch.write(Array(allowed.utf8), to: "allowed_signers")
    let unpacked = try await shell(lines(after: "unpack"), in: scratch)
    #expect(unpacked.code == 0, "\(unpacked.err)")
    let files = try await shell(lines(after: "the files are those listed"), in: scratch)
    #expect(files.code == 0 && files.text.contains("prompts/evening.yaml: OK"), "\(files.err)")
    let whose = try await shell(lines(after: "the list is signed"), in: scratch)
    #expect(
      whose.code == 0 && whose.text.hasPrefix("Good \"alongside-pack\" signature"), "\(whose.err)")
    let h1 = try await shell(lines(after: "what stands for all of it"), in: scratch)
    #expect(try h1.text.hasPrefix(#require(PackSample.offer().h1)))
    _ = try await shell("chmod u+w basics/README.md; echo x >> basics/README.md", in: scratch)
    let changed = try await shell(lines(after: "the files are those listed"), in: scratch)
    #expect(changed.code != 0)
  }

  @Test func weAcceptWhatStockToolsSigned() async throws {
    let scratch = try Scratch()
    _ = try scratch.write(PackSample.archive(), to: "basics.tar")
    let made = try await shell(
      "ssh-keygen -q -t ed25519 -N '' -C packs -f key", in: scratch)
    #expect(made.code == 0, "\(made.err)")
    let signed = try await shell(
      lines(after: "unpack") + "\n" + lines(after: "sign with a key of one's own"), in: scratch)
    #expect(signed.code == 0, "\(signed.err)")
    let signature = try scratch.read("basics/pack.sums.sig")
    let offer = try PackSample.offer()
    let built = try PackArchive.signed(offer, with: signature)
    let line = String(decoding: try scratch.read("key.pub"), as: UTF8.self)
    let key = try VerifyingKey(line: line)
    #expect(try OfferedPack(archive: built.bytes, name: "x").signer == key)
    // The folder itself can be installed as well, and an archive that stock tar makes of it.
    #expect(OfferedPack(folder: scratch.file("basics")).signer == key)
    let packed = try await shell(lines(after: "pack it again"), in: scratch)
    #expect(packed.code == 0, "\(packed.err)")
    let again = try OfferedPack(archive: scratch.read("signed.tar"), name: "x")
    #expect(again.trouble == nil && again.signer == key && again.h1 == offer.h1)
  }

  @Test func anotherNamespaceIsRefused() async throws {
    let scratch = try Scratch()
    _ = try scratch.write(PackSample.files(PackSample.texts()).sums.bytes, to: "pack.sums")
    let run = try await shell(
      "ssh-keygen -q -t ed25519 -N '' -f key && ssh-keygen -q -Y sign -f key -n git pack.sums",
      in: scratch)
    #expect(run.code == 0, "\(run.err)")
    let signature = try scratch.read("pack.sums.sig")
    let trouble = try #require(throws: PackTrouble.self) {
      try PackArchive.signed(PackSample.offer(), with: signature)
    }
    #expect(
      trouble.findings.map(\.message) == [
        "This signature was made for \"git\", not for a pack (\"alongside-pack\")."
      ])
  }

  @Test func otherKindsOfKeysAreRefused() async throws {
    let scratch = try Scratch()
    _ = try scratch.write(PackSample.files(PackSample.texts()).sums.bytes, to: "pack.sums")
    let run = try await shell(
      "ssh-keygen -q -t ecdsa -N '' -f key && ssh-keygen -q -Y sign -f key -n alongside-pack"
        + " pack.sums", in: scratch)
    #expect(run.code == 0, "\(run.err)")
    let signature = try scratch.read("pack.sums.sig")
    let trouble = try #require(throws: PackTrouble.self) {
      try PackArchive.signed(PackSample.offer(), with: signature)
    }
    #expect(trouble.reason == .unusableSignature)
    #expect(trouble.findings.first?.message.contains("only ssh-ed25519 is taken") == true)
  }
}
