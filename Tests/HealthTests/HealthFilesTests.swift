import Disk
import Foundation
import TestSupport
import Testing

@testable import AlongsideCLI

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Files and folders with real modes, as `doctor` finds them.
@Suite struct HealthFilesTests {
  private let scratch: Scratch
  private let folder: String

  init() throws {
    scratch = try Scratch()
    folder = scratch.file("share/journals/mine")
    for name in ["share", "share/journals", "share/journals/mine"] { try make(name) }
    for name in ["inbox", "inbox/aside", "drafts"] { try make("share/journals/mine/\(name)") }
    for name in ["journal.db", "capture", "inbox/a.age", "inbox/aside/b.age"] {
      try write("", to: "share/journals/mine/\(name)")
    }
  }

  private func make(_ name: String, _ mode: mode_t = 0o700) throws {
    try #require(mkdir(scratch.file(name), mode) == 0)
    try #require(chmod(scratch.file(name), mode) == 0)
  }

  private func write(_ text: String, to name: String, _ mode: mode_t = 0o600) throws {
    _ = try scratch.write(Array(text.utf8), to: name)
    try #require(chmod(scratch.file(name), mode) == 0)
  }

  private func permissions(me: UInt32 = FileFacts.me, secrets: [String] = []) -> [HealthNote] {
    PermissionsCheck(
      folder: folder, above: [scratch.file("share"), scratch.file("share/journals")],
      secrets: secrets, me: me
    ).notes()
  }

  @Test func findsNothingWhereAllIsPrivate() {
    #expect(permissions().map(\.level) == [.good])
  }

  @Test(arguments: [
    ("journal.db", 0o640), ("journal.db", 0o604), ("inbox", 0o750), ("inbox/aside/b.age", 0o644),
    ("", 0o711),
  ])
  func findsWhatOthersMayOpen(name: String, mode: mode_t) throws {
    let path = name.isEmpty ? folder : "\(folder)/\(name)"
    let good: mode_t = FileFacts(of: path)?.kind == .folder ? 0o700 : 0o600
    try #require(chmod(path, mode) == 0)
    let notes = permissions()
    #expect(notes.map(\.level) == [.worthDoing])
    #expect(notes[0].what.contains(path))
    #expect(notes[0].next == "chmod \(String(good, radix: 8)) \(path)")
    try #require(chmod(path, good) == 0)
    #expect(permissions().map(\.level) == [.good])
  }

  @Test func mendsSeveralWithOneCommand() throws {
    for name in ["journal.db", "capture"] { chmod("\(folder)/\(name)", 0o644) }
    let notes = permissions()
    #expect(notes.map(\.next) == ["chmod -R go= \(folder)"])
    #expect(notes[0].what.contains("(and 1 more)"))
  }

  @Test func findsLinksAndOtherOwners() throws {
    try FileManager.default.createSymbolicLink(
      atPath: "\(folder)/drafts/x.age", withDestinationPath: "/etc/hostname")
    #expect(permissions().map(\.level) == [.worthKnowing])
    #expect(permissions()[0].what.contains("drafts/x.age is a link"))
    let others = permissions(me: FileFacts.me + 1)
    #expect(others.contains { $0.what.contains("belongs to another account") })
  }

  @Test func looksBehindAFolderThatIsALink() throws {
    try #require(rename(folder, scratch.file("real")) == 0)
    try FileManager.default.createSymbolicLink(
      atPath: folder, withDestinationPath: scratch.file("real"))
    #expect(permissions().map(\.level) == [.worthKnowing])
    chmod(scratch.file("real/inbox/aside/b.age"), 0o644)
    #expect(permissions().map(\.level) == [.worthKnowing, .worthDoing])
  }

  @Test func looksAtTheFoldersAbove() throws {
    chmod(scratch.file("share"), 0o755)
    #expect(permissions().map(\.level) == [.worthKnowing])
    #expect(permissions()[0].next == "chmod 700 \(scratch.file("share"))")
    chmod(scratch.file("share"), 0o777)
    #expect(permissions().map(\.level) == [.worthDoing])
  }

  @Test func looksAtThePassphraseFile() throws {
    try write("words", to: "pass word", 0o644)
    let notes = permissions(secrets: [scratch.file("pass word"), scratch.file("none")])
    #expect(notes.map(\.level) == [.worthDoing])
    #expect(notes[0].next == "chmod 600 '\(scratch.file("pass word"))'")
    chmod(scratch.file("pass word"), 0o600)
    #expect(permissions(secrets: [scratch.file("pass word")]).map(\.level) == [.good])
  }

