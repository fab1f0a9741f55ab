internal import Age
internal import AlongsideRuntime
internal import Console
internal import Disk
internal import Packs
internal import Practice
internal import SSHSigning
internal import Vault

extension Failure {
  /// What any error of the modules below means at the edge.
  ///
  /// The only place that maps them.
  init(_ error: any Error) {
    switch error {
    case let failure as Failure: self = failure
    case let error as VaultError: self.init(vault: error)
    case let trouble as DiskTrouble: self.init(vault: VaultError(trouble))
    case let error as RuntimeError: self.init(runtime: error)
    case let problem as ShelfProblem:
      self.init(
        .usage, problem.message,
        hints: [problem.hint, "alongside prompts list"].compactMap(\.self))
    case is Interruption: self = .silent(.interrupted)
    case let problem as EditorProblem: self.init(.failed, "\(problem)")
    case let trouble as PackTrouble: self.init(pack: trouble)
    case let error as SigningError: self.init(.badInput, "\(error)")
    case let error as AgeError: self.init(.failed, "\(error)")
    case let problem as AnswerProblem: self.init(.badInput, problem.message)
    default:
      self.init(.failed, "something went wrong that has no words of its own: \(type(of: error))")
    }
  }

  private init(vault error: VaultError) {
    switch error {
    case .noJournal(let folder): self.init(noJournalIn: folder)
    case .alreadyThere(let folder):
      self.init(
        .failed, "there is something in \(folder) already; nothing was changed",
        hints: [
          "alongside list opens the journal that is here",
          "another one beside it: alongside init --journal NAME",
        ])
    case .fileExists(let path):
      self.init(.usage, "\(path) is there already; nothing is written over it")
    case .inUse:
      self.init(
        .inUse, "another process is using this journal right now", hints: ["try again in a moment"])
    case .wrongPassphrase:
      self.init(
        .wrongPassphrase, "these words do not open this journal",
        hints: ["try again; if they are lost, the ten words of your recovery kit open it too"])
    case .wrongBackupWords:
      self.init(
        .wrongPassphrase, "these words do not open this backup",
        hints: [
          "it opens with the passphrase, or the kit, of the day it was made",
          "if the words are right, the small file beside it may be damaged: that of another backup "
            + "made under the same words opens this one too",
        ])
    case .damaged(let damage): self.init(damage: damage)
    case .rolledBack(let rollback): self.init(rollback: rollback)
    case .newerFormat(let version):
      self.init(
        .newerFormat,
        "this journal was written by a newer Alongside (format \(version)); nothing was changed",
        hints: ["use that newer version here too"])
    case .cannotWrite(let folder):
      self.init(
        .failed, "nothing can be written in \(folder), so nothing was asked",
        hints: ["check who owns it, or use --home DIR with another folder"])
    case .system(let what, let reason): self.init(.failed, "\(what): \(reason)")
    case .noSuchEntry("last"):
      self.init(.failed, "nothing is written here yet", hints: ["alongside reflect"])
    case .noSuchEntry(let id) where id.utf8.count < ItemID.prefixLetterCount:
      self.init(
        .failed, "there is no entry \"\(id)\"", hints: ["type four letters of the id or more"])
    case .noSuchEntry(let id):
      self.init(.failed, "there is no entry \"\(id)\"", hints: ["alongside list"])
    case .severalEntries(let prefix, let count):
      self.init(
        .usage, "\"\(prefix)\" is the beginning of \(count) entries", hints: ["type more of the id"]
      )
    case .keysChanged:
      self.init(
        .inUse, "the words or keys of this journal were changed meanwhile; nothing is lost",
        hints: ["run the same command again, with the words that open it now"])
    case .badBackup(let problem): self.init(backup: problem)
    case .recoveryExists:
      self.init(
        .failed, "this journal has recovery words already",
        hints: [
          "alongside recovery check tries the ones you have",
          "--yes puts new ones in their place",
        ])
    case .noRecovery:
      self.init(
        .failed, "no recovery words were made for this journal yet",
        hints: ["alongside recovery new"])
    case .tooLong:
      self.init(
        .badInput, "this is longer than a page can be (16 MiB); nothing was kept",
        hints: ["two pages of half the length can be kept"])
    }
  }

  private init(damage: Damage) {
    switch damage {
    case .captureChanged:
      self.init(
        .damaged,
        "the file that says who can read new pages was changed, so nothing was written",
        hints: [
          "open the journal here once to mend it: alongside list",
          "if you put an older copy back on purpose: alongside list --accept-older",
        ])
    case .captureFile:
      self.init(
        .damaged, "the file that says who can read new pages is missing or broken",
        hints: ["open the journal here once to mend it: alongside list"])
    case .database, .part:
      self.init(
        .damaged, "this journal is damaged: \(damage.words)",
        hints: [
          "nothing was changed, and you can go on writing: new pages do not need it",
          "copy the journal's folder somewhere safe before anything else",
          "alongside salvage saves what is whole; a backup is the other way back: docs/recovery.md",
        ])
    default:
      self.init(
        .damaged, "this journal is damaged: \(damage.words)",
        hints: [
          "everything that is whole can still be read; alongside verify lists what is not",
          "copy the journal's folder somewhere safe before anything else",
        ])
    }
  }

  private init(rollback: Rollback) {
    let hint = "if you put it back on purpose: the same command with --accept-older"
    switch rollback {
    case .older(let seen, let found):
      self.init(
        .rolledBack,
        "this journal is older than it was: it had \(seen) changes when last used here and has \(found) now",
        hints: ["look for the newer copy first", hint])
    case .diverged:
      self.init(
        .rolledBack,
        "this journal went on somewhere else: it is not the one that was last used here",
        hints: ["it may have been used in two places; keep both copies", hint])
    }
  }
}
