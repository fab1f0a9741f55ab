import FoundationEssentials
import PackFormat
import Packs
import Practice
import SSHSigning
import TestSupport
import Testing

@Suite struct InstalledPacksTests {
  private let key = SigningKey()

  @Test func nothingIsInstalledAtFirst() throws {
    let installed = try Installed()
    #expect(try installed.packs.lock() == PackLock())
    #expect(installed.packs.packs().packs.isEmpty && installed.packs.packs().findings == [])
    #expect(!installed.scratch.exists("packs"))
  }

  @Test func aPackIsInstalledAndRead() throws {
    let installed = try Installed()
    let done = try installed.install(by: key)
    let pack = try #require(try installed.packs.lock()[PackSample.id])
    #expect(done == .installed(pack.active))
    #expect(pack.active.signer?.fingerprint == key.verifyingKey.fingerprint)
    #expect(pack.active.source == "basics.tar" && pack.active.version == "1.1.0")
    #expect(installed.question() == "How was it?")
    let path = try installed.packs.path(of: PackSample.id)
    #expect(path == "\(installed.packs.path)/store/h1-\(pack.active.h1)")
    #expect(FileManager.default.fileExists(atPath: path + "/pack.sums.sig"))
    let mode = try FileManager.default.attributesOfItem(atPath: path + "/pack.yaml")
    #expect(mode[.posixPermissions] as? Int == 0o400)
    #expect(installed.scratch.names("packs") == [".changing", "alongside.lock", "store"])
  }

