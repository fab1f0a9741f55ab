internal import AlongsideRuntime
internal import ArgumentParser
internal import Console
internal import Packs
internal import Practice

extension PacksCommand {
  /// `alongside packs try`: a prompt as a person would meet it, kept nowhere.
  struct Try: ContextCommand {
    static let configuration = CommandConfiguration(
      abstract: "Walk through a prompt; nothing is kept",
      discussion: """
        Asks the questions just as a person gets them. Needs no journal and no passphrase, and \
        writes nothing anywhere. With --answers it walks by itself; --json tells which questions \
        came up.

        The questions of a template for a meeting are asked as one of its parties gets them: say \
        which with --as. What depends on another party's answers is not asked, and it says so.
        """)

    @OptionGroup var global: GlobalOptions
    @Argument(
      help: ArgumentHelp(
        "A pack's folder, or the file of a prompt or template.", valueName: "dir|file"),
      completion: .file())
    var path: String
    @Argument(help: "Which prompt or template, where there are several.") var prompt: String?
    @Option(
      name: .customLong("as"),
      help: ArgumentHelp("In a template for a meeting: who answers.", valueName: "party"),
      completion: .custom(partyNames))
    var party: String?
    @Option(
      help: ArgumentHelp(
        "Take the answers from a YAML file, or - for standard input.", valueName: "file"),
      completion: .file(extensions: ["yaml", "yml"]))
    var answers: String?
    @Flag(help: "Print what was asked, and what was hidden, as JSON.") var json = false

    func run(_ desk: Desk) throws {
      let named = try NamedPack(path, desk)
      let asked = try named.prompt(named: prompt, isForMeeting: party != nil)
      let party = try party(of: asked)
      let trial = Trial(
        asked.namingParties, sets: try named.sets(for: asked), as: party?.id)
      if let answers { return try walk(trial, answers, desk) }
      guard desk.terminal.isInteractive else {
        throw Failure.usage(
          "there is no terminal to ask the questions on",
          hints: [command(asked, party?.id) + " --answers FILE"])
      }
      named.sayFindings(desk)
      try TrialSitting(desk: desk).run(trial)
      if json { try desk.print(json: trial.json(ignoring: [])) }
    }

    /// Who is asked; nil in a prompt for one person.
    ///
    /// - Throws: `Failure` with 64 if no party is named, or the meeting has no such party.
    private func party(of prompt: Prompt) throws -> Meeting.Party? {
      guard let meeting = prompt.meeting else {
        guard party != nil else { return nil }
        throw Failure.usage(
          "\"\(prompt.id)\" is for one person, so --as has nobody to name",
          hints: [command(prompt, nil)])
      }
      let known = meeting.parties.map { party in
        party.label.lowercased() == party.id ? party.id : "\(party.id) (\(party.label))"
      }.joined(separator: ", ")
      guard let party else {
        throw Failure.usage(
          "\"\(prompt.id)\" is for a meeting; say with --as who answers: \(known)",
          hints: [command(prompt, meeting.parties.first?.id)])
      }
      if let found = meeting.parties.first(where: { $0.id == party }) { return found }
      let nearest = Nearest.word(to: party, among: meeting.parties.map(\.id))
      throw Failure.usage(
        "\"\(prompt.id)\" has no party \"\(party)\"; it has: \(known)",
        hints: [command(prompt, nearest ?? meeting.parties.first?.id)])
    }

    private func command(_ prompt: Prompt, _ party: String?) -> String {
      "alongside packs try \(ShellWord.quoted(path)) \(prompt.id)"
        + (party.map { " --as \($0)" } ?? "")
    }

    private func walk(_ trial: Trial, _ answers: String, _ desk: Desk) throws {
      let bytes =
        try answers == "-" ? desk.context.readInput() : InputFile.read(desk.absolute(answers))
      let ignored: [IgnoredAnswer]
      do {
        ignored = try trial.run(
          answers: bytes, file: answers == "-" ? "standard input" : answers, today: desk.today)
      } catch {
        var failure = Failure(error)
        failure.hints = ["nothing of this is kept anyway; mend the answers and try again"]
        throw failure
      }
      if json { return try desk.print(json: trial.json(ignoring: ignored)) }
      desk.terminal.say(TrialSitting.promise, as: .quiet)
      desk.sayIgnored(ignored)
      desk.say(unagreed: trial.interview.unagreed)
      for answer in trial.interview.outcome { desk.terminal.out(Self.line(answer, trial)) }
      TrialSitting(desk: desk).sayAhead(of: trial)
      desk.terminal.say(TrialSitting.promise, as: .quiet)
    }

    /// One question, and what became of it.
    private static func line(_ answer: Answer, _ trial: Trial) -> String {
      let words =
        switch answer.state {
        case .answered: answer.words ?? answer.value?.listed ?? ""
        case .skipped: "(skipped)"
        case .notApplicable: "(not asked with these answers)"
        case .notReached:
          trial.waiting(for: answer.step).map { "(not asked: \($0))" } ?? "(not reached)"
        }
      return "- \(answer.ask)\n  \(words.replacing("\n", with: "\n  "))"
    }
  }
}
