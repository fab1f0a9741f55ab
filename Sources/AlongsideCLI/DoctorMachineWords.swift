internal import Console
internal import Health

// What `doctor` says of the machine: where the journal lies, what is around it, and where to turn.

extension SyncedFolderCheck.Finding: DoctorWords {
  var what: String {
    switch self {
    case .notSynced: "Your journal is in no folder that is known to be copied to another machine."
    case .synced(let service, let place):
      "Your journal is in a folder that looks as if \(service) copies it elsewhere: \(place). "
        + "Your pages are sealed there too, but what you erase may stay in those copies, and "
        + "writing in two places can tear a journal."
    case .onServer(let point, let type):
      "Your journal is on a file system of another machine (\(type), at \(point)). "
        + "Your pages are sealed there too, but whoever runs it may keep copies of what you erase, "
        + "and locks that keep two windows apart may not work."
    case .onHost(let point, let type):
      "Your journal is on a file system shared with the machine that this one runs inside "
        + "(\(type), at \(point)); locks that keep two windows apart may not work."
    }
  }

  var next: String? {
    guard self != .notSynced else { return nil }
    return "Leave Alongside everywhere, move the whole folder of your journals to one that stays "
      + "on this machine, and name that one with --home."
  }
}

extension DiskEncryptionCheck.Finding: DoctorWords {
  var what: String {
    switch self {
    case .encryptedFolder(let point, let type): Self.encrypted("the folder \(point) (\(type))")
    case .encryptedDisk(let point): Self.encrypted("the disk under \(point)")
    case .unencrypted(let point):
      "No encryption is seen on the disk under \(point). Your pages are sealed all the "
        + "same; what other programs leave there is not. A disk that encrypts by itself cannot "
        + "be seen from here, nor can folders that the file system encrypts one by one."
    case .partly(let point):
      "The file system at \(point) lies on several disks, and only some are encrypted."
    case .inMemory(let point, let type):
      "Your journal is in memory (\(type), at \(point)) and is gone when the machine stops."
    case .diskInMemory(let point):
      "Your journal is on a disk made of memory (at \(point)) and is gone when the machine stops."
    case .zfs: Self.unknown(": ZFS keeps that to itself")
    case .unknown(let point, let type): Self.unknown(": it lies on \(type), at \(point)")
    case .noMounts: Self.unknown("")
    }
  }

  var next: String? {
    switch self {
    case .encryptedFolder, .encryptedDisk: nil
    case .inMemory, .diskInMemory: "Make a backup: alongside backup FILE"
    case .zfs(let source): "zfs get encryption \(ShellWord.quoted(source))"
    case .unencrypted, .partly, .unknown, .noMounts:
      "Ask whoever looks after this machine whether its disk is encrypted."
    }
  }

  private static func encrypted(_ place: String) -> String {
    "Your journal lies in an encrypted place: \(place). That helps while the machine is off."
  }

  private static func unknown(_ why: String) -> String {
    "Whether the disk under your journal is encrypted cannot be told from here\(why). "
      + "Your pages are sealed all the same."
  }
}

extension SwapCheck.Finding: DoctorWords {
  var what: String {
    switch self {
    case .nowhere: "No memory is swapped out to a disk."
    case .covered: "Memory is swapped out only to where it is encrypted, or to memory."
    case .open(let paths):
      "Memory may be swapped out to \(paths.joined(separator: ", ")), where no encryption is seen. "
        + "While a journal is open, words of it could land there."
    case .unclear(let paths):
      "Memory may be swapped out to \(paths.joined(separator: ", ")), and whether that is "
        + "encrypted cannot be told from here."
    case .unknown: "Where memory is swapped out to cannot be told from here."
    }
  }

  var next: String? {
    guard case .open = self else { return nil }
    return "Ask whoever looks after this machine for encrypted swap, or for swap in memory (zram)."
  }
}