  @Test func saysWhenThereIsNoJournal() throws {
    let notes = PermissionsCheck(folder: scratch.file("none"), above: []).notes()
    #expect(notes.map(\.level) == [.worthKnowing])
  }
}

/// Kits, backups and what was cut off.
@Suite struct HealthLeavingsTests {
  private let scratch: Scratch
  private let kit = """
    RECOVERY WORDS for the Alongside journal "mine"

    willow copper anchor ladder marble pepper window garden silver button

    """

  init() throws {
    scratch = try Scratch()
    for name in ["Desktop", "Documents", "Downloads"] {
      try #require(mkdir(scratch.file(name), 0o700) == 0)
    }
  }

  private func write(_ text: String, to name: String) throws {
    _ = try scratch.write(Array(text.utf8), to: name)
  }

  private func notes(current: String? = nil) -> [HealthNote] {
    KitFileCheck(
      folders: KitFileCheck.usualFolders(home: scratch.path, current: current ?? scratch.path)
    ).notes()
  }

  @Test(arguments: ["kit.txt", "Desktop/words", "Downloads/my kit (1).txt", "Documents/.hidden"])
  func findsAKit(name: String) throws {
    try write(kit, to: name)
    let notes = notes()
    #expect(notes.map(\.level) == [.worthDoing])
    #expect(notes[0].what.contains(scratch.file(name)))
    #expect(notes[0].next?.contains("rm ") == true)
    for word in ["willow", "button", "copper anchor"] {
      #expect(!notes[0].what.contains(word) && notes[0].next?.contains(word) == false)
    }
  }

  @Test func leavesOtherFilesAlone() throws {
    try write("My notes\n" + kit, to: "notes.txt")
    try write("RECOVERY WORDS for another thing\n", to: "Desktop/other.txt")
    try write("RECOVERY WORDS", to: "Desktop/short.txt")
    try write("", to: "Desktop/empty.txt")
    try write(kit + String(repeating: " ", count: 70_000), to: "Documents/long.txt")
    try #require(mkdir(scratch.file("Documents/deep"), 0o700) == 0)
    try write(kit, to: "Documents/deep/kit.txt")
    try #require(mkfifo(scratch.file("Desktop/pipe"), 0o600) == 0)
    try FileManager.default.createSymbolicLink(
      atPath: scratch.file("Desktop/link"), withDestinationPath: "deep/kit.txt")
    #expect(notes().map(\.level) == [.good])
  }

  @Test func readsAKitThatAnotherEditorSaved() throws {
    try write("\u{FEFF}" + kit.replacing("\n", with: "\r\n"), to: "Desktop/kit.txt")
    #expect(notes().map(\.level) == [.worthDoing])
  }

  @Test func findsAKitBesideABackup() throws {
    for name in ["j.backup", "j.backup.passphrase.age", "j.backup.recovery.age"] {
      try write("age-encryption.org/v1\n", to: "Documents/\(name)")
    }
    let alone = notes()
    #expect(alone.map(\.level) == [.worthKnowing])
    #expect(alone[0].what.contains("A backup lies in \(scratch.file("Documents"))"))
    try write(kit, to: "Documents/kit.txt")
    let together = notes()
    #expect(together.map(\.level) == [.worthDoing, .worthKnowing])
    #expect(together[0].what.contains("A backup lies beside it"))
  }

  @Test func looksAtSoManyAndSaysSo() throws {
    for number in 1...KitFileCheck.countLimit { try write("x", to: "Downloads/\(1000 + number)") }
    try write(kit, to: "Downloads/zz.txt")
    #expect(notes().map(\.level) == [.worthKnowing])
  }

  @Test func findsWhatWasCutOff() throws {
    for name in ["j", "j/inbox", "j/drafts", "memory"] { mkdir(scratch.file(name), 0o700) }
    let check = LeftoverCheck(
      folder: scratch.file("j"), memory: [scratch.file("memory")], isRunning: { $0 == 77 })
    #expect(check.notes().map(\.level) == [.good])
    mkdir(scratch.file("memory/alongside-edit-77-abcdef"), 0o700)
    mkdir(scratch.file("memory/other"), 0o700)
    #expect(check.notes().map(\.level) == [.worthKnowing])
    mkdir(scratch.file("memory/alongside-edit-78-abcdef"), 0o700)
    #expect(check.notes().map(\.level) == [.worthKnowing, .worthDoing])
    try write("", to: "j/inbox/.xyz.part")
    try write("", to: "j/journal.db-journal")
    let notes = check.notes()
    #expect(notes.count == 4)
    #expect(notes[2].next?.hasSuffix("rm \(scratch.file("j/inbox/.xyz.part"))") == true)
    #expect(notes[3].what.contains("Leave that file"))
  }
}
