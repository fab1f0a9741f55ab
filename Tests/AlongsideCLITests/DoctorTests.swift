import AlongsideRuntime
import Console
import Foundation
import Health
import Practice
import TestSupport
import Testing
import Vault

@testable import AlongsideCLI

/// What `doctor` says, and how it looks for an editor and tries the sandbox.
@Suite struct DoctorTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func program(_ name: String, _ text: String = "#!/bin/sh\nexit 0\n") throws {
    let path = try scratch.write(Array(text.utf8), to: name)
    try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: path)
  }

  private func lookup(_ command: String?) -> EditorCheck.Lookup {
    let moment = Moment(utcMilliseconds: 0, offset: 0, zone: "UTC")
    var environment = ["PATH": scratch.path]
    environment["EDITOR"] = command
    return EditorChoice.lookup(
      Context(
        terminal: Terminal(input: nil, data: CapturedSink(), talk: CapturedSink()),
        environment: environment, clock: Clock { moment }, programPacks: ProgramPacks(in: nil),
        memory: [], readInput: { [] }))
  }

  @Test(arguments: ["vim.basic", "nvim", "nano"])
  func findsEditorsThatKeepNoCopy(name: String) throws {
    try program(name)
    let command = "\(scratch.path)/\(name) -x"
    #expect(lookup(name) == .ready(name))
    #expect(lookup(command) == .ready(command))
  }

  @Test func saysWhyAnEditorIsNotUsed() throws {
    #expect(lookup(nil) == .noneNamed(usual: "nano"))
    #expect(lookup("gone -x") == .missing("gone"))
    #expect(lookup("'half") == .unreadable(command: "'half"))
    try program("vim.tiny")
    try program("emacs-gtk")
    for (link, target) in [("vi", "vim.tiny"), ("editor", "emacs-gtk")] {
      try FileManager.default.createSymbolicLink(
        atPath: scratch.file(link), withDestinationPath: target)
    }
    #expect(lookup("vi") == .ready("vi"))
    #expect(lookup("editor --wait") == .unknown("editor"))
    try program("nano")
    #expect(lookup(nil) == .ready("nano"))
  }

  private func sandbox(_ name: String) async -> [HealthNote] {
    await SandboxCheck(searchPath: scratch.file(name)) { line in
      _ = try await OutsideCommand.output(of: line)
    }.notes()
  }

  @Test func startsTheProbeAndHearsHowItEnds() async throws {
    let good = "#!/bin/sh\nif [ \"$*\" != '--ro-bind / / --unshare-all true' ]; then exit 1; fi\n"
    try FileManager.default.createDirectory(
      atPath: scratch.file("a b"), withIntermediateDirectories: true)
    try program("a b/bwrap", good)
    #expect(await sandbox("a b").map(\.fact) == [.sandbox(.ready)])
    try program("a b/bwrap", "#!/bin/sh\necho grumble >&2\nexit 3\n")
    #expect(
      await sandbox("a b").map(\.fact) == [.sandbox(.refused(program: scratch.file("a b/bwrap")))])
  }

  // The program itself: in this process, `doctor` would hold a thread that its own probe needs.
  private func doctor(_ home: ProgramHome, _ flags: String = "") async throws -> String {
    let result = try await home.shell("\"$A\" doctor \(flags) </dev/null")
    try #require(result.code == 0, "\(result)")
    return result.text
  }

  @Test func printsEveryTopicForPeopleAndScripts() async throws {
    let home = try ProgramHome()
    let topics = [
      "permissions", "synced-folder", "disk-encryption", "swap", "editor", "kit-files",
      "leftovers", "sealed-files", "signposts", "sandbox",
    ]
    chmod(home.place.folder, 0o755)
    let printed = try JSONSerialization.jsonObject(
      with: Data(try await doctor(home, "--json").utf8))
    let notes = try #require(printed as? [[String: String]])
    #expect(notes.map { $0["topic"] } == topics)
    #expect(notes[0]["level"] == "worth-doing")
    #expect(notes[0]["next"] == "chmod 700 \(home.place.folder)")
    let lines = notes.flatMap { note in
      let level = note["level"]?.replacing("-", with: " ").capitalizedOnce ?? ""
      return ["\(level): \(note["what"] ?? "")"] + (note["next"].map { ["  \($0)"] } ?? [])
    }
    #expect(try await doctor(home) == lines.map { $0 + "\n" }.joined())
  }

  @Test func tellsOfSettingsThatCannotBeRead() async throws {
    let home = try ProgramHome()
    let settings = ".local/share/alongside/settings.yaml"
    let line =
      "Worth doing: \(home.scratch.file(settings)) cannot be read, so help-now shows no nation "
      + "first.\n  alongside help-now --nation NAME\n"
    _ = try home.scratch.write(Array("nation: [Wales".utf8), to: settings)
    #expect(try await doctor(home).contains(line))
    _ = try home.scratch.write(Array("nation: Wales".utf8), to: settings)
    #expect(try await !doctor(home).contains("settings.yaml"))
  }

  @Test(arguments: [
    ("/a/b-c.d", "/a/b-c.d"), ("a b", "'a b'"), ("it's", "'it'\\''s'"), ("", "''"), ("~x", "'~x'"),
    ("$HOME", "'$HOME'"),
  ])
  func quotesForAShell(text: String, word: String) {
    #expect(ShellWord.quoted(text) == word)
  }
}

extension String {
  /// The text with its first letter in upper case.
  fileprivate var capitalizedOnce: String { prefix(1).uppercased() + dropFirst() }
}
