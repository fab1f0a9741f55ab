internal import AlongsideRuntime
internal import ArgumentParser
internal import Console
internal import Packs
internal import Practice

extension PacksCommand {
  /// `alongside packs add`: a prompt written by answering a few questions.
  struct Add: ContextCommand {
    static let configuration = CommandConfiguration(
      abstract: "Write a prompt by answering a few questions",
      discussion: """
        Asks for a title, the minutes and one question after another, shows the file, and writes it \
        once you agree. Without a folder it goes to the pack you stand in, or else to your own \
        prompts. With --answers it asks nothing: a YAML file with title, minutes, source and \
        questions, each with ask, type, options, help, example and tender.
        """)

    @OptionGroup var global: GlobalOptions
    @Argument(
      help: ArgumentHelp("The pack's folder.", valueName: "dir"), completion: .directory)
    var path: String?
    @Option(
      help: ArgumentHelp(
        "Take the questions from a YAML file, or - for standard input.", valueName: "file"),
      completion: .file(extensions: ["yaml", "yml"]))
    var answers: String?

    func run(_ desk: Desk) throws {
      let place = try PromptPlace(path, desk)
      guard answers != nil || desk.terminal.isInteractive else {
        throw Failure.usage(
          "there is no terminal to ask the questions on",
          hints: ["--answers FILE takes a title and questions from a file"])
      }
      desk.terminal.say(
        place.isOwn
          ? "This goes to your own prompts, in \(place.folder)."
          : "This goes to the pack in \(place.name).", as: .quiet)
      if let answers {
        let draft = try Self.read(answers, desk)
        let prompt = draft.prompt(
          id: ItemName.promptID(for: draft.title, besides: place.ids))
        let plain = ItemName.promptID(for: draft.title, besides: [])
        if prompt.id != plain {
          desk.terminal.say(
            "There is a prompt \(plain) already, so this one is called \(prompt.id).", as: .hint)
        }
        return try Self.write(prompt, to: place, desk)
      }
      try AuthoringSitting(desk: desk, place: place).run()
    }

    private static func read(_ path: String, _ desk: Desk) throws -> PromptDraft {
      let bytes =
        try path == "-" ? desk.context.readInput() : InputFile.read(desk.absolute(path))
      let result = PromptDraft.reading(bytes, file: path == "-" ? "standard input" : path)
      guard let draft = result.content else {
        throw Failure(
          .badInput, result.findings.map(\.sentence).joined(separator: "\n"),
          hints: ["nothing was written"])
      }
      return draft
    }

    /// What stands out in a prompt as it would be written.
    static func findings(in prompt: Prompt) -> [Finding] {
      PackFile.lint(
        Array(PromptYAML.text(of: prompt).utf8), file: "prompts/\(prompt.id).yaml", kind: .prompt,
        linting: true)
    }

    /// Writes the prompt's file, and says what stands out in it.
    static func write(_ prompt: Prompt, to place: PromptPlace, _ desk: Desk) throws {
      let text = PromptYAML.text(of: prompt)
      let findings = findings(in: prompt)
      guard !findings.hasErrors else {
        throw Failure(
          .badInput, findings.map(\.sentence).joined(separator: "\n"),
          hints: ["nothing was written"])
      }
      let file = try place.write(text, id: prompt.id)
      desk.terminal.say("Written:")
      desk.terminal.out(file)
      for finding in findings {
        desk.terminal.say("\(finding.severity.rawValue): \(finding.sentence)", as: .hint)
      }
      desk.terminal.say(
        "Any editor opens it. alongside packs try \(ShellWord.quoted(file)) walks through it.",
        as: .hint)
    }
  }
}

/// Asks somebody for a prompt, shows its file, and writes it when they agree.
private struct AuthoringSitting {
  let desk: Desk
  let place: PromptPlace

  private var terminal: Terminal { desk.terminal }

  func run() throws {
    let trial = Trial(QuestionsAboutQuestions.prompt, sets: [:])
    terminal.say("A prompt of your own", as: .heading)
    terminal.say(
      "Leave the next question empty when there are no more. " + SittingWords.exits, as: .quiet)
    let screen = InterviewScreen(
      desk: desk, reflection: trial, opensEditor: false, words: .authoring)
    while true {
      switch try screen.run() {
      case .kept: if try offer(trial) { return }
      case .letGo, .nothing: return terminal.say("No file was written.")
      case .putAside: return show(leaving: trial)
      case .interrupted:
        show(leaving: trial)
        throw Failure.silent(.interrupted)
      }
    }
  }

  private func prompt(_ trial: Trial) -> Prompt? {
    guard let draft = QuestionsAboutQuestions.draft(from: trial.interview) else { return nil }
    for question in draft.questions where question.lacksOptions {
      terminal.say(
        "“\(question.ask)” has too few answers to choose from, so it is answered in a few words.",
        as: .hint)
    }
    return draft.prompt(id: ItemName.promptID(for: draft.title, besides: place.ids))
  }

  /// Shows the file; false goes back to the last question.
  private func offer(_ trial: Trial) throws -> Bool {
    guard let prompt = prompt(trial) else {
      terminal.say("There is no question in it yet, so no file was written.")
      return true
    }
    terminal.say("")
    // As it will be: wrapping would show other lines than those of the file.
    terminal.outExactly(PromptYAML.text(of: prompt))
    terminal.say("")
    let errors = PacksCommand.Add.findings(in: prompt).filter { $0.severity == .error }
    guard errors.isEmpty else {
      for error in errors { terminal.say(error.sentence, as: .warning) }
      terminal.say("It cannot be written like this yet; change what it names.", as: .hint)
      return false
    }
    return try askLast(prompt)
  }

  /// Whether to write it; false goes back to the questions.
  private func askLast(_ prompt: Prompt) throws -> Bool {
    var question = Question(
      "Write it to prompts/\(prompt.id).yaml?", options: ["yes", "no"],
      hint: "Enter writes it, no goes back to the questions.", isSkippable: false)
    question.withheld = [.save, .skip, .edit]
    while true {
      switch terminal.ask(question) {
      case .nothing, .command(.stop, _):
        try PacksCommand.Add.write(prompt, to: place, desk)
        return true
      case .words(let words):
        switch question.picked(by: words)?.first {
        case 0:
          try PacksCommand.Add.write(prompt, to: place, desk)
          return true
        case 1: return false
        default: terminal.say("Type yes or no.", as: .hint)
        }
      case .command(.back, _): return false
      case .command(.helpNow, _): HelpNow.say(desk)
      case .command(.letGo, _), .end:
        terminal.say("No file was written.")
        return true
      case .command: terminal.say("Type yes or no.", as: .hint)
      case .interrupted:
        terminal.say("No file was written.")
        throw Failure.silent(.interrupted)
      }
    }
  }

  /// Somebody who has to leave keeps their words on the screen at least.
  private func show(leaving trial: Trial) {
    if let prompt = prompt(trial) {
      terminal.say("No file was written. This is what you had:")
      terminal.outExactly(PromptYAML.text(of: prompt))
    } else {
      terminal.say("No file was written.")
    }
  }
}
