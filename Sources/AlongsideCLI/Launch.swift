internal import AlongsideRuntime
internal import Console
internal import Disk
internal import Practice

/// Gathers the real world into a context, runs the command and ends the process.
package enum Launch {
  package static func run(_ arguments: [String]) -> Never {
    let environment = environment()
    let isPlain = arguments.contains("--plain")
    let terminal = Terminal.attached(
      plain: isPlain, noColor: environment["NO_COLOR"], term: environment["TERM"],
      columns: environment["COLUMNS"])
    let memory = memoryFolders(environment)
    for folder in memory { Editor.sweep(folder) }
    let context = Context(
      terminal: terminal, environment: environment, clock: Clock { SystemClock.now(environment) },
      programPacks: ProgramPacks(in: ProgramFiles.packs().first), pages: ProgramFiles.pages(),
      memory: memory,
      readInput: StandardInput.read)
    let code = Program.run(arguments, in: context)
    terminal.input?.close()
    guard code == 0, let trouble = terminal.lostData else { exit(code) }
    terminal.say(
      "alongside: not all of it could be written to where it should go: \(trouble)", as: .warning)
    exit(Failure.Code.failed.rawValue)
  }

  private static func environment() -> [String: String] {
    var found: [String: String] = [:]
    var place = environ
    while let line = place.pointee {
      let text = String(cString: line)
      if let equals = text.firstIndex(of: "=") {
        found[String(text[..<equals])] = String(text[text.index(after: equals)...])
      }
      place += 1
    }
    // A shell's PWD may be stale; relative paths mean the folder that the process is in.
    if let here = getcwd(nil, 0) {
      found["PWD"] = String(cString: here)
      free(here)
    }
    return found
  }

  /// Folders in memory, the person's own first.
  private static func memoryFolders(_ environment: [String: String]) -> [String] {
    [environment["XDG_RUNTIME_DIR"], "/dev/shm"].compactMap(\.self).filter { $0.hasPrefix("/") }
  }
}
