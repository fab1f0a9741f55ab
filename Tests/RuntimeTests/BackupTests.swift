import Age
import AlongsideRuntime
import Disk
import Foundation
import Practice
import TestSupport
import Testing
import Vault

/// A journal of the runtime in a folder of its own.
struct RuntimeHome {
  let scratch: Scratch
  let place: JournalPlace
  static let words = Array("gentle river walk today".utf8)
  static let kit = Array(
    "apple bridge candle dinner engine forest garden harbour island jacket".utf8)
  static let clock = Clock { Moment(utcMilliseconds: 1_795_000_000_000, offset: 0, zone: "UTC") }

  init(recovery: Bool = false, name: String = "mine") throws {
    scratch = try Scratch()
    place = Self.place(name, in: scratch)
    try NewJournal.make(
      at: place, passphrase: Passphrase(Self.words),
      recovery: recovery ? Passphrase(Self.kit) : nil, now: 0, logN: 10)
  }

  static func place(_ name: String, in scratch: Scratch) -> JournalPlace {
    JournalPlace(home: scratch.file("home"), name: name, state: scratch.file("state"))
  }

  static var unlock: UnlockWords {
    get throws { UnlockWords([(.passphrase, try Passphrase(words))]) }
  }

  func reader(_ place: JournalPlace? = nil) throws -> Reader {
    try Reader(at: place ?? self.place, with: Self.unlock, clock: Self.clock)
  }

  @discardableResult
  func write(_ texts: [String]) throws -> [String] {
    let writing = Writing(try ClosedJournal(at: place), clock: Self.clock)
    return try texts.map { try writing.keep(text: $0, title: nil, tags: []).id }
  }

  func sealed(_ name: String) throws -> String {
    let path = scratch.file(name)
    var sink = try FileSink(path)
    _ = try SealedCopy.write(
      ClosedJournal(at: place), to: &sink, copyingTo: "\(path).copy.part")
    try sink.finish()
    return path
  }

  func backup(_ name: String) throws -> String {
    let path = scratch.file(name)
    let reader = try reader()
    var sink = try FileSink(path)
    _ = try OpenBackup.write(reader, readme: "A backup.\n", to: &sink)
    try sink.finish()
    for slot in try reader.journal.slotFiles() {
      let small = try FileSink(Restoring.slotPath(path, slot.kind))
      try small.write(slot.file[...])
      try small.finish()
    }
    return path
  }
}

