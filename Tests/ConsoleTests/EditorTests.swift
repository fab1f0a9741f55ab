import Foundation
import TestSupport
import Testing

@testable import Console

private let hasMemory = FileManager.default.isWritableFile(atPath: "/dev/shm")

extension Editor {
  /// One text through an editor, from beginning to end.
  fileprivate func edit(_ text: String) async throws -> Edited {
    try await Turn.guardedFile.take {
      let file = try open(text)
      defer { file.remove() }
      return try file.edited(after: await file.run())
    }
  }
}

/// The file guard and the ignored signals are process-wide, hence one test at a time.
@Suite(.serialized, .timeLimit(.minutes(5)), .enabled(if: hasMemory))
struct EditorTests {
  /// A folder in memory of this test alone, and a made-up editor in another on disk.
  private final class Room {
    let memory: String
    let disk: URL

    init() throws {
      memory = "/dev/shm/console-tests-\(UUID().uuidString)"
      disk = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
      let manager = FileManager.default
      try manager.createDirectory(atPath: memory, withIntermediateDirectories: false)
      try manager.createDirectory(at: disk, withIntermediateDirectories: true)
    }

    deinit {
      try? FileManager.default.removeItem(atPath: memory)
      try? FileManager.default.removeItem(at: disk)
    }

    /// An editor that is a shell script; `$1` is the file.
    func editor(_ script: String, name: String = "fake editor") throws -> Editor {
      let file = disk.appending(path: name)
      try ("#!/bin/sh\n" + script + "\n").write(to: file, atomically: true, encoding: .utf8)
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
      return try Editor(
        command: "'\(file.path)'", searchPath: "/usr/bin:/bin",
        folders: ["/nowhere", disk.path, memory], acceptsUnknown: true)
    }

    var leftovers: [String] {
      (try? FileManager.default.contentsOfDirectory(atPath: memory)) ?? ["?"]
    }
  }

  @Test func bringsBackWhatTheEditorSaved() async throws {
    let room = try Room()
    let editor = try room.editor("printf 'more\\r\\n\\n' >> \"$1\"")
    #expect(
      try await editor.edit("first\n\nsecond") == .init(text: "first\n\nsecond\nmore", note: nil))
    #expect(room.leftovers == [])
  }

  @Test func keepsTheFileToOnePersonAndToMemory() async throws {
    let room = try Room()
    let seen = room.disk.appending(path: "seen").path
    let editor = try room.editor(
      """
      stat -c %a "$1" "$TMPDIR" > '\(seen)'
      dirname "$1" >> '\(seen)'
      touch "$TMPDIR/x"
      """
    )
    _ = try await editor.edit("words")
    let lines = try String(contentsOfFile: seen, encoding: .utf8).split(separator: "\n")
    #expect(lines.prefix(2) == ["600", "700"])
    #expect(lines.last?.hasPrefix("\(room.memory)/alongside-edit-\(getpid())-") == true)
    #expect(room.leftovers == [])
  }

  @Test func keepsWhatAFailingEditorSaved() async throws {
    let room = try Room()
    let edited = try await room.editor("echo half > \"$1\"; exit 3").edit("before")
    #expect(edited.text == "half")
    #expect(edited.note != nil)
    let killed = try await room.editor("kill -9 $$").edit("before")
    #expect(killed.text == "before")
    #expect(killed.note != nil)
  }

  @Test func keepsTheWordsWhenTheFileIsGone() async throws {
    let room = try Room()
    let edited = try await room.editor("rm \"$1\"").edit("before")
    #expect(edited.text == "before")
    #expect(edited.note != nil)
    #expect(room.leftovers == [])
  }

  @Test func overwritesBeforeRemoving() async throws {
    let room = try Room()
    // A second name for the same bytes outlives the removal and shows what became of them.
    let kept = room.memory + "/kept"
    _ = try await room.editor("ln \"$1\" '\(kept)'").edit("secret words")
    let bytes = try Data(contentsOf: URL(filePath: kept))
    #expect(bytes == Data(repeating: 0, count: 13))
    #expect(room.leftovers == ["kept"])
  }

  @Test func refusesAPlaceThatIsNotInMemory() async throws {
    let room = try Room()
    let file = room.disk.appending(path: "nano")
    try "#!/bin/sh\n".write(to: file, atomically: true, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
    let editor = try Editor(
      command: "nano", searchPath: room.disk.path, folders: ["", "relative", "/proc", "/nowhere"])
    await #expect(throws: EditorProblem.noMemoryFolder(["", "relative", "/proc", "/nowhere"])) {
      try await editor.edit("words")
    }
  }

  @Test func refusesWhatItDoesNotKnow() throws {
    #expect(throws: EditorProblem.unknownEditor("cat")) {
      try Editor(command: "cat -n", searchPath: "/usr/bin:/bin", folders: ["/dev/shm"])
    }
    #expect(throws: EditorProblem.notFound("no-such-editor")) {
      try Editor(command: "no-such-editor", searchPath: "/usr/bin", folders: [])
    }
    for command in ["", "  ", "'vim"] {
      #expect(throws: EditorProblem.unreadableCommand(command)) {
        try Editor(command: command, searchPath: "/usr/bin", folders: [])
      }
    }
  }

  @Test(arguments: [
    ("/usr/bin/vim.basic", KnownEditor.vim), ("/usr/bin/vim", .vim), ("/usr/bin/nvim", .neovim),
    ("/bin/nano", .nano), ("/usr/bin/nvi", nil), ("/bin/vi", nil), ("/usr/bin/emacs", nil),
    ("/usr/bin/vimtutor", nil),
  ])
  func knowsAnEditorByItsProgram(program: String, known: KnownEditor?) {
    #expect(KnownEditor(program: program) == known)
  }

  @Test func sweepsWhatADeadProcessLeft() async throws {
    let room = try Room()
    // The id of a process that has ended and been waited for.
    let dead = try #require(Int32(try await Tool.run("sh", ["-c", "printf %d $$"]).text))
    for folder in ["alongside-edit-\(dead)-a", "alongside-edit-\(getpid())-b", "other-\(dead)-c"] {
      let path = "\(room.memory)/\(folder)/inner"
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      try "words".write(toFile: path + "/page.md", atomically: false, encoding: .utf8)
    }
    let outside = room.disk.appending(path: "outside").path
    try "kept".write(toFile: outside, atomically: false, encoding: .utf8)
    let link = "\(room.memory)/alongside-edit-\(dead)-a/link"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: outside)
    Editor.sweep(room.memory)
    #expect(room.leftovers.sorted() == ["alongside-edit-\(getpid())-b", "other-\(dead)-c"])
    #expect(try String(contentsOfFile: outside, encoding: .utf8) == "kept")
  }
}
