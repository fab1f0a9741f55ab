import CProcess
import Subprocess

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

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
    guard let program = Self.find(name, in: searchPath) else { throw .notFound(name) }
    self.words = words
    self.program = program
    self.folders = folders
    known = KnownEditor(program: Self.resolved(program))
    if known == nil, !acceptsUnknown { throw .unknownEditor(name) }
  }

  /// Lets the person edit a text and waits until they are done.
  ///
  /// No terminal may be held for typing meanwhile.
  ///
  /// - Throws: ``EditorProblem`` when the file could not be kept or the editor did not start. An
  ///   editor that starts and fails throws nothing: what it saved comes back with a note.
  package func edit(_ text: String) async throws(EditorProblem) -> Edited {
    let folder = try PrivateFolder(in: folders)
    defer { folder.remove() }
    try folder.write(text.isEmpty ? "" : text + "\n")
    alongside_ignore_interrupts(1)
    let ending = await ending(of: folder)
    alongside_ignore_interrupts(0)
    guard let ending else { throw .notStarted(words[0]) }
    guard let saved = try folder.read() else {
      return Edited(text: text, note: "The editor left no file; your words are as they were.")
    }
    guard !ending.isSuccess else { return Edited(text: saved, note: nil) }
    return Edited(
      text: saved, note: "The editor stopped before it was done; what it had saved is kept.")
  }

  /// Removes what an earlier process that was killed left in this folder; call it at start.
  package static func sweep(_ folder: String) { PrivateFolder.sweep(folder) }

  private func ending(of folder: PrivateFolder) async -> TerminationStatus? {
    let arguments = words.dropFirst() + (known?.arguments ?? []) + [folder.file]
    // Whatever the editor puts into temporary files goes with the folder.
    let environment = Environment.inherit.updating(["TMPDIR": folder.path])
    let result = try? await run(
      .path(OutsideCommand.spelled(program)), arguments: Arguments(Array(arguments)),
      environment: environment, input: .currentStandardInput, output: .currentStandardOutput,
      error: .currentStandardError)
    return result?.terminationStatus
  }
}

extension Editor {
  private static func find(_ name: String, in searchPath: String) -> String? {
    if name.contains("/") { return isProgram(name) ? name : nil }
    return searchPath.split(separator: ":").filter { $0.hasPrefix("/") }
      .map { "\($0)/\(name)" }.first(where: isProgram)
  }

  private static func isProgram(_ path: String) -> Bool {
    var about = stat()
    return stat(path, &about) == 0 && about.st_mode & S_IFMT == S_IFREG && access(path, X_OK) == 0
  }

  private static func resolved(_ path: String) -> String {
    guard let buffer = realpath(path, nil) else { return path }
    defer { free(buffer) }
    return String(cString: buffer)
  }
}
