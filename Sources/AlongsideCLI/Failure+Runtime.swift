internal import AlongsideRuntime
internal import PackFormat
internal import Packs
internal import Practice
internal import Vault

extension Failure {
  init(runtime error: RuntimeError) {
    switch error {
    case .answers(let findings):
      let lines = findings.map(\.sentence)
      self.init(.badInput, lines.joined(separator: "\n"), hints: ["nothing was kept"])
    case .answer(let problem):
      let place = problem.step.map { "the answer to \"\($0)\" does not fit: " } ?? ""
      self.init(.badInput, place + problem.message, hints: ["nothing was kept"])
    case .nothingWritten: self.init(.failed, "nothing was written, so nothing was kept")
    case .noSuchWording(let number, let count):
      self.init(
        .usage,
        count == 1
          ? "there is no wording \(number): this entry has one, number 1"
          : "there is no wording \(number): this entry has \(count), from 1 to \(count)",
        hints: ["alongside history ID shows them with their numbers"])
    case .draftWithoutPrompt(let id):
      self.init(
        .failed, "what was put aside belongs to the prompt \"\(id)\", whose pack is not here",
        hints: ["name the folder of its pack with --packs DIR; what you wrote is safe"])
    case .noDraft(let prompt):
      let what = prompt.map { " from \"\($0)\"" } ?? ""
      self.init(.failed, "nothing\(what) is put aside", hints: ["alongside reflect begins anew"])
    case .unopenedDrafts(let files):
      self.init(
        files.code,
        "what is put aside does not open: " + files.map(\.words).joined(separator: "; "),
        hints: [
          "nothing was changed; an unattended copy made before may still have it whole",
          "alongside doctor says whether your account may read it",
        ])
    case .notAPage(let id):
      self.init(
        .usage, "the entry \(id) is answers to questions, not a page; nothing was changed",
        hints: ["alongside revise \(id) --answers FILE, or without a file on a terminal"])
    case .notAnswers(let id):
      self.init(
        .usage, "the entry \(id) is a page, so there are no questions to answer",
        hints: ["alongside revise \(id) takes a page's words from standard input"])
    case .entryWithoutPrompt(let id, let prompt):
      self.init(
        .failed,
        "the entry \(id) answers \"\(prompt)\", whose pack is not here; nothing was changed",
        hints: [
          "name the folder of its pack with --packs DIR",
          "on a terminal alongside revise \(id) goes by the questions in the entry itself",
        ])
    case .stillWaiting(let id, let why):
      self.init(
        why == .damage ? .damaged : .failed,
        "the page \(id) is kept, but could not be taken into the journal yet"
          + (why.map { " (\($0.words))" } ?? "") + ", so nothing in it can be changed",
        hints: [
          why == .damage
            ? "alongside salvage saves what is whole, this page too"
            : "make room on the disk, then the same command again"
        ])
    case .noSlotFile(let path):
      self.init(
        .failed, "the file that your words open is not beside the backup: \(path)",
        hints: ["copy it there from where the backup was made; it was written with it"])
    case .tooManyEntries:
      self.init(
        .badInput,
        "this holds more than 150,000 entries, and one import takes no more; nothing was changed",
        hints: ["bring it in in parts: twice adds nothing twice"])
    case .notAnEntry(let id): self.init(.damaged, "the entry \(id) cannot be read")
    }
  }

  init(backup problem: BackupProblem) {
    switch problem {
    case .cutShort:
      self.init(
        .badInput, "this backup is not whole: it ends too early",
        hints: ["copy it again from where it came, or take an older one"])
    case .changed:
      self.init(
        .badInput, "this backup is not whole: it was changed, or ends too early",
        hints: ["copy it again from where it came, or take an older one"])
    case .notOurs(let reason):
      self.init(.badInput, "this file cannot be read as a backup: \(reason)")
    case .otherJournal:
      self.init(
        .badInput, "this backup belongs to another journal; nothing was changed",
        hints: ["bring it back beside this one: alongside restore FILE --journal NAME"])
    case .damaged:
      self.init(
        .badInput, "not everything in this backup is whole; nothing was changed",
        hints: [
          "take an older one, or unpack it with tar into a journal's folder: alongside salvage "
            + "then saves what is whole"
        ])
    case .unopened(let file):
      self.init(
        .badInput,
        "not everything in this backup is whole: \(file.words); nothing was changed",
        hints: [
          "take an older one, or unpack it with tar into a journal's folder: what is whole opens there"
        ])
    case .newer:
      self.init(
        .newerFormat, "this backup was made by a newer Alongside; nothing was changed",
        hints: ["use that newer version here too"])
    }
  }
}

extension Reader.WhyWaiting {
  /// As in "could not be taken in (...)".
  var words: String {
    switch self {
    case .damage: "part of the journal is damaged"
    case .system(let reason): reason
    }
  }
}
