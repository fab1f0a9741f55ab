internal import AlongsideRuntime
internal import ArgumentParser
internal import Console
internal import PackFormat
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
