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
        """)

    @OptionGroup var global: GlobalOptions
    @Argument(
      help: ArgumentHelp("A pack's folder, or one prompt's file.", valueName: "dir|file"),
      completion: .file())
    var path: String
    @Argument(help: "Which prompt, where there are several.") var prompt: String?
    @Option(
      help: ArgumentHelp(
        "Take the answers from a YAML file, or - for standard input.", valueName: "file"),
      completion: .file(extensions: ["yaml", "yml"]))
    var answers: String?
    @Flag(help: "Print what was asked, and what was hidden, as JSON.") var json = false

    func run(_ desk: Desk) throws {
      let named = try NamedPack(path, desk)
      let asked = try named.prompt(named: prompt)
      let trial = Trial(asked, sets: try named.sets(for: asked))
      if let answers { return try walk(trial, answers, desk) }
      guard desk.terminal.isInteractive else {
        throw Failure.usage(
          "there is no terminal to ask the questions on",
          hints: ["alongside packs try \(ShellWord.quoted(path)) \(asked.id) --answers FILE"])
      }
      named.sayFindings(desk)
      try TrialSitting(desk: desk).run(trial)
      if json { try desk.print(json: trial.json(ignoring: [])) }
    }

    private func walk(_ trial: Trial, _ answers: String, _ desk: Desk) throws {
      let bytes =
        try answers == "-" ? desk.context.readInput() : InputFile.read(desk.absolute(answers))
      let ignored: [IgnoredAnswer]
      do {
        ignored = try trial.run(
          answers: bytes, file: answers == "-" ? "standard input" : answers)
      } catch {
        var failure = Failure(error)
        failure.hints = ["nothing of this is kept anyway; mend the answers and try again"]
        throw failure
      }
      if json { return try desk.print(json: trial.json(ignoring: ignored)) }
      desk.terminal.say(TrialSitting.promise, as: .quiet)
      desk.sayIgnored(ignored)
      for answer in trial.interview.outcome { desk.terminal.out(Self.line(answer, trial)) }
      desk.terminal.say(TrialSitting.promise, as: .quiet)
    }

    /// One question, and what became of it.
    private static func line(_ answer: Answer, _ trial: Trial) -> String {
      let type = trial.prompt.steps.first { $0.id == answer.step }?.type ?? .text
      let words =
        switch answer.state {
        case .answered: answer.value.map { QuestionParts.shown($0, type) } ?? ""
        case .skipped: "(skipped)"
        case .notApplicable: "(not asked with these answers)"
        case .notReached: "(not reached)"
        }
      return "- \(answer.ask)\n  \(words.replacing("\n", with: "\n  "))"
    }
  }
}
