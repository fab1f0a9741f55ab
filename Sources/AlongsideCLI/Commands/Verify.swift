internal import AlongsideRuntime
internal import ArgumentParser
internal import Console
internal import Vault

/// `alongside verify`: opens everything and says what is broken.
///
/// Takes nothing in.
struct Verify: ContextCommand {
  static let configuration = CommandConfiguration(
    abstract: "Open everything and say whether it is whole",
    discussion: "With FILE, everything in that backup instead.")

  @OptionGroup var global: GlobalOptions
  @Argument(help: "A backup to look at.", completion: .file()) var file: String?
  @Flag(help: "Print as JSON.") var json = false

  func run(_ desk: Desk) throws {
    if let file { return try Self.say(Restoring(desk.wholePath(file)), json: json, desk) }
    let verdict = try desk.reader(takingIn: false).verify()
    if json {
      try desk.print(json: VerdictJSON(verdict))
    } else {
      desk.terminal.out(Self.summary(verdict))
      for moment in verdict.accepted {
        desk.terminal.out(
          "An older journal was put back on purpose: \(Dates.text(milliseconds: moment)).")
      }
      for part in verdict.damagedCopies {
        desk.terminal.out(
          "One of two copies of \(Damage.partWords(part)) is damaged; the other one is whole.")
      }
      Self.say(aside: verdict.aside, desk.terminal)
    }
    try Self.end(with: verdict, desk)
  }

  /// Names what is not whole.
  ///
  /// - Throws: `Failure` with 13, or with 1 where files could not be read and nothing else is the matter.
  private static func end(with verdict: Verdict, _ desk: Desk) throws {
    for damage in verdict.damage { desk.terminal.say("alongside: \(damage.words)", as: .warning) }
    if !verdict.damage.isEmpty {
      desk.terminal.say("hint: alongside salvage saves what is whole", as: .hint)
    }
    for file in verdict.unopened { desk.terminal.say("alongside: \(file.words)", as: .warning) }
    if !verdict.damage.isEmpty || !verdict.damagedCopies.isEmpty { throw Failure.silent(.damaged) }
    if !verdict.unopened.isEmpty { throw Failure.silent(verdict.unopened.code) }
  }

  /// Opens every item of a backup and says what it holds.
  static func say(_ restoring: Restoring, json: Bool, _ desk: Desk) throws {
    let place = try desk.anyPlace()
    let outcome = try desk.unlocking {
      try restoring.check($0, beside: place, clock: desk.context.clock)
    }
    if json { return try desk.print(json: BackupVerdictJSON(outcome)) }
    let entries = Counted.words(outcome.entries, "entry", "entries")
    desk.terminal.out("\(entries) opened. This backup is whole.")
    if outcome.wordings > outcome.entries {
      let earlier = outcome.wordings - outcome.entries
      desk.terminal.out(
        "It also holds " + (earlier == 1 ? "1 earlier wording." : "\(earlier) earlier wordings."))
    }
    if !outcome.knowsErased {
      desk.terminal.out("It does not say what was erased before it was made.")
    }
  }

  /// Counts the files that are no pages of this journal, and names some.
  private static func say(aside files: [Unopened], _ terminal: Terminal) {
    guard !files.isEmpty else { return }
    terminal.out(
      files.count == 1
        ? "1 file is no page of this journal:"
        : "\(files.count) files are no pages of this journal:")
    for line in Counted.lines(files.map(\.words)) { terminal.out(line) }
  }

  private static func summary(_ verdict: Verdict) -> String {
    let entries = Counted.words(verdict.entries, "entry", "entries")
    if verdict.damage.isEmpty, !verdict.unopened.isEmpty, verdict.unopened.allSatisfy(\.isUnread) {
      return "\(entries) opened. Not everything could be read."
    }
    guard verdict.damage.isEmpty, verdict.unopened.isEmpty else {
      return "\(entries) looked at. Not all is whole."
    }
    let waiting =
      verdict.waiting == 0
      ? ""
      : verdict.waiting == 1 ? " and 1 page that waits" : " and \(verdict.waiting) pages that wait"
    return "\(entries)\(waiting) opened. Everything is whole."
  }
}

/// A verdict as `--json` prints it.
private struct VerdictJSON: Encodable {
  let entries: Int
  let waiting: Int
  let drafts: Int
  let damage: [String]
  let aside: [String]
  let unopened: [UnopenedJSON]
  let damagedCopies: [String]

  init(_ verdict: Verdict) {
    entries = verdict.entries
    waiting = verdict.waiting
    drafts = verdict.drafts
    damage = verdict.damage.map(\.words)
    aside = verdict.aside.map(\.name)
    unopened = verdict.unopened.map(UnopenedJSON.init)
    damagedCopies = verdict.damagedCopies
  }

  private enum CodingKeys: String, CodingKey {
    case entries, waiting, drafts, damage, aside, unopened
    case damagedCopies = "damaged_copies"
  }
}

/// A page or draft that did not open as `--json` prints it.
private struct UnopenedJSON: Encodable {
  let file: String
  let why: String

  init(_ file: Unopened) {
    self.file = file.path
    why = file.reason.words
  }
}

/// A verdict on a backup as `--json` prints it; one that is not whole is an error instead.
private struct BackupVerdictJSON: Encodable {
  let kind: String
  let entries: Int
  let wordings: Int
  let knowsErased: Bool

  init(_ outcome: Restoring.Outcome) {
    kind = outcome.kind == .open ? "open" : "unattended"
    entries = outcome.entries
    wordings = outcome.wordings
    knowsErased = outcome.knowsErased
  }

  private enum CodingKeys: String, CodingKey {
    case kind, entries, wordings
    case knowsErased = "knows_erased"
  }
}
