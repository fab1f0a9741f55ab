import Disk
import Foundation
import TestSupport
import Testing

@testable import Health

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

  private func doing(_ finding: PermissionsCheck.Finding) -> HealthNote {
    HealthNote(.worthDoing, .permissions(finding))
  }

  private func knowing(_ finding: PermissionsCheck.Finding) -> HealthNote {
    HealthNote(.worthKnowing, .permissions(finding))
  }

  private let allIsWell = [HealthNote(.good, .permissions(.yoursAlone))]

  @Test func findsNothingWhereAllIsPrivate() {
    #expect(permissions() == allIsWell)
  }

  @Test(arguments: [
    ("journal.db", 0o640), ("journal.db", 0o604), ("inbox", 0o750), ("inbox/aside/b.age", 0o644),
    ("", 0o711),
  ])
  func findsWhatOthersMayOpen(name: String, mode: mode_t) throws {
    let path = name.isEmpty ? folder : "\(folder)/\(name)"
    let isFolder = FileFacts.isFolder(path)
    try #require(chmod(path, mode) == 0)
    #expect(
      permissions() == [
        doing(
          isFolder
            ? .openFolders([path], journal: folder) : .openFiles([path], journal: folder))
      ])
    try #require(chmod(path, isFolder ? 0o700 : 0o600) == 0)
    #expect(permissions() == allIsWell)
  }

  @Test func findsSeveralThatOthersMayOpen() throws {
    let paths = ["capture", "journal.db"].map { "\(folder)/\($0)" }
    for path in paths { chmod(path, 0o644) }
    let notes = permissions()
    guard case .permissions(.openFiles(let found, folder)) = try #require(notes.first).fact else {
      Issue.record("\(notes)")
      return
    }
    #expect(notes.count == 1)
    #expect(found.sorted() == paths)
  }

  @Test func findsLinksAndOtherOwners() throws {
    let link = "\(folder)/drafts/x.age"
    try FileManager.default.createSymbolicLink(
      atPath: link, withDestinationPath: "/etc/hostname")
    #expect(permissions() == [knowing(.links([link]))])
    let others = permissions(me: FileFacts.me + 1).compactMap { note in
      if case .permissions(.notYours(let paths)) = note.fact { paths } else { nil }
    }
    #expect(others.count == 1)
    #expect(others.first?.contains("\(folder)/journal.db") == true)
  }

  @Test func looksBehindAFolderThatIsALink() throws {
    let real = scratch.file("real")
    try #require(rename(folder, real) == 0)
    try FileManager.default.createSymbolicLink(atPath: folder, withDestinationPath: real)
    #expect(permissions() == [knowing(.links([folder]))])
    chmod("\(real)/inbox/aside/b.age", 0o644)
    #expect(
      permissions() == [
        knowing(.links([folder])),
        doing(.openFiles(["\(real)/inbox/aside/b.age"], journal: folder)),
      ])
  }

  @Test func looksAtTheFoldersAbove() throws {
    let share = scratch.file("share")
    chmod(share, 0o755)
    #expect(permissions() == [knowing(.openAbove(share))])
    chmod(share, 0o777)
    #expect(permissions() == [doing(.writableAbove(share))])
  }

  @Test func looksAtThePassphraseFile() throws {
    let secret = scratch.file("pass word")
    try write("words", to: "pass word", 0o644)
    #expect(
      permissions(secrets: [secret, scratch.file("none")]) == [doing(.openPassphrase(secret))])
    chmod(secret, 0o600)
    #expect(permissions(secrets: [secret]) == allIsWell)
  }

  @Test func saysWhenThereIsNoJournal() throws {
    let none = scratch.file("none")
    #expect(PermissionsCheck(folder: none, above: []).notes() == [knowing(.noFolder(none))])
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

  private func kitNote(_ path: String, besideBackup: Bool = false) -> HealthNote {
    HealthNote(.worthDoing, .kitFiles(.kit(path, besideBackup: besideBackup)))
  }

  @Test(arguments: ["kit.txt", "Desktop/words", "Downloads/my kit (1).txt", "Documents/.hidden"])
  func findsAKit(name: String) throws {
    try write(kit, to: name)
    // The whole fact is compared: it has a path, and none of the words.
    #expect(notes() == [kitNote(scratch.file(name))])
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
    #expect(notes() == [HealthNote(.good, .kitFiles(.nothing))])
  }

  @Test func readsAKitThatAnotherEditorSaved() throws {
    try write("\u{FEFF}" + kit.replacing("\n", with: "\r\n"), to: "Desktop/kit.txt")
    #expect(notes() == [kitNote(scratch.file("Desktop/kit.txt"))])
  }

  @Test func findsAKitBesideABackup() throws {
    for name in ["j.backup", "j.backup.passphrase.age", "j.backup.recovery.age"] {
      try write("age-encryption.org/v1\n", to: "Documents/\(name)")
    }
    let place = scratch.file("Documents")
    let backup = HealthNote(.worthKnowing, .kitFiles(.backups(1, folder: place)))
    #expect(notes() == [backup])
    try write(kit, to: "Documents/kit.txt")
    #expect(notes() == [kitNote("\(place)/kit.txt", besideBackup: true), backup])
  }

  @Test func looksAtSoManyAndSaysSo() throws {
    for number in 1...KitFileCheck.countLimit { try write("x", to: "Downloads/\(1000 + number)") }
    let tooMany = KitFileCheck.Finding.tooMany(
      folder: scratch.file("Downloads"), looked: KitFileCheck.countLimit)
    try write(kit, to: "Downloads/zz.txt")
    #expect(notes() == [HealthNote(.worthKnowing, .kitFiles(tooMany))])
  }

  @Test func findsWhatWasCutOff() throws {
    for name in ["j", "j/inbox", "j/drafts", "memory"] { mkdir(scratch.file(name), 0o700) }
    let check = LeftoverCheck(
      folder: scratch.file("j"), memory: [scratch.file("memory")], isRunning: { $0 == 77 })
    #expect(check.notes() == [HealthNote(.good, .leftovers(.nothing))])
    let (here, gone) = (scratch.file("memory/alongside-edit-77-a"), "memory/alongside-edit-78-a")
    mkdir(here, 0o700)
    mkdir(scratch.file("memory/other"), 0o700)
    #expect(check.notes() == [HealthNote(.worthKnowing, .leftovers(.editorOpen(here)))])
    mkdir(scratch.file(gone), 0o700)
    for name in ["inbox/.xyz.part", "journal.db-journal", "journal.db.damaged-1"] {
      try write("", to: "j/\(name)")
    }
    let notes = check.notes()
    #expect(
      Set(notes.prefix(2)) == [
        HealthNote(.worthKnowing, .leftovers(.editorOpen(here))),
        HealthNote(.worthDoing, .leftovers(.editorLeft(scratch.file(gone)))),
      ])
    #expect(
      notes.dropFirst(2).map(\.fact) == [
        .leftovers(.cutOff([scratch.file("j/inbox/.xyz.part")])),
        .leftovers(.changeUnderWay(scratch.file("j/journal.db-journal"))),
        .leftovers(.damaged([scratch.file("j/journal.db.damaged-1")])),
      ])
  }

  @Test func countsWhatDidNotOpen() throws {
    for name in ["j", "j/inbox", "j/inbox/aside"] { mkdir(scratch.file(name), 0o700) }
    let check = SealedFilesCheck(folder: scratch.file("j"))
    #expect(check.notes() == [HealthNote(.good, .sealedFiles(.allReadable))])
    for name in ["a.age", "b.age"] { try write("", to: "j/inbox/aside/\(name)") }
    let place = scratch.file("j/inbox/aside")
    #expect(
      check.notes() == [HealthNote(.worthKnowing, .sealedFiles(.aside(2, place: place)))])
  }
}
