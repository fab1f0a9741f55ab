import Foundation
import Health
import Testing

@testable import AlongsideCLI

/// Every sentence and next step of `doctor`, letter by letter, as `DoctorWords.txt` has them.
@Suite struct DoctorWordsTests {
  private static let place: [HealthFact] =
    ([
      .yoursAlone, .noFolder("/h/j"), .writableAbove("/h o"), .openAbove("/h"),
      .links(["/h/j/x", "/h/j/y"]), .notYours(["/h/j/x"]), .openFolders(["/h/j"], journal: "/h/j"),
      .openFolders(["/h/j", "/h/j/inbox"], journal: "/h/j"),
      .openFiles(["/h/j/it's"], journal: "/h/j"),
      .openFiles(["/h/j/a", "/h/j/b", "/h/j/c"], journal: "/h/j"), .openPassphrase("/h/pw"),
    ] as [PermissionsCheck.Finding]).map(HealthFact.permissions)
    + ([
      .notSynced, .synced(service: "Dropbox", place: "/h/Dropbox"),
      .onServer(point: "/srv", type: "nfs4"), .onHost(point: "/host", type: "9p"),
    ] as [SyncedFolderCheck.Finding]).map(HealthFact.syncedFolder)
    + ([
      .encryptedFolder(point: "/v", type: "fuse.cryfs"), .encryptedDisk(point: "/"),
      .unencrypted(point: "/"), .partly(point: "/"), .inMemory(point: "/tmp", type: "tmpfs"),
      .diskInMemory(point: "/r"), .zfs(source: "tank/my words"),
      .unknown(point: "/", type: "overlay"), .noMounts,
    ] as [DiskEncryptionCheck.Finding]).map(HealthFact.diskEncryption)
    + ([
      .nowhere, .covered, .open(["/dev/sda1", "/swap file"]), .unclear(["/dev/sdz9"]), .unknown,
    ] as [SwapCheck.Finding]).map(HealthFact.swap)

  private static let files: [HealthFact] =
    ([
      .nothing, .kit("/h/my kit", besideBackup: false), .kit("/h/kit", besideBackup: true),
      .tooMany(folder: "/h", looked: 400), .backups(1, folder: "/h"), .backups(2, folder: "/h"),
    ] as [KitFileCheck.Finding]).map(HealthFact.kitFiles)
    + ([
      .nothing, .editorOpen("/m/e"), .editorLeft("/m/e e"), .cutOff(["/h/j/a.part"]),
      .cutOff(["/h/j/a.part", "/h/j/b b.part"]), .changeUnderWay("/h/j/journal.db-journal"),
      .damaged(["/h/j/d1", "/h/j/d2"]),
    ] as [LeftoverCheck.Finding]).map(HealthFact.leftovers)
    + ([
      .allReadable, .unreadable(["/h/j/a.age"], journal: "/h/j"),
      .unreadable(["/h/j/a.age", "/h/j/b.age"], journal: "/h j"), .aside(1, place: "/h/j/inbox"),
      .aside(2, place: "/h/j/inbox"),
    ] as [SealedFilesCheck.Finding]).map(HealthFact.sealedFiles)

  private static let programs: [HealthFact] =
    ([
      .ready("nano -x"), .noneNamed(usual: "nano"), .unreadable(command: "'half"), .missing("gone"),
    ] as [EditorCheck.Finding]).map(HealthFact.editor)
    + EditorTraces.allCases.map { .editor(.leaves("thing", $0)) }
    + ([.ready, .notInstalled, .refused(program: "/usr/bin/bwrap")] as [SandboxCheck.Finding])
    .map(HealthFact.sandbox)

  private static let signposts: [HealthFact] =
    ([
      .unreadableSettings("/h/settings.yaml"), .noPlaces, .allChecked(12),
      .pastReview(late(["A"], packs: ["core"], includesOwn: false)),
      .pastReview(late(["A", "B", "C", "D", "E"], packs: ["core", "org.x"], includesOwn: true)),
      .unchecked(1, of: 3, hosts: []), .unchecked(3, of: 3, hosts: ["a.org", "b.org"]),
      .unchecked(5, of: 6, hosts: ["a.org", "b.org", "c.org", "d.org", "e.org"]),
    ] as [SignpostCheck.Finding]).map(HealthFact.signposts)

  private static func late(
    _ names: [String], packs: [String], includesOwn: Bool
  ) -> SignpostCheck.Late {
    SignpostCheck.Late(names: names, all: 9, packs: packs, includesOwn: includesOwn, list: "core/x")
  }

  @Test func saysWhatItAlwaysSaid() throws {
    let path = "\(ProgramHome.root)/Tests/AlongsideCLITests/DoctorWords.txt"
    let expected = try String(contentsOfFile: path, encoding: .utf8)
      .split(separator: "\n").map(String.init)
    let said = (Self.place + Self.files + Self.programs + Self.signposts).flatMap { fact in
      let (topic, words) = fact.told
      return ["\(topic): \(words.what)"] + (words.next.map { ["  \($0)"] } ?? [])
    }
    #expect(said == expected, "\(said.joined(separator: "\n"))")
  }
}
