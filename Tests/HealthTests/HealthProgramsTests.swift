import Foundation
import Practice
import TestSupport
import Testing

@testable import Health

/// Editors, the sandbox and the places to turn to.
@Suite struct HealthProgramsTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func program(_ name: String) throws {
    let path = try scratch.write(Array("#!/bin/sh\nexit 0\n".utf8), to: name)
    try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: path)
  }

  private func editor(_ lookup: EditorCheck.Lookup) -> [HealthNote] {
    EditorCheck(lookup: lookup, searchPath: scratch.path).notes()
  }

  private func leaves(_ name: String, _ traces: EditorTraces) -> [HealthNote] {
    [HealthNote(.worthKnowing, .editor(.leaves(name, traces)))]
  }

  @Test func passesOnWhatTheLookFound() {
    #expect(editor(.ready("nano -x")) == [HealthNote(.good, .editor(.ready("nano -x")))])
    for (lookup, finding) in [
      (.noneNamed(usual: "nano"), .noneNamed(usual: "nano")), (.missing("gone"), .missing("gone")),
      (.unreadable(command: "'half"), .unreadable(command: "'half")),
    ] as [(EditorCheck.Lookup, EditorCheck.Finding)] {
      #expect(editor(lookup) == [HealthNote(.worthKnowing, .editor(finding))])
    }
  }

  @Test func followsLinksToTheProgram() throws {
    try program("emacs-gtk")
    try FileManager.default.createSymbolicLink(
      atPath: scratch.file("editor"), withDestinationPath: "emacs-gtk")
    #expect(editor(.unknown("editor")) == leaves("editor", .savesAndBackups))
    let path = scratch.file("editor")
    #expect(editor(.unknown(path)) == leaves(path, .savesAndBackups))
  }

  @Test(arguments: [
    ("code", EditorTraces.history), ("emacs", .savesAndBackups), ("emacs29", .savesAndBackups),
    ("gedit", .backupsAndList), ("vi", .recoveryFolder), ("kate", .swapFileAndList),
    ("micro", .backupFolder), ("subl", .sessionFile), ("joe", .backupsAndSession),
    ("mcedit", .backupsAndPlaces), ("something-new", .unknown), ("coder", .unknown),
  ])
  func knowsWhatOthersLeave(name: String, traces: EditorTraces) throws {
    #expect(editor(.unknown(name)) == leaves(name, traces))
    try program(name)
    #expect(editor(.unknown(name)) == leaves(name, traces))
  }

  @Test func triesTheSandbox() async throws {
    struct Refused: Error {}
    let none = await SandboxCheck(searchPath: scratch.path) { _ in }.notes()
    #expect(none == [HealthNote(.worthKnowing, .sandbox(.notInstalled))])
    try program("bwrap")
    let path = scratch.file("bwrap")
    let good = await SandboxCheck(searchPath: scratch.path) { line in
      guard line == SandboxCheck.probe(path) else { throw Refused() }
    }.notes()
    #expect(good == [HealthNote(.good, .sandbox(.ready))])
    let refused = await SandboxCheck(searchPath: scratch.path) { _ in throw Refused() }.notes()
    #expect(refused == [HealthNote(.worthKnowing, .sandbox(.refused(program: path)))])
  }

  private func list(_ reviewBy: String?..., by name: String?) -> [SignpostList] {
    let items = reviewBy.enumerated().map { index, day in
      Signpost(
        id: "s\(index)", name: "Place \(index)", contact: "999", audience: [.me],
        verifiedOn: name == nil ? nil : "2026-01-05", verifiedBy: name, reviewBy: day)
    }
    return [SignpostList(id: "all", pack: "core", title: "Places", items: items)]
  }

  private func signposts(
    _ lists: [SignpostList], unreadableSettings: String? = nil
  ) throws -> [HealthNote] {
    SignpostCheck(
      lists: lists, today: try #require(Day("2026-03-14")), unreadableSettings: unreadableSettings
    ).notes()
  }

  @Test func looksAtTheDaysOfSignposts() throws {
    #expect(try signposts([]) == [HealthNote(.worthKnowing, .signposts(.noPlaces))])
    #expect(
      try signposts(list("2026-03-14", nil, by: "A. Person"))
        == [HealthNote(.good, .signposts(.allChecked(2)))])
    let dated = list("2026-03-13", "2026-03-14", "soon", by: "A. Person")
    var late = SignpostCheck.Late(
      names: ["Place 0", "Place 2"], all: 3, packs: ["core"], includesOwn: false, list: "core/all")
    #expect(try signposts(dated) == [HealthNote(.worthDoing, .signposts(.pastReview(late)))])
    var own = dated
    own[0].pack = nil
    late = SignpostCheck.Late(
      names: ["Place 0", "Place 2"], all: 3, packs: [], includesOwn: true, list: "all")
    #expect(try signposts(own) == [HealthNote(.worthDoing, .signposts(.pastReview(late)))])
  }

  @Test func looksAtWhoCheckedSignposts() throws {
    #expect(
      try signposts(list("2027-01-01", by: nil))
        == [HealthNote(.worthKnowing, .signposts(.unchecked(1, of: 1, hosts: [])))])
    var copied = list("2027-01-01", nil, nil, nil, "2027-01-02", by: nil)
    for (index, host) in ["www.a.org", "b.org", "a.org", "c.org", "d.org"].enumerated() {
      copied[0].items[index].sourceURL = "https://\(host)/help"
    }
    let unchecked = SignpostCheck.Finding.unchecked(
      5, of: 5, hosts: ["a.org", "b.org", "c.org", "d.org"])
    #expect(
      try signposts(copied + copied) == [HealthNote(.worthKnowing, .signposts(unchecked))])
    var undated = list("2027-01-01", by: "A. Person")
    undated[0].items[0].verifiedOn = nil
    #expect(try signposts(undated).map(\.level) == [.worthKnowing])
  }

  @Test func tellsOfSettingsThatCannotBeRead() throws {
    let lists = list("2027-01-01", by: "A. Person")
    #expect(
      try signposts(lists, unreadableSettings: "/h/settings.yaml") == [
        HealthNote(.worthDoing, .signposts(.unreadableSettings("/h/settings.yaml"))),
        HealthNote(.good, .signposts(.allChecked(1))),
      ])
  }

  @Test func gathersEverything() throws {
    let folder = scratch.path
    let health = HealthChecks(
      folder: folder, home: folder, editor: .ready("nano"), searchPath: folder,
      today: try #require(Day("2026-03-14")),
      machine: HealthChecks.Machine(mountInfo: nil, swaps: nil, sys: folder))
    #expect(
      health.notes() == [
        HealthNote(.good, .permissions(.yoursAlone)),
        HealthNote(.good, .syncedFolder(.notSynced)),
        HealthNote(.worthKnowing, .diskEncryption(.noMounts)),
        HealthNote(.worthKnowing, .swap(.unknown)),
        HealthNote(.good, .editor(.ready("nano"))),
        HealthNote(.good, .kitFiles(.nothing)),
        HealthNote(.good, .leftovers(.nothing)),
        HealthNote(.good, .sealedFiles(.allReadable)),
        HealthNote(.worthKnowing, .signposts(.noPlaces)),
      ])
  }

  @Test func theSystemsOwnTextsAreRead() {
    let machine = HealthChecks.Machine.this()
    #if os(Linux)
    #expect(machine.mountInfo.map { MountTable($0).mount(holding: "/") != nil } == true)
    #expect(machine.swaps?.hasPrefix("Filename") == true)
    #else
    #expect(machine.mountInfo == nil)
    #endif
  }
}
