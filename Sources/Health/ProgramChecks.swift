internal import Disk

/// Checks what the person's editor would leave behind, and whether it is prevented.
package struct EditorCheck: HealthCheck {
  /// The result of looking for the editor, which is done by whoever starts editors.
  package enum Lookup: Sendable, Hashable {
    /// The command is started so that it keeps no copies.
    case ready(String)
    /// The person names no editor, and the usual one is missing.
    case noneNamed(usual: String)
    /// The command is empty or leaves a quote open.
    case unreadable(command: String)
    /// No program has this name.
    case missing(String)
    /// A program that nobody knows how to keep from leaving copies.
    case unknown(String)
  }

  package enum Finding: Sendable, Hashable {
    case ready(String)
    case noneNamed(usual: String)
    case unreadable(command: String)
    case missing(String)
    case leaves(String, EditorTraces)
  }

  let lookup: Lookup
  /// The value of `PATH`.
  let searchPath: String

  func notes() -> [HealthNote] {
    switch lookup {
    case .ready(let command): [HealthNote(.good, .editor(.ready(command)))]
    case .noneNamed(let usual): [HealthNote(.worthKnowing, .editor(.noneNamed(usual: usual)))]
    case .unreadable(let command):
      [HealthNote(.worthKnowing, .editor(.unreadable(command: command)))]
    case .missing(let name): [HealthNote(.worthKnowing, .editor(.missing(name)))]
    case .unknown(let name):
      [HealthNote(.worthKnowing, .editor(.leaves(name, EditorTraces(of: realName(of: name)))))]
    }
  }

  /// Returns the name of the program behind any links: `vi` may be one of several.
  private func realName(of name: String) -> String {
    let program = FileFacts.program(name, in: searchPath).map(FileFacts.resolved) ?? name
    return program.split(separator: "/").last.map(String.init) ?? name
  }
}

/// The traces that an editor is known to leave of what is typed into it.
package enum EditorTraces: Sendable, Hashable, CaseIterable {
  /// `#…#` during typing, and the text before as `…~`.
  case savesAndBackups
  /// Each saved file, and unsaved words, in its own folder.
  case history
  /// A copy as `…~`, and a list of open files.
  case backupsAndList
  case swapFileAndList
  /// What is typed, in a folder such as `/var/tmp/vi.recover`.
  case recoveryFolder
  case backupFolder
  /// Unsaved words, in their own file.
  case sessionFile
  case backupsAndSession
  case backupsAndPlaces
  case unknown

  /// Looks up the traces of a program by its name behind any links.
  init(of program: String) {
    let known = Self.programs.first { names, _ in
      names.contains { Self.isSame(program, $0) }
    }
    self = known?.traces ?? .unknown
  }

  /// Whether two names mean one program: `emacs-gtk` and `emacs29` are Emacs.
  private static func isSame(_ program: String, _ name: String) -> Bool {
    guard program.hasPrefix(name) else { return false }
    return program.dropFirst(name.count).first?.isLetter != true
  }

  private static let programs: [(names: [String], traces: Self)] = [
    (["emacs", "emacsclient"], .savesAndBackups),
    (["code", "code-insiders", "codium", "vscodium", "cursor"], .history),
    (["gedit", "gnome-text-editor", "pluma", "xed", "mousepad"], .backupsAndList),
    (["kate", "kwrite"], .swapFileAndList),
    (["vi", "nvi", "ex", "elvis"], .recoveryFolder),
    (["micro"], .backupFolder),
    (["subl", "sublime_text"], .sessionFile),
    (["joe", "jmacs", "jstar", "jpico"], .backupsAndSession),
    (["mcedit", "mc"], .backupsAndPlaces),
  ]
}

/// Checks whether this machine could run strangers' programs in a sandbox.
///
/// It is not a ``HealthCheck``: it starts a program, and so is asynchronous.
package struct SandboxCheck: Sendable {
  package enum Finding: Sendable, Hashable {
    case ready
    case notInstalled
    /// The program exists, but the machine does not let it make a sandbox.
    case refused(program: String)
  }

  let searchPath: String
  let run: @Sendable (String) async throws -> Void

  /// - Parameters:
  ///   - searchPath: the value of `PATH`.
  ///   - run: runs a command that is split into words, no shell; throws unless it ends well.
  package init(searchPath: String, run: @escaping @Sendable (String) async throws -> Void) {
    self.searchPath = searchPath
    self.run = run
  }

  /// Returns one note; plugins do not exist yet, so none of them asks for anything.
  package func notes() async -> [HealthNote] {
    guard let program = FileFacts.program("bwrap", in: searchPath) else {
      return [HealthNote(.worthKnowing, .sandbox(.notInstalled))]
    }
    do {
      try await run(Self.probe(program))
      return [HealthNote(.good, .sandbox(.ready))]
    } catch {
      return [HealthNote(.worthKnowing, .sandbox(.refused(program: program)))]
    }
  }

  /// Returns the probe, through a shell for its two redirections.
  ///
  /// The person should not see bubblewrap's complaints, and it must not read what they type.
  static func probe(_ program: String) -> String {
    let quoted = "\"" + program.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    return "sh -c 'exec \"$0\" --ro-bind / / --unshare-all true </dev/null 2>/dev/null' "
      + quoted
  }
}
