import Foundation
import Practice
import TestSupport
import Testing

@testable import AlongsideCLI

/// Editors, the sandbox and the places to turn to.
@Suite struct HealthProgramsTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func program(_ name: String, _ text: String = "#!/bin/sh\nexit 0\n") throws {
    let path = try scratch.write(Array(text.utf8), to: name)
    try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: path)
  }

  private func editor(_ command: String?) -> HealthNote? {
    EditorCheck(command: command, searchPath: scratch.path).notes().first
  }

  @Test(arguments: ["vim.basic", "nvim", "nano"])
  func knowsEditorsThatKeepNoCopy(name: String) throws {
    try program(name)
    #expect(editor(name)?.level == .good)
    #expect(editor("\(scratch.path)/\(name) -x")?.level == .good)
  }

  @Test func followsLinksToTheProgram() throws {
    try program("vim.tiny")
    try program("emacs-gtk")
    for (link, target) in [("vi", "vim.tiny"), ("editor", "emacs-gtk")] {
      try FileManager.default.createSymbolicLink(
        atPath: scratch.file(link), withDestinationPath: target)
    }
    #expect(editor("vi")?.level == .good)
    #expect(editor("editor")?.what.contains("#…#") == true)
  }

  @Test(arguments: [
    ("code --wait", "history of each saved file"), ("emacs", "#…#"), ("gedit", "…~"),
    ("vi", "recovery folder"), ("something-new", "not known"), ("coder", "not known"),
  ])
  func saysWhatOthersLeave(command: String, habit: String) throws {
    try program(String(command.split(separator: " ")[0]))
    let note = editor(command)
    #expect(note?.level == .worthKnowing)
    #expect(note?.what.contains(habit) == true)
    #expect(note?.next?.contains("EDITOR=nano") == true)
  }

  @Test func saysWhenThereIsNone() throws {
    #expect(editor(nil)?.what.contains("Writing here needs none") == true)
    #expect(editor("gone")?.what.contains("no editor 'gone' was found") == true)
    #expect(editor("'half")?.level == .worthKnowing)
    try program("nano")
    #expect(editor(nil)?.level == .good)
  }

  @Test func triesTheSandbox() async throws {
    struct Refused: Error {}
    let none = await SandboxCheck(searchPath: scratch.path).notes()
    #expect(none.map(\.level) == [.worthKnowing])
    #expect(none[0].what.contains("not installed"))
    try program("bwrap")
    let good = await SandboxCheck(searchPath: scratch.path) { _ in }.notes()
    #expect(good.map(\.level) == [.good])
    let refused = await SandboxCheck(searchPath: scratch.path) { _ in throw Refused() }.notes()
    #expect(refused.map(\.level) == [.worthKnowing])
    for note in none + good + refused { #expect(note.what.contains("nothing depends on it")) }
  }

  @Test func startsTheProbeAndHearsHowItEnds() async throws {
    let good = "#!/bin/sh\nif [ \"$*\" != '--ro-bind / / --unshare-all true' ]; then exit 1; fi\n"
    try FileManager.default.createDirectory(
      atPath: scratch.file("a b"), withIntermediateDirectories: true)
    try program("a b/bwrap", good)
    #expect(await SandboxCheck(searchPath: scratch.file("a b")).notes().map(\.level) == [.good])
    try program("a b/bwrap", "#!/bin/sh\necho grumble >&2\nexit 3\n")
    let notes = await SandboxCheck(searchPath: scratch.file("a b")).notes()
    #expect(notes.map(\.level) == [.worthKnowing])
  }

  private func list(_ reviewBy: String?..., by name: String?) -> [SignpostList] {
    let items = reviewBy.enumerated().map { index, day in
      Signpost(
        id: "s\(index)", name: "Place \(index)", contact: "999", audience: [.me],
        verifiedOn: name == nil ? nil : "2026-01-05", verifiedBy: name, reviewBy: day)
    }
    return [SignpostList(id: "all", pack: "core", title: "Places", items: items)]
  }

  private func signposts(_ lists: [SignpostList]) throws -> [HealthNote] {
    SignpostCheck(lists: lists, today: try #require(Day("2026-03-14"))).notes()
  }

  @Test func tellsOfSignposts() throws {
    #expect(try signposts([]).map(\.level) == [.worthKnowing])
    #expect(try signposts(list("2026-03-14", nil, by: "A. Person")).map(\.level) == [.good])
    let late = try signposts(list("2026-03-13", "2026-03-14", "soon", by: "A. Person"))
    #expect(late.map(\.level) == [.worthDoing])
    #expect(late[0].what.hasPrefix("2 of 3 places to turn to are past"))
    #expect(late[0].what.contains("Place 0, Place 2. They come from the pack core."))
    let unchecked = try signposts(list("2027-01-01", by: nil))
    #expect(unchecked.map(\.level) == [.worthKnowing])
    #expect(unchecked[0].what == "1 of 1 places to turn to: not yet checked by a person.")
    var copied = list("2027-01-01", nil, nil, nil, "2027-01-02", by: nil)
    for (index, host) in ["www.a.org", "b.org", "a.org", "c.org", "d.org"].enumerated() {
      copied[0].items[index].sourceURL = "https://\(host)/help"
    }
    #expect(
      try signposts(copied + copied).map(\.what) == [
        "5 of 5 places to turn to: copied from a.org, b.org, c.org and 1 more, not yet checked by a "
          + "person."
      ])
    var undated = list("2027-01-01", by: "A. Person")
    undated[0].items[0].verifiedOn = nil
    #expect(try signposts(undated).map(\.level) == [.worthKnowing])
  }

  @Test func tellsOfSettingsThatCannotBeRead() throws {
    _ = try scratch.write(Array("nation: [Wales".utf8), to: "settings.yaml")
    let check = SignpostCheck(
      lists: list("2027-01-01", by: "A. Person"), today: try #require(Day("2026-03-14")),
      home: scratch.path)
    #expect(check.notes().map(\.level) == [.worthDoing, .good])
    #expect(check.notes()[0].next == "alongside help-now --nation NAME")
    _ = try scratch.write(Array("nation: Wales".utf8), to: "settings.yaml")
    #expect(check.notes().map(\.level) == [.good])
  }

  @Test func gathersEverything() throws {
    let health = Health(
      folder: scratch.path, home: scratch.path, personHome: scratch.path, current: nil,
      editor: "nano", searchPath: scratch.path, memory: [], passphraseFile: nil, signposts: [],
      today: try #require(Day("2026-03-14")),
      machine: Health.Machine(mountInfo: nil, swaps: nil, sys: scratch.path))
    #expect(
      health.notes().map(\.topic) == [
        "permissions", "synced-folder", "disk-encryption", "swap", "editor", "kit-files",
        "leftovers", "sealed-files", "signposts",
      ])
  }

  @Test(arguments: [
    ("/a/b-c.d", "/a/b-c.d"), ("a b", "'a b'"), ("it's", "'it'\\''s'"), ("", "''"), ("~x", "'~x'"),
    ("$HOME", "'$HOME'"),
  ])
  func quotesForAShell(text: String, word: String) {
    #expect(text.asShellWord == word)
  }

  @Test func theSystemsOwnTextsAreRead() {
    let machine = Health.Machine.this()
    #if os(Linux)
    #expect(machine.mountInfo.map { MountTable($0).mount(holding: "/") != nil } == true)
    #expect(machine.swaps?.hasPrefix("Filename") == true)
    #else
    #expect(machine.mountInfo == nil)
    #endif
  }
}
