internal import Console
internal import Health

/// The person's own editor, for when they ask for it.
enum EditorChoice {
  /// Lets the person edit a text in memory-backed storage.
  ///
  /// - Parameter keep: hears what the editor has saved soon after it did, so that it can be put away.
  /// - Throws: `EditorProblem` when no editor that leaves no copies can be found.
  static func edit(
    _ text: String, _ desk: Desk, keep: (String) -> Void
  ) throws -> Editor.Edited {
    let file = try editor(desk.context).open(text)
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

  /// What a look for the editor gives, when nothing is to be edited.
  static func lookup(_ context: Context) -> EditorCheck.Lookup {
    do {
      _ = try editor(context)
      return .ready(command(context))
    } catch {
      switch error {
      case .notFound(let name) where named(context) == nil: return .noneNamed(usual: name)
      case .notFound(let name), .notStarted(let name): return .missing(name)
      case .unknownEditor(let name): return .unknown(name)
      case .unreadableCommand(let command): return .unreadable(command: command)
      // Of a file for the text, which is not made here.
      case .noMemoryFolder, .cannotKeep: return .ready(command(context))
      }
    }
  }

  private static func named(_ context: Context) -> String? {
    context.variable("VISUAL") ?? context.variable("EDITOR")
  }

  private static func command(_ context: Context) -> String { named(context) ?? "nano" }

  private static func editor(_ context: Context) throws(EditorProblem) -> Editor {
    try Editor(
      command: command(context), searchPath: context.searchPath, folders: context.memory)
  }

  private static func say(_ note: String, _ desk: Desk) {
    desk.terminal.reclaimScreen()
    desk.terminal.say(note, as: .warning)
  }
}
