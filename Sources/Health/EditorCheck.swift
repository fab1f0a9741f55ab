internal import Console
internal import Disk

/// What the person's editor would leave behind, and whether it is kept from doing so.
struct EditorCheck: HealthCheck {
  static let topic = "editor"

  /// The command in `VISUAL` or `EDITOR`; nil when neither is set, and nano is used.
  let command: String?
  /// The value of `PATH`.
  let searchPath: String

  func notes() -> [HealthNote] { [note] }

  private var note: HealthNote {
    do {
      _ = try Editor(command: command ?? "nano", searchPath: searchPath, folders: [])
      return HealthNote(
        .good, Self.topic,
        "Your editor (\(command ?? "nano")) is started so that it keeps no second copy of your "
          + "words, and the text it has lies in memory.")
    } catch {
      return note(for: error)
    }
  }

  private func note(for problem: EditorProblem) -> HealthNote {
    switch problem {
    case .notFound(let name) where command == nil:
      return HealthNote(
        .worthKnowing, Self.topic,
        "No editor is named, and '\(name)' is not there. Writing here needs none.",
        next: Self.naming)
    case .unknownEditor(let name):
      let program = FileFacts.program(name, in: searchPath).map(FileFacts.resolved) ?? name
      let habit = Self.habit(of: program.split(separator: "/").last.map(String.init) ?? name)
      return HealthNote(
        .worthKnowing, Self.topic,
        "Your editor, '\(name)', is not started with words of your journal: \(habit).",
        next: Self.naming)
    default:
      return HealthNote(
        .worthKnowing, Self.topic, "Your editor cannot be used: \(problem).", next: Self.naming)
    }
  }

  private static let naming =
    "export EDITOR=nano (or vim, or nvim): these are told to keep no copies."

  /// What a program is known to leave, by its name behind any links.
  static func habit(of program: String) -> String {
    let known = habits.first { names, _ in names.contains { isSame(program, $0) } }
    return known?.habit ?? "it is not known here whether it keeps copies of what is written"
  }

  /// `emacs-gtk` and `emacs29` are Emacs.
  private static func isSame(_ program: String, _ name: String) -> Bool {
    guard program.hasPrefix(name) else { return false }
    return program.dropFirst(name.count).first?.isLetter != true
  }

  private static let habits: [(names: [String], habit: String)] = [
    (
      ["emacs", "emacsclient"],
      "it saves what is typed to a file #…# every so often and keeps the text before as …~"
    ),
    (
      ["code", "code-insiders", "codium", "vscodium", "cursor"],
      "it keeps a history of each saved file, and of unsaved words, in its own folder on the disk"
    ),
    (
      ["gedit", "gnome-text-editor", "pluma", "xed", "mousepad"],
      "it can keep a copy as …~ and lists the files it had open"
    ),
    (["kate", "kwrite"], "it keeps what is not saved yet in a swap file, and lists recent files"),
    (
      ["vi", "nvi", "ex", "elvis"],
      "it may keep what is typed in a recovery folder on the disk, such as /var/tmp/vi.recover"
    ),
    (["micro"], "it keeps backups of open files in its own folder on the disk"),
    (["subl", "sublime_text"], "it keeps unsaved words in its session file on the disk"),
    (["joe", "jmacs", "jstar", "jpico"], "it keeps the text before as …~, and a session file"),
    (["mcedit", "mc"], "it can keep a backup as …~ and remembers places in files"),
  ]
}
