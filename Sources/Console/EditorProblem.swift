/// Why a text could not be opened in an editor.
///
/// Never carries any of the text.
package enum EditorProblem: Error, Sendable, Equatable, CustomStringConvertible {
  /// The command is empty or leaves a quote open.
  case unreadableCommand(String)
  /// No program of this name was found.
  case notFound(String)
  /// An editor of which we do not know where it keeps copies.
  case unknownEditor(String)
  /// None of these folders lies in memory and can be written.
  case noMemoryFolder([String])
  /// The file for the editor could not be made or read; a number from `errno`.
  case cannotKeep(folder: String, error: Int32)
  /// The program was found and did not start.
  case notStarted(String)

  package var description: String {
    switch self {
    case .unreadableCommand(let command):
      "the editor command '\(command)' cannot be split into words; look for an open quote"
    case .notFound(let program):
      "no editor '\(program)' was found; name another with EDITOR, for example EDITOR=nano"
    case .unknownEditor(let program):
      "'\(program)' may keep copies of what you write where others can read them; "
        + "vim, nvim and nano are known not to when they are started from here"
    case .noMemoryFolder(let folders):
      "there is no folder in memory to put your words in while you edit "
        + "(looked at \(folders.joined(separator: ", "))), and they are not put on a disk; "
        + "write them here instead"
    case .cannotKeep(let folder, let error):
      "a file for the editor could not be kept in \(folder) (system error \(error)); "
        + "write the words here instead"
    case .notStarted(let program):
      "the editor '\(program)' did not start; name another with EDITOR, for example EDITOR=nano"
    }
  }
}
