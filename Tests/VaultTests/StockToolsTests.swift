import Age
import TestSupport
import Testing
import Vault

/// A person with their words, `sqlite3` and `age` needs nothing of ours to read what is theirs.
@Suite struct StockToolsTests {
  @Test func sqliteAndAgeOpenTheSlotTheKeyAndAPage() async throws {
    let fixture = try JournalFixture(recovery: true)
    try fixture.write(["hope in plain words"])
    for (part, file) in [
      ("slot.passphrase", "slot.age"), ("slot.recovery", "kit.age"), ("key", "key.age"),
      ("capture", "capture.age"),
    ] {
      let target = fixture.scratch.file(file)
      try await fixture.sql(
        "SELECT writefile('\(target)', body) FROM part_a WHERE name = '\(part)'")
    }
    let folder = fixture.scratch.path
    for (words, slot) in [(JournalFixture.words, "slot.age"), (JournalFixture.kit, "kit.age")] {
      for file in ["key", "capture"] {
        let typed = String(decoding: words, as: UTF8.self) + "\n"
        let run = try await Tool.typing(
          typed, into: "cd \(folder) && age -d -i \(slot) -o \(file).txt \(file).age")
        #expect(run.code == 0, "\(run.text)")
      }
      let key = String(decoding: try fixture.scratch.read("key.txt"), as: UTF8.self)
      #expect(key.hasPrefix("alongside-key/1 "))
      let page = try await Tool.run(
        "sh", ["-c", "age -d -i \(folder)/capture.txt \(fixture.place.folder)/inbox/*.age"])
      #expect(page.text.contains("hope in plain words"), "\(page.err)")
      _ = try await Tool.run("rm", ["\(folder)/key.txt", "\(folder)/capture.txt"])
    }
  }

  /// Nothing that was written, nor its times, stands anywhere in the clear.
  @Test func nothingWrittenIsOnDiskInTheClear() throws {
    let fixture = try JournalFixture(recovery: true)
    let marker = "zopiclone-overdose-marker"
    try fixture.write([marker])
    let closed = try ClosedJournal(at: fixture.place)
    let hold = try closed.beginDraft()
    try closed.save(
      Draft(interview: hold.interview, saved: 1, payload: Array(marker.utf8)), in: hold)
    try fixture.takeIn()
    try fixture.write([marker])
    let secrets = [marker, String(decoding: JournalFixture.words, as: UTF8.self), "AGE-SECRET-KEY"]
    for file in try fixture.scratch.everyFile() {
      for secret in secrets {
        #expect(!file.bytes.contains(Array(secret.utf8)), "\(secret) in \(file.path)")
      }
    }
  }
}
