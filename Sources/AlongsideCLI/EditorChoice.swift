internal import Console

/// The person's own editor, for when they ask for it.
enum EditorChoice {
  /// Lets the person edit a text in memory-backed storage.
  ///
  /// - Throws: `EditorProblem` when no editor that leaves no copies can be found.
  static func edit(_ text: String, _ desk: Desk) throws -> String {
    let command =
      desk.context.variable("VISUAL") ?? desk.context.variable("EDITOR") ?? "nano"
    let editor = try Editor(
      command: command, searchPath: desk.context.variable("PATH") ?? "/usr/bin:/bin",
      folders: desk.context.memory)
    let edited = try Waiting.result(of: { try await editor.edit(text) })
    if let note = edited.note { desk.terminal.say(note, as: .warning) }
    return edited.text
  }
}
