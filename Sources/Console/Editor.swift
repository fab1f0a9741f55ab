import CProcess
import Disk
import Subprocess

/// A person's own editor, given one text at a time and no chance to leave a copy on a disk.
///
/// The text lies in a file in memory that is overwritten and removed afterwards, also when a signal
/// ends this process. The editor shares this process's terminal and its foreground group.
package struct Editor: Sendable {
  private let words: [String]
  private let program: String
  private let known: KnownEditor?
  private let folders: [String]

  /// What came back from an editor.
  package struct Edited: Sendable, Equatable {
    /// The text as the editor left it: LF between lines, no blank lines at the end.
    package let text: String
    /// A sentence for the person when something was not as usual.
    package let note: String?
    /// Whether the person ended the editor, and nothing else did.
    package var isDone: Bool { note == nil }

    package init(text: String, note: String?) {
      self.text = text
      self.note = note
    }
  }

  /// Finds the editor.
  ///
  /// - Parameters:
  ///   - command: the program and its own arguments, as in `EDITOR`; no shell reads it.
  ///   - searchPath: the value of `PATH`.
  ///   - folders: where the file may lie, best first: `$XDG_RUNTIME_DIR`, then `/dev/shm`. Only
  ///     folders in memory are used.
  ///   - acceptsUnknown: whether the person wants an editor all the same of which we do not know
  ///     whether it keeps copies.
  /// - Throws: ``EditorProblem`` when the command cannot be read, or names no program, or one that
  ///   is not known.
  package init(
    command: String, searchPath: String, folders: [String], acceptsUnknown: Bool = false
  ) throws(EditorProblem) {
    guard let words = CommandWords.split(command), let name = words.first, !name.isEmpty else {
      throw .unreadableCommand(command)
    }
    guard let program = FileFacts.program(name, in: searchPath) else { throw .notFound(name) }
    self.words = words
    self.program = program
    self.folders = folders
    known = KnownEditor(program: FileFacts.resolved(program))
    if known == nil, !acceptsUnknown { throw .unknownEditor(name) }
  }

  /// Writes a text into a file in memory that nothing else has opened yet.
  ///
  /// - Throws: ``EditorProblem`` when the file could not be kept.
  package func open(_ text: String) throws(EditorProblem) -> EditedFile {
    let folder = try PrivateFolder(in: folders)
    do {
      try folder.write(text.isEmpty ? "" : text + "\n")
    } catch {
      folder.remove()
      throw error
    }
    return EditedFile(
      text: text, folder: folder, name: words[0], program: program,
      arguments: Array(words.dropFirst()) + (known?.arguments ?? []))
  }

  /// Removes what an earlier process that was killed left in this folder; call it at start.
  package static func sweep(_ folder: String) { PrivateFolder.sweep(folder) }
}

/// One text while an editor has it.
///
/// What the editor saves can be read at any time, so that it can be put away before the person is
/// done; ``remove()`` overwrites it.
package struct EditedFile: Sendable {
  let text: String
  let folder: PrivateFolder
  let name: String
  let program: String
  let arguments: [String]

  /// Runs the editor and waits until it ends.
  ///
  /// No terminal may be held for typing meanwhile. Where the task is cancelled, the editor is told
  /// that its terminal has gone, and has two seconds to save.
  ///
  /// - Returns: how it ended; `nil` when it did not start.
  package func run() async -> Ending? {
    alongside_ignore_interrupts(1)
    defer { alongside_ignore_interrupts(0) }
    // Whatever the editor puts into temporary files goes with the folder.
    let environment = Environment.inherit.updating(["TMPDIR": folder.path])
    var options = PlatformOptions()
    options.teardownSequence = [
      .send(signal: .terminalClosed, allowedDurationToNextStep: .seconds(2))
    ]
    let result = try? await Subprocess.run(
      .path(OutsideCommand.spelled(program)), arguments: Arguments(arguments + [folder.file]),
      environment: environment, platformOptions: options, input: .currentStandardInput,
      output: .currentStandardOutput, error: .currentStandardError)
    return result.map { Ending(isSuccess: $0.terminationStatus.isSuccess) }
  }

  /// How an editor ended.
  package struct Ending: Sendable {
    let isSuccess: Bool
  }

  /// What the editor has saved by now; `nil` while it is what was given to it.
  package func saved() -> String? {
    guard let saved = try? folder.read(), saved != text else { return nil }
    return saved
  }

  /// What came of it.
  ///
  /// An editor that starts and fails throws nothing: what it saved comes back with a note, and what
  /// nano had not saved when its terminal went away, from the file it leaves beside.
  ///
  /// - Throws: ``EditorProblem`` when the editor did not start, or its file cannot be read.
  package func edited(after ending: Ending?) throws(EditorProblem) -> Editor.Edited {
    guard let ending else { throw .notStarted(name) }
    if let rescued = try? folder.read(beside: ".save") {
      return .init(
        text: rescued, note: "The editor stopped before it was done; what was in it is kept.")
    }
    guard let saved = try folder.read() else {
      return .init(text: text, note: "The editor left no file; your words are as they were.")
    }
    guard !ending.isSuccess else { return .init(text: saved, note: nil) }
    guard !saved.isEmpty else {
      return .init(
        text: text, note: "The editor stopped before it was done; your words are as they were.")
    }
    return .init(
      text: saved, note: "The editor stopped before it was done; what it had saved is kept.")
  }

  /// Overwrites and removes the file and its folder.
  package func remove() { folder.remove() }
}
