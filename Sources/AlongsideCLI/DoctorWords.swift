internal import Health

/// What `doctor` says of a finding.
protocol DoctorWords {
  /// What was found, in plain sentences.
  var what: String { get }
  /// A command or a step; nil where there is nothing to do.
  var next: String? { get }
}

extension HealthFact {
  /// A name for scripts, which is kept, and the words.
  var told: (topic: String, words: any DoctorWords) {
    switch self {
    case .permissions(let finding): ("permissions", finding)
    case .syncedFolder(let finding): ("synced-folder", finding)
    case .diskEncryption(let finding): ("disk-encryption", finding)
    case .swap(let finding): ("swap", finding)
    case .editor(let finding): ("editor", finding)
    case .kitFiles(let finding): ("kit-files", finding)
    case .leftovers(let finding): ("leftovers", finding)
    case .sealedFiles(let finding): ("sealed-files", finding)
    case .signposts(let finding): ("signposts", finding)
    case .sandbox(let finding): ("sandbox", finding)
    }
  }
}

extension PermissionsCheck.Finding: DoctorWords {
  var what: String {
    switch self {
    case .yoursAlone: "Your journal's files are yours alone."
    case .noFolder(let path): "There is no folder \(path) to look at."
    case .writableAbove(let path):
      "Others on this machine can write in \(path), and so could put another journal in the "
        + "place of yours."
    case .openAbove(let path):
      "Others on this machine can look into \(path). They see that you keep a journal, not what "
        + "is in it."
    case .links(let paths):
      "\(Counted.first(of: paths)) is a link to somewhere else. Links inside a journal are not "
        + "followed."
    case .notYours(let paths): "\(Counted.first(of: paths)) belongs to another account."
    case .openFolders(let paths, _), .openFiles(let paths, _):
      "Others on this machine may read or change \(Counted.first(of: paths)). What is in it is "
        + "sealed; how much there is, and when it changed, shows."
    case .openPassphrase(let path): "Others on this machine may read your passphrase in \(path)."
    }
  }

  var next: String? {
    switch self {
    case .yoursAlone, .noFolder: nil
    case .writableAbove(let path): "chmod go-w \(ShellWord.quoted(path))"
    case .openAbove(let path): "chmod 700 \(ShellWord.quoted(path))"
    case .links(let paths): "ls -l \(ShellWord.quoted(paths.first ?? ""))"
    case .notYours:
      "Ask whoever looks after this machine to give it to your account, or move a copy of "
        + "your own into its place."
    case .openFolders(let paths, let journal): Self.closing(paths, "700", in: journal)
    case .openFiles(let paths, let journal): Self.closing(paths, "600", in: journal)
    case .openPassphrase(let path): "chmod 600 \(ShellWord.quoted(path))"
    }
  }

  /// One file is named; for several, all of the journal is closed.
  private static func closing(_ paths: [String], _ mode: String, in journal: String) -> String {
    guard paths.count == 1 else { return "chmod -R go= \(ShellWord.quoted(journal))" }
    return "chmod \(mode) \(ShellWord.quoted(paths[0]))"
  }
}

extension KitFileCheck.Finding: DoctorWords {
  var what: String {
    switch self {
    case .nothing:
      return "No recovery kit was found in the places where files are usually put. Only their "
        + "first level was looked at."
    case .kit(let path, let besideBackup):
      let beside = " A backup lies beside it, so the two together are such a copy."
      return "A recovery kit lies in \(path). Whoever has it and a copy of your journal can read "
        + "all of it." + (besideBackup ? beside : "")
    case .tooMany(let folder, let looked):
      return "There is much in \(folder); only its first \(looked) names were looked at for a kit."
    case .backups(let number, let folder):
      let lie = number == 1 ? "A backup lies" : "\(number) backups lie"
      return "\(lie) in \(folder), sealed, with what your passphrase and your kit need to open it."
    }
  }

  var next: String? {
    switch self {
    case .nothing, .tooMany: nil
    case .kit(let path, _): "Once the words are on paper: rm \(ShellWord.quoted(path))"
    case .backups: "Keep a copy away from this machine, and never a kit beside it."
    }
  }
}

extension LeftoverCheck.Finding: DoctorWords {
  var what: String {
    switch self {
    case .nothing: "Nothing that was cut off left a file behind."
    case .editorOpen(let path):
      "Another window has words open in an editor, in memory at \(path)."
    case .editorLeft(let path):
      "Words that were open in an editor when it was cut off are still in memory at \(path)."
    case .cutOff(let paths):
      "A file was cut off while it was written: \(Counted.first(of: paths)). It is sealed, and "
        + "nothing that was said to be kept is in it alone."
    case .changeUnderWay(let path):
      "A change to your journal is under way in another window, or was cut off: \(path). "
        + "Leave that file where it is; the next opening mends the journal with it."
    case .damaged:
      "What salvage put by is still here, sealed. What you erased since may be in it."
    }
  }

  var next: String? {
    switch self {
    case .nothing, .editorOpen: nil
    case .editorLeft(let path): "Copy what you want to keep, then: rm -r \(ShellWord.quoted(path))"
    case .cutOff(let paths): "With no other window open: rm \(Self.words(paths))"
    case .changeUnderWay: "alongside list"
    case .damaged(let paths): "When you are content: rm \(Self.words(paths))"
    }
  }

  private static func words(_ paths: [String]) -> String {
    paths.map(ShellWord.quoted).joined(separator: " ")
  }
}

extension SealedFilesCheck.Finding: DoctorWords {
  var what: String {
    switch self {
    case .allReadable: "Every page and draft that waits can be read by your account."
    case .unreadable(let paths, _):
      "Your account may not read \(Counted.first(of: paths)). If it is a page of yours, its words "
        + "are safe and are in no list until it can be read."
    case .aside(let number, let place):
      "\(Counted.words(number, "file", "files")) in \(place) did not open as pages of your journal. "
        + "Each opening tries again."
    }
  }

  var next: String? {
    switch self {
    case .allReadable: nil
    case .unreadable(_, let journal): "sudo chown -R \"$(id -u)\" \(ShellWord.quoted(journal))"
    case .aside: "alongside verify"
    }
  }
}
