internal import Console

/// The person's own editor, for when they ask for it.
enum EditorChoice {
  /// Lets the person edit a text in memory-backed storage.
  ///
  /// - Parameter keep: hears what the editor has saved soon after it did, so that it can be put away.
  /// - Throws: `EditorProblem` when no editor that leaves no copies can be found.
  static func edit(
    _ text: String, _ desk: Desk, keep: (String) -> Void
  ) throws -> Editor.Edited {
    let file = try editor(desk).open(text)
    defer { file.remove() }
    var kept = text
    let ending = try Waiting.result(
      of: { await file.run() },
      meanwhile: {
        if let saved = file.saved(), saved != kept, !saved.isEmpty {
          keep(saved)
          kept = saved
        }
        return desk.terminal.input?.hasEnded != true
      })
    guard ending != nil || desk.terminal.input?.hasEnded != true else {
      return Editor.Edited(text: kept, note: "The terminal went away while the editor started.")
    }
    let edited = try file.edited(after: ending)
    if !edited.text.isEmpty { keep(edited.text) }
    if let note = edited.note { say(note, desk) }
    return edited
  }

  private static func editor(_ desk: Desk) throws -> Editor {
    try Editor(
      command: desk.context.variable("VISUAL") ?? desk.context.variable("EDITOR") ?? "nano",
      searchPath: desk.context.variable("PATH") ?? "/usr/bin:/bin", folders: desk.context.memory)
  }

  private static func say(_ note: String, _ desk: Desk) {
    desk.terminal.reclaimScreen()
    desk.terminal.say(note, as: .warning)
  }
}