extension EditorCheck.Finding: DoctorWords {
  var what: String {
    switch self {
    case .ready(let command):
      "Your editor (\(command)) is started so that it keeps no second copy of your "
        + "words, and the text it has lies in memory."
    case .noneNamed(let usual):
      "No editor is named, and '\(usual)' is not there. Writing here needs none."
    case .unreadable(let command): Self.unusable(.unreadableCommand(command))
    case .missing(let name): Self.unusable(.notFound(name))
    case .leaves(let name, let traces):
      "Your editor, '\(name)', is not started with words of your journal: \(traces.habit)."
    }
  }

  var next: String? {
    if case .ready = self { return nil }
    return "export EDITOR=nano (or vim, or nvim): these are told to keep no copies."
  }

  private static func unusable(_ problem: EditorProblem) -> String {
    "Your editor cannot be used: \(problem)."
  }
}

extension EditorTraces {
  /// The end of a sentence that says why an editor is not started.
  fileprivate var habit: String {
    switch self {
    case .savesAndBackups:
      "it saves what is typed to a file #…# every so often and keeps the text before as …~"
    case .history:
      "it keeps a history of each saved file, and of unsaved words, in its own folder on the disk"
    case .backupsAndList: "it can keep a copy as …~ and lists the files it had open"
    case .swapFileAndList:
      "it keeps what is not saved yet in a swap file, and lists recent files"
    case .recoveryFolder:
      "it may keep what is typed in a recovery folder on the disk, such as /var/tmp/vi.recover"
    case .backupFolder: "it keeps backups of open files in its own folder on the disk"
    case .sessionFile: "it keeps unsaved words in its session file on the disk"
    case .backupsAndSession: "it keeps the text before as …~, and a session file"
    case .backupsAndPlaces: "it can keep a backup as …~ and remembers places in files"
    case .unknown: "it is not known here whether it keeps copies of what is written"
    }
  }
}

extension SandboxCheck.Finding: DoctorWords {
  var what: String {
    switch self {
    case .ready: "A program can be shut in with bubblewrap. \(Self.unneeded)"
    case .notInstalled:
      "bubblewrap (bwrap), which would shut plugins in, is not installed. \(Self.unneeded)"
    case .refused(let program):
      "bubblewrap is there (\(program)), but this machine does not let it shut a program in. "
        + Self.unneeded
    }
  }

  var next: String? { nil }

  private static let unneeded =
    "Plugins are not part of this version yet, so nothing depends on it."
}

extension SignpostCheck.Finding: DoctorWords {
  var what: String {
    switch self {
    case .unreadableSettings(let path):
      "\(path) cannot be read, so help-now shows no nation first."
    case .noPlaces: "The packs here name no places to turn to."
    case .allChecked(let number):
      "The \(number) places to turn to were each checked by a named person, and none is past "
        + "the day to look again."
    case .pastReview(let late): late.what
    case .unchecked(let number, let all, let hosts):
      "\(number) of \(all) places to turn to: \(Self.copied(from: hosts))not yet checked by a "
        + "person."
    }
  }

  var next: String? {
    switch self {
    case .unreadableSettings: "alongside help-now --nation NAME"
    case .noPlaces: "alongside packs list"
    case .allChecked, .unchecked: nil
    case .pastReview(let late):
      "Look at each operator's own page before you rely on a number; alongside prompts show "
        + "\(late.list) says where it was copied from."
    }
  }

  private static func copied(from hosts: [String]) -> String {
    guard !hosts.isEmpty else { return "" }
    let more = hosts.count > 3 ? " and \(hosts.count - 3) more" : ""
    return "copied from \(hosts.prefix(3).joined(separator: ", "))\(more), "
  }
}

extension SignpostCheck.Late {
  fileprivate var what: String {
    let named = names.prefix(3).joined(separator: ", ")
    let more = names.count > 3 ? ", and \(names.count - 3) more" : ""
    let from = packs.map { "the pack \($0)" } + (includesOwn ? ["your own lists"] : [])
    return "\(names.count) of \(all) places to turn to \(names.count == 1 ? "is" : "are") past "
      + "the day to look again: \(named)\(more). They come from "
      + "\(from.joined(separator: " and "))."
  }
}