  @Test func theLockIsOneTextAlways() throws {
    let installed = try Installed()
    try installed.install(by: key)
    let bytes = try installed.scratch.read("packs/alongside.lock")
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.hasPrefix("{\"packs\":[{\"active\":{\"h1\":\"") && text.hasSuffix("]}\n"))
    #expect(text.contains("\"schema\":\"alongside.lock/1\""))
    #expect(text.contains("\"installed\":\"2026-11-22\""))
    #expect(try PackLock(bytes, file: "x").bytes == bytes)
  }

  @Test func anUpdateKeepsTwoToGoBackTo() throws {
    let installed = try Installed()
    for revision in 1...4 {
      try installed.install(revision: revision, by: key, ask: "Number \(revision)?")
    }
    #expect(try installed.revisions() == [4, 3, 2])
    #expect(installed.question() == "Number 4?")
    #expect(installed.scratch.names("packs/store").count == 3)
    try installed.install(revision: 1, by: key, id: "org.example.other")
    #expect(try installed.packs.lock().packs.map(\.id) == [PackSample.id, "org.example.other"])
    try installed.install(revision: 5, by: key)
    #expect(try installed.packs.lock().packs.map(\.id) == [PackSample.id, "org.example.other"])
  }

  @Test func theSameAgainChangesNothing() throws {
    let installed = try Installed()
    try installed.install(by: key)
    let before = try installed.scratch.read("packs/alongside.lock")
    let offer = try PackSample.offer(by: key)
    #expect(
      try installed.packs.judge(offer, under: Installed.rules(), today: PackSample.today).isSame)
    guard case .unchanged = try installed.install(by: key) else {
      Issue.record("it was installed again")
      return
    }
    #expect(try installed.scratch.read("packs/alongside.lock") == before)
  }

  @Test func rollingBack() throws {
    let installed = try Installed()
    for revision in 1...3 { try installed.install(revision: revision, by: key) }
    #expect(try installed.packs.rollback(PackSample.id).revision == 2)
    #expect(try installed.revisions() == [2, 3, 1])
    // The higher one may come back; the lower one only by going back.
    let third = try PackSample.offer(PackSample.texts(revision: 3), by: key)
    #expect(try installed.standing(third) == .known(name: "Our panel"))
    let first = try PackSample.offer(PackSample.texts(revision: 1), by: key)
    let trouble = try installed.refusal(first)
    #expect(
      trouble.message
        == "This is revision 1 of org.example.basics, and revision 3 from this signer was installed"
        + " here before.")
    #expect(
      trouble.hint
        == "Ask for the newest file. To go back to what was here: \(.goBack("org.example.basics"))")
    #expect(trouble.reason == .lowerRevision)
    #expect(try installed.packs.rollback(PackSample.id, toRevision: 1).revision == 1)
    #expect(try installed.revisions() == [1, 2, 3])
    try installed.install(third)
    #expect(try installed.revisions() == [3, 1, 2])
  }

  /// What another pack sets by now cannot come back; nothing is changed, and the two are named.
  @Test func rollingBackIntoAConflict() throws {
    let installed = try Installed()
    let more = "overrides: [{item: org.late/p, set: {title: T}, because: B}]"
    try installed.install(by: key, more: more)
    try installed.install(revision: 2, by: key)
    let other = try ComposedPacks.override("title: A", of: "org.late/p", id: "org.other")
    let trouble = try #require(throws: PackTrouble.self) {
      try installed.packs.rollback(PackSample.id, beside: [other])
    }
    #expect(trouble.reason == .conflict)
    #expect(trouble.message.contains("org.other (pack.yaml:12) and org.example.basics both set"))
    #expect(try installed.revisions() == [2, 1])
    #expect(try installed.packs.rollback(PackSample.id, beside: []).revision == 1)
  }

  /// A change that no pack may make any more is no reason to keep a person from the version they had.
  @Test func rollingBackToAChangeThatIsRefusedSince() throws {
    let installed = try Installed()
    let more = "overrides: [{item: core/evening, set: {heavy/sensitivity: ordinary}, because: B}]"
    try installed.install(by: key, more: more)
    try installed.install(revision: 2, by: key)
    let core = try ComposedPacks.core()
    #expect(try installed.packs.rollback(PackSample.id, beside: [core]).revision == 1)
    let pack = try #require(installed.packs.packs().packs.first?.folder.pack)
    let both = Composition([.init(core), .init(pack)])
    #expect(both.findings.map(\.code) == ["weakens"] && both.shelf.packs[0] == core)
  }

  @Test func rollingBackToNothing() throws {
    let installed = try Installed()
    try installed.install(by: key)
    let none = try #require(throws: PackTrouble.self) {
      try installed.packs.rollback(PackSample.id)
    }
    #expect(none.message == "There is no version of org.example.basics to go back to.")
    #expect(none.reason == .nothingBefore)
    try installed.install(revision: 2, by: key)
    let other = try #require(throws: PackTrouble.self) {
      try installed.packs.rollback(PackSample.id, toRevision: 9)
    }
    #expect(other.message == "Revision 9 of org.example.basics is not kept here.")
    #expect(other.hint == "Kept are: 1.")
  }

  @Test func removing() throws {
    let installed = try Installed()
    try installed.install(revision: 2, by: key)
    #expect(try installed.packs.remove(PackSample.id).id == PackSample.id)
    #expect(installed.scratch.names("packs/store") == [])
    let gone = try #require(throws: PackTrouble.self) {
      try installed.packs.remove("org.example.basic")
    }
    #expect(gone.message == "No pack \"org.example.basic\" is installed.")
    #expect(gone.hint == "\(.listPacks) shows those that are.")
    // What was seen stays seen, and the signer known.
    let older = try PackSample.offer(PackSample.texts(revision: 1), by: key)
    #expect(try installed.refusal(older).reason == .lowerRevision)
    #expect(try installed.refusal(older).hint == "Ask for the newest file.")
    let same = try PackSample.offer(PackSample.texts(revision: 2), by: key)
    #expect(try installed.standing(same) == .known(name: "Our panel"))
  }

  @Test func aChangedStoreFileIsNamedAndTheRestWorks() throws {
    let installed = try Installed()
    try installed.install(by: key)
    try installed.install(by: key, id: "org.example.other")
    let path = try installed.packs.path(of: PackSample.id)
    try FileManager.default.removeItem(atPath: path + "/prompts/evening.yaml")
    try Data("other".utf8).write(to: URL(fileURLWithPath: path + "/prompts/evening.yaml"))
    let (packs, findings) = installed.packs.packs()
    #expect(packs.map { $0.folder.pack?.id } == [nil, "org.example.other"])
    #expect(findings.map(\.file) == [path + "/prompts/evening.yaml"])
    #expect(findings.map(\.message) == ["It is not as it was when it was installed."])
    #expect(
      findings.map(\.hint) == [
        "Install the pack again from its file. Until then it is left out."
      ])
    // Installing it again mends it.
    try installed.install(by: key)
    #expect(installed.packs.packs().findings == [])
  }

  @Test(arguments: ["gone", "added", "sums"])
  func otherWaysToChangeTheStore(way: String) throws {
    let installed = try Installed()
    try installed.install(by: key)
    let path = try installed.packs.path(of: PackSample.id)
    switch way {
    case "gone": try FileManager.default.removeItem(atPath: path + "/prompts/evening.yaml")
    case "added": try Data("x".utf8).write(to: URL(fileURLWithPath: path + "/more.md"))
    default:
      try FileManager.default.removeItem(atPath: path + "/pack.sums")
      try FileManager.default.removeItem(atPath: path + "/README.md")
    }
    #expect(installed.packs.packs().findings.map(\.code) == ["store-changed"])
  }

  @Test(arguments: [
    ("{", "damaged"), ("", "damaged"), ("{\"schema\":\"alongside.lock/1\"}", "damaged"),
    (
      #"{"schema":"alongside.lock/1","packs":[{"id":"a","active":{"h1":"../../x","version":"1","revision":1,"source":"","installed":"2026-01-01"},"previous":[]}],"seen":[],"signers":[]}"#,
      "damaged"
    ),
    ("{\"schema\":\"alongside.lock/2\"}", "newer"),
  ]) func aLockThatCannotBeRead(text: String, kind: String) throws {
    let installed = try Installed()
    try installed.install(by: key)
    let lock = try installed.scratch.write(Array(text.utf8), to: "packs/alongside.lock")
    let before = try installed.scratch.everyFile().map(\.path)
    let message =
      kind == "newer"
      ? "\(lock) was written by a newer version of Alongside (alongside.lock/2)."
      : "\(lock), the list of installed packs, is damaged."
    #expect(installed.packs.packs().findings.map(\.message) == [message])
    #expect(installed.packs.packs().packs.isEmpty)
    for act in ["install", "rollback", "remove"] {
      let trouble = try #require(throws: PackTrouble.self) {
        switch act {
        case "install": try installed.install(revision: 2, by: key)
        case "rollback": _ = try installed.packs.rollback(PackSample.id)
        default: _ = try installed.packs.remove(PackSample.id)
        }
      }
      #expect(trouble.message == message)
      #expect(trouble.reason == (kind == "newer" ? .newerLockFile : .lockFile))
    }
    #expect(try installed.scratch.everyFile().map(\.path) == before)
  }

  @Test func twoAtOnceDoNotMix() async throws {
    let installed = try Installed()
    let key = key
    try await withThrowingTaskGroup(of: Void.self) { group in
      for index in 0..<8 {
        group.addTask { try installed.install(by: key, id: "org.example.p\(index)") }
      }
      try await group.waitForAll()
    }
    #expect(try installed.packs.lock().packs.count == 8)
    #expect(installed.packs.packs().packs.allSatisfy { $0.folder.pack != nil })
  }
}
