internal import AlongsideRuntime
internal import Console
internal import Practice

/// What stands around an interview that nobody keeps.
struct TrialSitting {
  static let promise = "Nothing of this is kept."

  let desk: Desk

  /// Walks through on the terminal, as a person who answers would.
  func run(_ trial: Trial) throws {
    let prompt = trial.prompt
    let terminal = desk.terminal
    terminal.say(Self.promise + " This is what a person sees:", as: .quiet)
    terminal.say("")
    let minutes = prompt.minutes.map { ", about \(Counted.words($0, "minute", "minutes"))" } ?? ""
    terminal.say("\(prompt.title)\(minutes)", as: .heading)
    sayWho(of: trial)
    terminal.say(SittingWords.exits, as: .quiet)
    let screen = InterviewScreen(
      desk: desk, reflection: trial, opensEditor: false, words: .trial)
    let ending = try screen.run()
    terminal.say("")
    if case .kept = ending { sayAhead(of: trial) }
    for one in trial.interview.unasked {
      guard let reason = trial.waiting(for: one.step.id) else { continue }
      terminal.say("Not asked here, because \(reason): \(one.step.text)", as: .quiet)
    }
    terminal.say(Self.promise, as: .quiet)
    if case .interrupted = ending { throw Failure.silent(.interrupted) }
  }

  /// What would be offered now, by the names that the file has for it.
  func sayAhead(of trial: Trial) {
    let names = trial.interview.onward(of: trial.prompt).map(\.name)
    guard !names.isEmpty else { return }
    desk.terminal.say("Offered at the end: \(names.joined(separator: ", "))", as: .quiet)
  }

  /// In a meeting, who takes part and whose part this is.
  private func sayWho(of trial: Trial) {
    guard let meeting = trial.prompt.meeting, let party = trial.interview.party else { return }
    let all = meeting.parties.map(\.label).joined(separator: ", ")
    desk.terminal.say(
      "Who takes part: \(all). You answer as \(meeting.label(of: party)).", as: .quiet)
  }
}

extension Trial {
  /// Why a step is not asked, where another party's answers decide about it.
  func waiting(for step: String) -> String? {
    guard let meeting = prompt.meeting,
      let parties = interview.unasked.first(where: { $0.step.id == step })?.parties
    else { return nil }
    let names = parties.map { meeting.label(of: $0) }.joined(separator: " and ")
    return "it depends on what \(names) \(parties.count == 1 ? "answers" : "answer")"
  }
}

extension Meeting {
  /// What a party is called on screen.
  fileprivate func label(of party: String) -> String {
    parties.first { $0.id == party }?.label ?? party
  }
}