/// Backups of both kinds, and bringing them back.
@Suite struct BackupTests {
  @Test func everyWordingComesBack() throws {
    let home = try RuntimeHome(recovery: true)
    let ids = try home.write((0..<1200).map { "# Title \($0)\nwords \($0)\n\n#tag" })
    var reader = try home.reader()
    let now = RuntimeHome.clock.now()
    try reader.revise(ids[3], now: now) { $0.text = "new words" }
    try reader.erase(ids[4], now: now)
    try reader.keep(ownWords: ["heron"])
    let path = try home.backup("copy")
    #expect(try OpenBackup.check(path, home.reader()) == .init(entries: 1199, wordings: 1200))
    let before = try reader.everything().found
    let place = RuntimeHome.place("again", in: home.scratch)
    let outcome = try Restoring(path).restore(
      to: place, RuntimeHome.unlock, clock: RuntimeHome.clock)
    #expect(outcome.entries == 1199 && outcome.wordings == 1200 && outcome.knowsErased)
    let after = try home.reader(place)
    #expect(try after.everything().found == before)
    #expect(try after.wordings(of: ids[3]).found.map(\.text) == ["words 3", "new words"])
    #expect(try after.ownWords() == ["heron"])
    #expect(try after.verify().damage.isEmpty)
    // The kit opens what was restored as well.
    let kit = UnlockWords([(.recovery, try Passphrase(RuntimeHome.kit))])
    #expect(
      try Reader(at: place, with: kit, clock: RuntimeHome.clock).list().found.count == 1199)
  }

  /// The two lie on one machine and are not taken for one.
  @Test func theRestoredJournalAndTheOldOneGoOnSideBySide() throws {
    let home = try RuntimeHome()
    try home.write(["one"])
    _ = try home.reader()
    let path = try home.backup("copy")
    let place = RuntimeHome.place("again", in: home.scratch)
    _ = try Restoring(path).restore(to: place, RuntimeHome.unlock, clock: RuntimeHome.clock)
    for round in 0..<3 {
      try home.write(["round \(round)"])
      #expect(try home.reader().notices.isEmpty)
      #expect(try home.reader(place).notices.isEmpty)
    }
    #expect(try home.reader().list().found.count == 4)
    #expect(try home.reader(place).list().found.count == 1)
  }

  @Test func whatWasPutAsideComesAlong() throws {
    let home = try RuntimeHome()
    let closed = try ClosedJournal(at: home.place)
    let writing = Writing(closed, clock: RuntimeHome.clock)
    let reflection = try Reflection(
      BlankPage.prompt, sets: [:], writing: writing, clock: RuntimeHome.clock)
    try reflection.interview.answer(.words("half a thought"))
    try reflection.save()
    try reflection.putAside()
    withExtendedLifetime(reflection) {}
    // Even while it is being asked elsewhere.
    let path = try home.backup("busy")
    let place = RuntimeHome.place("busy", in: home.scratch)
    #expect(
      try Restoring(path).restore(to: place, RuntimeHome.unlock, clock: RuntimeHome.clock).drafts
        == 1)
  }

  @Test func aFileWithoutItsInnerPartIsHonest() throws {
    let home = try RuntimeHome()
    try home.write(["one"])
    let path = try home.backup("copy")
    #expect(
      try Restoring(path).check(
        RuntimeHome.unlock, beside: home.place, clock: RuntimeHome.clock
      ).knowsErased)
  }

  /// The main file is lost, pages that were written after the backup still wait beside it.
  @Test func pagesThatWaitBesideALostFileComeAlong() throws {
    let home = try RuntimeHome()
    try home.write(["in the backup"])
    let path = try home.backup("copy")
    try home.write(["after the backup"])
    try home.scratch.remove("home/journals/mine/journal.db")
    let before = home.scratch.names("home/journals/mine/inbox")
    #expect(before.count == 1)
    _ = try Restoring(path).restore(
      to: home.place, RuntimeHome.unlock, clock: RuntimeHome.clock)
    #expect(
      try home.reader().everything().found.compactMap(\.text).sorted()
        == ["after the backup", "in the backup"])
    // The folder was completed: no copy of the pages is left that an erasing would not reach.
    #expect(home.scratch.names("home/journals") == ["mine"])
    #expect(home.scratch.names("home/journals/mine/inbox") == [])
  }

  @Test func cutShortAtAnyLengthNothingIsMade() throws {
    let home = try RuntimeHome()
    try home.write((0..<40).map { "words \($0)" })
    let path = try home.backup("copy")
    let whole = try home.scratch.read("copy")
    let place = RuntimeHome.place("again", in: home.scratch)
    for length in stride(from: 0, to: whole.count, by: whole.count / 23) {
      _ = try home.scratch.write(Array(whole[..<length]), to: "copy")
      #expect(throws: VaultError.self, "\(length)") {
        try Restoring(path).restore(to: place, RuntimeHome.unlock, clock: RuntimeHome.clock)
      }
      #expect(!place.exists)
    }
    #expect(home.scratch.names("home/journals") == ["mine"])
  }

  @Test func aFlippedByteIsNeverTakenForWords() throws {
    let home = try RuntimeHome()
    try home.write((0..<5).map { "words \($0)" })
    let path = try home.backup("copy")
    let whole = try home.scratch.read("copy")
    for at in stride(from: 3, to: whole.count, by: whole.count / 61) {
      var bytes = whole
      bytes[at] ^= 4
      _ = try home.scratch.write(bytes, to: "copy")
      #expect(throws: VaultError.self, "\(at)") {
        try Restoring(path).check(RuntimeHome.unlock, beside: home.place, clock: RuntimeHome.clock)
      }
    }
  }

  /// Nobody's words are in a backup that another journal made.
  @Test func anotherJournalsBackupIsNotJoined() throws {
    let home = try RuntimeHome()
    let other = try RuntimeHome()
    try other.write(["not mine"])
    let path = try other.backup("copy")
    var reader = try home.reader()
    #expect(throws: VaultError.badBackup(.otherJournal)) {
      try Restoring(path).merge(into: &reader, RuntimeHome.unlock, clock: RuntimeHome.clock)
    }
    #expect(try reader.list().found.isEmpty)
  }

  /// What is erased later is still in the backup that a journal was brought back from: it is named.
  @Test(arguments: [Restoring.Kind.open, .unattended])
  func aRestoredJournalKnowsTheBackupItCameFrom(kind: Restoring.Kind) throws {
    let home = try RuntimeHome()
    try home.write(["words"])
    let path = try kind == .open ? home.backup("copy") : home.sealed("copy")
    let place = RuntimeHome.place("again", in: home.scratch)
    _ = try Restoring(path).restore(to: place, RuntimeHome.unlock, clock: RuntimeHome.clock)
    let note = try #require(try home.reader(place).backups().first)
    #expect(note.path == path && note.isRestored)
    #expect(note.isUnattended == (kind == .unattended))
    var reader = try home.reader()
    for _ in 0..<2 {
      let joining = try Restoring(path).merge(
        into: &reader, RuntimeHome.unlock, clock: RuntimeHome.clock)
      #expect(joining.arrivals.wordings == 0 && joining.arrivals.here.count == 1)
    }
    #expect(try reader.backups().map(\.path) == [path])
  }
}
