internal import AlongsideRuntime
internal import ArgumentParser
internal import Console
internal import Packs
internal import Practice
internal import Vault

/// `alongside reflect`: a few questions, answered in a few minutes.
struct Reflect: ContextCommand {
  static let configuration = CommandConfiguration(
    abstract: "Answer a few questions",
    discussion: """
      Without a prompt's name, one is suggested. Each answer is sealed as it is given, so nothing \
      is lost when you are called away: /save puts it aside, --resume takes it up.
      """)

  @OptionGroup var global: GlobalOptions
  @Argument(help: "The prompt's id.", completion: .custom(promptNames)) var prompt: String?
  @Option(
    help: ArgumentHelp(
      "Take the answers from a YAML file, or - for standard input.", valueName: "file"),
    completion: .file(extensions: ["yaml", "yml"]))
  var answers: String?
  @Flag(help: "Go on with what was put aside. Asks for your passphrase.") var resume = false
  @Flag(help: "Write the long answers in your own editor.") var editor = false
  @Option(
    help: ArgumentHelp("Ask in this language, where a pack has it, as in cy.", valueName: "locale"))
  var locale: String?

  func run(_ desk: Desk) throws {
    if resume, answers != nil { throw Failure.usage("--resume and --answers do not go together") }
    if resume { return try Resuming(prompt: prompt, opensEditor: editor).run(desk) }
    if let answers { return try fromFile(answers, desk) }
    try Self.begin(prompt, desk, opensEditor: editor, locale: locale)
  }

  /// Begins a prompt on the terminal, making the journal first where there is none.
  ///
  /// - Parameter suggesting: what to offer where no prompt is named.
  static func begin(
    _ name: String?, _ desk: Desk, opensEditor: Bool = false, locale: String? = nil,
    suggesting: Suggestion? = nil
  ) throws {
    guard desk.terminal.isInteractive else {
      throw Failure.usage(
        "there is no terminal to ask the questions on",
        hints: [
          "alongside reflect PROMPT --answers FILE",
          "alongside write takes a page from standard input",
        ])
    }
    let library = desk.home.library(locale: locale)
    desk.sayFindings(of: library)
    let prompt =
      try name.map { try desk.prompt(named: $0, in: library) }
      ?? (suggesting ?? .three).prompt(library)
    desk.sayLanguage(of: library, for: prompt.fullID, named: locale)
    if try !desk.place().exists { try Start.make(desk) }
    if name == nil, suggesting == nil {
      desk.terminal.say("alongside prompts list shows the others.", as: .quiet)
    }
    try go(on: prompt, desk, opensEditor: opensEditor, WhatIsAhead(desk, library))
  }

  /// One prompt from its first question to its end, and then those that the person goes on with.
  static func go(
    on prompt: Prompt, _ desk: Desk, opensEditor: Bool, _ ahead: WhatIsAhead
  ) throws {
    var next = Optional(prompt)
    while let prompt = next {
      let writing = Writing(try desk.closed(), clock: desk.context.clock)
      let reflection = try Reflection(
        prompt, sets: ahead.library.shelf.resolveSets(for: prompt), writing: writing,
        clock: desk.context.clock, lastTime: try lastTime(for: prompt, desk))
      next = try Sitting(desk: desk, writing: writing, ahead: ahead)
        .run(reflection, opensEditor: opensEditor)
    }
  }

  /// What was answered last time, where the prompt brings it and the journal can be opened without a
  /// question; `nil` while it is closed.
  private static func lastTime(
    for prompt: Prompt, _ desk: Desk
  ) throws -> [Interview.Place: Interview.LastTime]? {
    guard prompt.bringsLastTime, desk.canOpenUnasked else { return nil }
    do {
      return try desk.reader(takingIn: false).lastTime(for: prompt)
    } catch let failure where Failure(failure).code != .interrupted {
      // Writing needs no passphrase, so whatever keeps the journal shut keeps nobody from writing.
      desk.terminal.say(
        "Last time's answers are not shown: \(Failure(failure).message). You can write all the same.",
        as: .quiet)
      return nil
    }
  }

  /// What to offer when nothing was named.
  struct Suggestion {
    let id: String
    let tag: String

    static let three = Suggestion(id: "daily-three", tag: "daily")
    static let tired = Suggestion(id: "daily-tired", tag: "tired")

    /// - Throws: `Failure` where there is nothing to offer.
    fileprivate func prompt(_ library: Library) throws -> Prompt {
      if let prompt = library.suggestion(preferring: id, tagged: tag) { return prompt }
      guard library.shelf.prompts.isEmpty else {
        throw Failure(
          .failed, "every prompt here is left out",
          hints: [
            "alongside prompts list --all says by whom",
            "alongside reflect PROMPT begins one all the same",
          ])
      }
      throw Failure(
        .failed, "there are no prompts here",
        hints: ["alongside write gives you a blank page", "--packs DIR names a folder of prompts"])
    }
  }

  private func fromFile(_ path: String, _ desk: Desk) throws {
    guard let prompt else {
      throw Failure.usage(
        "answers need a prompt", hints: ["alongside reflect PROMPT --answers \(path)"])
    }
    let library = desk.home.library(locale: locale)
    desk.sayFindings(of: library)
    let asked = try desk.prompt(named: prompt, in: library)
    let writing = Writing(try desk.closed(), clock: desk.context.clock)
    let sets = try library.shelf.resolveSets(for: asked)
    let bytes = path == "-" ? try desk.context.readInput() : try InputFile.read(path)
    let (kept, ignored, interview) = try writing.keep(
      answers: bytes, to: asked, sets: sets, file: path == "-" ? "standard input" : path)
    desk.sayIgnored(ignored)
    desk.say(unagreed: interview.unagreed)
    try Kept.say(kept, in: writing.journal.place, desk)
    let ahead = WhatIsAhead(desk, library)
    ahead.note(asked)
    ahead.say(interview.onward(of: asked), of: asked)
  }
}
