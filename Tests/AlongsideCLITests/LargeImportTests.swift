import Foundation
import Practice
import TestSupport
import Testing

/// Files that are far too large are named and cost nothing else.
@Suite struct LargeImportTests {
  private let home: ProgramHome

  init() throws { home = try ProgramHome() }

  private func makeHole(_ name: String, bytes: UInt64) throws {
    _ = try home.scratch.write([], to: name)
    let file = try FileHandle(forWritingTo: URL(fileURLWithPath: home.scratch.file(name)))
    try file.truncate(atOffset: bytes)
    try file.close()
  }

  @Test func aLogAmongNotesIsNamedAndNotRead() async throws {
    try FileManager.default.createDirectory(
      atPath: home.scratch.file("notes"), withIntermediateDirectories: true)
    _ = try home.scratch.write(Array("a walk".utf8), to: "notes/2026-01-02.md")
    try makeHole("notes/log.txt", bytes: 1 << 30)
    let run = try await home.shell(
      "cd $HOME && ulimit -v 8000000 && $A import markdown notes --passphrase-file pw")
    #expect(run.code == 0, "\(run.err)")
    #expect(run.text.contains("1 entry came in."))
    #expect(run.err.contains("longer than an entry may be: 16 MiB (log.txt)"), "\(run.err)")
    #expect(try home.entries().map(\.text) == ["a walk"])
  }

  @Test func aJSONFileThatIsTooLargeIsRefused() async throws {
    try makeHole("big.json", bytes: 200 << 20)
    for source in ["dayone", "alongside"] {
      let run = try await home.shell(
        "cd $HOME && $A import \(source) big.json --passphrase-file pw")
      #expect(run.code == 65)
      #expect(run.err.contains("at most 64 MiB are read"), "\(run.err)")
      #expect(run.err.contains("a part at a time"), "\(run.err)")
    }
  }

  /// Broken off in the middle of handing on, nothing came in.
  @Test func allOfItOrNothing() async throws {
    let script = """
      import zipfile
      one = '{"entries":[' + ",".join('{"uuid":"u%d","creationDate":"2020-01-01T00:00:00Z","text":"x"}' % i for i in range(600)) + "]}"
      z = zipfile.ZipFile("two.zip", "w", zipfile.ZIP_STORED)
      z.writestr("A.json", one); z.writestr("B.json", one); z.close()
      b = bytearray(open("two.zip", "rb").read()); at = b.rindex(b'"text":"x"'); b[at + 8] = 0x79
      open("two.zip", "wb").write(b)
      """
    _ = try home.scratch.write(Array(script.utf8), to: "make.py")
    let run = try await home.shell(
      "cd $HOME && python3 make.py && $A import dayone two.zip --passphrase-file pw")
    #expect(run.code == 65 && run.err.contains("checksum"), "\(run.err)")
    #expect(try home.entries().isEmpty)
  }
}
