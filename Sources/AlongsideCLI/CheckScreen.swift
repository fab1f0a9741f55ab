internal import AlongsideRuntime
internal import Console
internal import Practice
internal import Vault

/// Passages that could point to a person, one entry after the other; the person changes them or not.
struct CheckScreen {
  let desk: Desk

  static let nothingFound =
    "Nothing was found. That is not the same as nothing being there: a place, a date and a story "
    + "can point to somebody without a name."

  private static let width = 60

  func found(in entries: [Entry], _ reader: Reader) throws -> [EntryCheck] {
    try reader.check(entries, today: desk.context.clock.now().day)
  }

  /// Prints what was found in one entry.
  func say(_ check: EntryCheck) {
    let terminal = desk.terminal
    terminal.out(EntryText.line(check.entry))
    for part in check.parts {
      for finding in part.findings {
        let around = Surroundings(of: finding, in: part.text, width: Self.width)
        terminal.out("  \"\(finding.passage)\" \(finding.kind.label)")
        terminal.out("    \(around.line)")
        if let note = finding.note { terminal.out("    \(note)") }
        terminal.out("    Instead, perhaps: \(finding.kind.suggestion)")
      }
    }
  }

  /// Shows each entry and offers to change it.
  func walk(_ checks: [EntryCheck], _ reader: Reader) throws {
    for (index, check) in checks.enumerated() {
      if index > 0 { desk.terminal.say("") }
      say(check)
      guard desk.terminal.isInteractive else { continue }
      guard let change = try wantsChange() else { return }
      if change { try self.change(check.entry) }
    }
  }

  /// Nil ends the walk.
  private func wantsChange() throws -> Bool? {
    let question = Question(
      "Leave it as it is, change it now, or stop here?", help: "Every change is yours to make.",
      options: ["leave", "change", "stop"], hint: "Enter leaves it.", isSkippable: false)
    while true {
      switch desk.terminal.ask(question) {
      case .nothing, .command(.skip, _): return false
      case .words(let words):
        guard let picked = question.picked(by: words)?.first else {
          desk.terminal.say("Type leave, change or stop.", as: .hint)
          continue
        }
        return picked == 2 ? nil : picked == 1
      case .command(.helpNow, _): HelpNow.say(desk)
      case .interrupted: throw Interruption()
      case .command, .end: return nil
      }
    }
  }

  /// The person's own change, then whether the earlier wording may go.
  private func change(_ entry: Entry) throws {
    let session = try desk.session
    let keeper = try Revise.begin(
      entry.id, session.present(takingIn: true), desk, isWithin: true)
    session.keep(keeper.reader)
    guard keeper.isChanged else { return }
    if try desk.terminal.confirm("Also forget the earlier wording, for good?", otherwise: false)
      == true
    {
      var reader = try session.reader
      try reader.forgetEarlierWordings(of: entry.id, now: desk.context.clock.now())
      session.keep(reader)
      desk.terminal.say("Forgotten.")
    }
  }
}
