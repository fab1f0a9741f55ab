internal import AlongsideRuntime
internal import ArgumentParser
internal import Console
internal import PackFormat
internal import Packs
internal import Practice

extension PacksCommand {
  /// `alongside packs preview`: everything a prompt says and asks, to read through.
  struct Preview: ContextCommand {
    static let configuration = CommandConfiguration(
      abstract: "Read a prompt or template through: every question, help and condition",
      discussion: """
        Shows every step, whether or not an answer would bring it up: the words, the kind of answer, \
        what can be chosen, the help, when it is asked, and what is marked tender; for a meeting also who answers, and who can \
        read it.
        """)

    @OptionGroup var global: GlobalOptions
    @Argument(
      help: ArgumentHelp(
        "A pack's folder, or the file of a prompt or template.", valueName: "dir|file"),
      completion: .file())
    var path: String
    @Argument(help: "Only this prompt or template.") var prompt: String?
    @Option(
      help: ArgumentHelp(
        "In this language, such as cy; en-XA shows what could be translated.", valueName: "l"))
    var locale: String?
    @Flag(help: "Print the prompts and templates as JSON.") var json = false

    func run(_ desk: Desk) throws {
      let named = try NamedPack(path, desk, locale: locale)
      let all = named.prompts + named.sessions
      let hasLists = prompt == nil && !Self.lists(of: named.pack).isEmpty
      let asks = prompt != nil || (all.isEmpty && !hasLists)
      let chosen = try asks ? [named.prompt(named: prompt)] : all
      named.sayFindings(desk)
      let translation = named.pack.flatMap { named.library.composition.translations[$0.id] }
      if let note = translation?.note() { desk.terminal.say(note, as: .quiet) }
      if let locale, translation == nil, !named.library.isWritten(in: locale) {
        desk.terminal.say("This pack has no words in \"\(locale)\".", as: .warning)
      }
      if json { return desk.print(json: Self.json(chosen)) }
      // A framework that is missing costs its items only: the words can be read all the same.
      let texts = chosen.map { prompt in
        PromptOutline.text(of: prompt.namingParties, sets: (try? named.sets(for: prompt)) ?? [:])
      }
      let lists = prompt == nil ? Self.lists(of: named.pack) : []
      desk.terminal.out((texts + lists).joined(separator: "\n\n\n"))
    }

    /// What a pack brings beside its questions: sets of values, and places to turn to.
    private static func lists(of pack: Pack?) -> [String] {
      let values = (pack?.values ?? []).map { framework in
        (["\(framework.title) (\(framework.fullID))", ""]
          + framework.items.map { "- \(QuestionParts.label($0))" }).joined(separator: "\n")
      }
      return values + (pack?.signposts ?? []).map(PlacesText.sources)
    }

    /// Each as `prompts show --json` prints it.
    private static func json(_ prompts: [Prompt]) -> JSONValue {
      .array(prompts.map { Library.json(of: $0) })
    }
  }
}
