import FoundationEssentials
import PackFormat
import Packs
import SSHSigning
import Synchronization
import TestSupport
import Testing

/// Whatever breaks off on the way, the old set is there or the new one.
@Suite struct InstalledCrashTests {
  /// Counts steps, and at one of them does something else.
  private final class Steps: Sendable {
    let count = Mutex(0)
    let at: Int
    let act: @Sendable () throws(PackTrouble) -> Void

    init(at: Int, _ act: @escaping @Sendable () throws(PackTrouble) -> Void) {
      self.at = at
      self.act = act
    }

    func take() throws(PackTrouble) {
      let now = count.withLock { count in
        count += 1
        return count
      }
      if now == at { try act() }
    }
  }

  private static let full = PackTrouble(.disk, "The disk is full.", hint: "")

  private struct Change: CustomTestStringConvertible {
    let testDescription: String
    let after: [Int]
    let run: @Sendable (Installed, SigningKey) throws -> Void
  }

  private static let changes = [
    Change(testDescription: "update", after: [3, 2, 1]) { try $0.install(revision: 3, by: $1) },
    Change(testDescription: "rollback", after: [1, 2]) { installed, _ in
      _ = try installed.packs.rollback(PackSample.id)
    },
    Change(testDescription: "remove", after: []) { installed, _ in
      _ = try installed.packs.remove(PackSample.id)
    },
  ]

  /// A home with revisions 2 and 1, changed with a disk that breaks off at a step.
  private func start(_ key: SigningKey) throws -> Installed {
    let installed = try Installed()
    for revision in 1...2 { try installed.install(revision: revision, by: key) }
    return installed
  }

  private func check(_ installed: Installed, isIn outcomes: [[Int]], _ note: String) throws {
    let revisions = try installed.revisions()
    #expect(outcomes.contains(revisions), "\(note): \(revisions)")
    let (packs, findings) = installed.packs.packs()
    #expect(findings == [], "\(note)")
    #expect(packs.allSatisfy { $0.folder.pack != nil }, "\(note)")
  }

  /// A step fails, as on a full disk: the set is unchanged unless the rename was done.
  @Test func aFailureAtAnyStep() throws {
    let key = SigningKey()
    for change in Self.changes {
      var sawFailure = 0
      for step in 1... {
        let installed = try start(key)
        let steps = Steps(at: step) { () throws(PackTrouble) in throw Self.full }
        let disk = PackDisk { _, _ throws(PackTrouble) in try steps.take() }
        let broken = Installed(installed, disk: disk)
        let failed = (try? change.run(broken, key)) == nil
        let note = "\(change.testDescription), step \(step)"
        try check(installed, isIn: [[2, 1], change.after], note)
        if failed {
          sawFailure += 1
          #expect(
            installed.scratch.names("packs/store").allSatisfy { $0.hasPrefix("h1-") }, "\(note)")
        }
        guard steps.count.withLock({ $0 }) >= step else { break }
      }
      #expect(sawFailure > 2, "\(change.testDescription)")
    }
  }

  /// A disk of 300 KiB: `mount -t tmpfs -o size=300k none DIR`, named by `ALONGSIDE_TINY_DISK`.
  @Test(.enabled(if: ProcessInfo.processInfo.environment["ALONGSIDE_TINY_DISK"] != nil))
  func aDiskThatIsFull() throws {
    let place = try #require(ProcessInfo.processInfo.environment["ALONGSIDE_TINY_DISK"])
    let key = SigningKey()
    let packs = InstalledPacks(path: "\(place)/packs")
    func install(_ texts: [String: String]) throws {
      let offer = try PackSample.offer(texts, by: key)
      let accepted = Acceptance.signer(fingerprint: key.verifyingKey.fingerprint, name: "Us")
      _ = try packs.install(
        offer, accepting: accepted, under: Installed.rules(), source: "x", today: PackSample.today)
    }
    try install(PackSample.texts())
    var large = PackSample.texts(revision: 2)
    for index in 0..<3 { large["notes\(index).md"] = String(repeating: "#", count: 200_000) }
    let trouble = try #require(throws: PackTrouble.self) { try install(large) }
    #expect(trouble.message.hasSuffix("failed: No space left on device."), "\(trouble)")
    #expect(trouble.hint == "Make some room and try again. The packs are as they were.")
    #expect(try packs.lock()[PackSample.id]?.active.revision == 1)
    #expect(packs.packs().findings == [] && packs.packs().packs.count == 1)
    try install(PackSample.texts(revision: 3))
    #expect(try packs.lock()[PackSample.id]?.active.revision == 3)
  }

  /// The machine stops at a step: what was on the disk then is a whole set, and can be changed.
  @Test func aCrashAtAnyStep() throws {
    let key = SigningKey()
    for change in Self.changes {
      var seen: Set<[Int]> = []
      for step in 1... {
        let installed = try start(key)
        let after = try Scratch()
        let from = installed.packs.path
        let to = after.file("packs")
        let steps = Steps(at: step) {
          do { try FileManager.default.copyItem(atPath: from, toPath: to) } catch {}
        }
        let disk = PackDisk { _, _ throws(PackTrouble) in try steps.take() }
        try change.run(Installed(installed, disk: disk), key)
        guard steps.count.withLock({ $0 }) >= step else { break }
        let then = Installed(scratch: after)
        let note = "\(change.testDescription), step \(step)"
        try check(then, isIn: [[2, 1], change.after], note)
        seen.insert(try then.revisions())
        // The next change succeeds and sweeps what was left.
        try then.install(revision: 4, by: key)
        #expect(
          after.names("packs/store").allSatisfy { $0.hasPrefix("h1-") }, "\(note)")
        #expect(after.names("packs") == [".changing", "alongside.lock", "store"], "\(note)")
      }
      #expect(seen == [[2, 1], change.after], "\(change.testDescription)")
    }
  }
}

extension Installed {
  /// The same folder with another disk.
  fileprivate init(_ other: Installed, disk: PackDisk) {
    scratch = other.scratch
    packs = InstalledPacks(path: other.packs.path, disk: disk)
  }

  fileprivate init(scratch: Scratch) {
    self.scratch = scratch
    packs = InstalledPacks(path: scratch.file("packs"))
  }
}
