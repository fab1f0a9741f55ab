internal import AlongsideRuntime
internal import ArgumentParser
internal import Console
internal import Packs
internal import Practice

/// `alongside prompts`: the questions there are.
struct Prompts: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "The questions there are",
    subcommands: [
      ListAll.self, ShowOne.self, Explain.self, Sheet.self, SwitchOff.self, SwitchOn.self,
    ])

  /// `alongside prompts list`.
  struct ListAll: ContextCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "List the prompts")

    @OptionGroup var global: GlobalOptions
    @Flag(help: "Those as well that are left out of suggestions, and who left them out.")
    var all = false
    @Option(
      help: ArgumentHelp("Show this language, where a pack has it.", valueName: "locale"))
    var locale: String?
    @Flag(help: "Print as JSON.") var json = false

    func run(_ desk: Desk) throws {
      let library = desk.home.library(locale: locale)
      desk.sayFindings(of: library)
      desk.sayLanguage(of: library, named: locale)
      let (shelf, composition) = (library.shelf, library.composition)
      let prompts =
        all
        ? shelf.prompts + shelf.templates
        : composition.suggested + composition.suggestedTemplates
      if json { return try desk.print(json: prompts.map { PromptLine($0, in: library) }) }
      for prompt in prompts { desk.terminal.out(Self.line(prompt, in: library)) }
      let count = shelf.prompts.count + shelf.templates.count - prompts.count
      guard count > 0 else { return }
      desk.terminal.say(
        (count == 1 ? "1 more is left out" : "\(count) more are left out")
          + " of suggestions; alongside prompts list --all says why.", as: .quiet)
    }

    private static func line(_ prompt: Prompt, in library: Library) -> String {
      let same = prompt.meeting == nil ? library.shelf.prompts : library.shelf.templates
      let isAlone = same.count { $0.id == prompt.id } == 1
      let minutes = prompt.minutes.map { "  (about \($0) min)" } ?? ""
      let meeting = prompt.meeting.map { "  [for a meeting: \($0.kind.words)]" } ?? ""
      let isUnsigned = prompt.pack.map { library.unsigned.contains($0) } ?? false
      let leftOut = library.composition.leftOut[prompt.fullID].map { leftOut in
        leftOut.pack == nil
          ? "  [\(leftOut.because)]" : "  [left out by \(leftOut.by): \(leftOut.because)]"
      }
      return (isAlone ? prompt.id : prompt.fullID) + "  \(prompt.title)\(minutes)\(meeting)"
        + (isUnsigned ? "  [unsigned]" : "") + (leftOut ?? "")
    }
  }

  /// `alongside prompts show`.
  struct ShowOne: ContextCommand {
    static let configuration = CommandConfiguration(
      commandName: "show", abstract: "Show one prompt, question by question",
      discussion: """
        With the id of a list of places to turn to, that list: where each place was copied from, and \
        who checked it.
        """)

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The prompt's id.", completion: .custom(promptNames)) var id: String
    @Option(
      help: ArgumentHelp("Show this language, where the pack has it.", valueName: "locale"))
    var locale: String?
    @Flag(help: "Print as JSON.") var json = false

    func run(_ desk: Desk) throws {
      let library = desk.home.library(locale: locale)
      if let list = library.signposts(named: id) { return try show(list, desk) }
      let prompt = try desk.prompt(named: id, in: library, orTemplate: true)
      desk.sayLanguage(of: library, for: prompt.fullID, named: locale)
      guard json else {
        let sets = (try? library.shelf.resolveSets(for: prompt)) ?? [:]
        let titles = library.shelf.titles(offeredBy: prompt)
        return desk.terminal.out(
          PromptText.text(prompt.namingParties, sets: sets, titles: titles))
      }
      desk.print(json: Library.json(of: prompt))
    }

    private func show(_ list: SignpostList, _ desk: Desk) throws {
      if json { return try desk.print(json: list.items.map { PlaceJSON($0, in: list) }) }
      desk.terminal.out(PlacesText.sources(of: list))
    }
  }
}

/// A prompt in a list.
private struct PromptLine: Encodable {
  let id: String
  let pack: String?
  let title: String
  /// Of a template: the kind of meeting.
  let kind: String?
  let minutes: Int?
  let tags: [String]
  let revision: Int?
  let sha256: String
  let unsigned: Bool
  let hidden: Hidden?

  /// Who leaves it out of suggestions.
  struct Hidden: Encodable {
    let by: String
    let because: String
  }

  init(_ prompt: Prompt, in library: Library) {
    id = prompt.id
    pack = prompt.pack
    title = prompt.title
    kind = prompt.meeting?.kind.rawValue
    minutes = prompt.minutes
    tags = prompt.tags
    revision = prompt.revision
    sha256 = Library.sha256(of: prompt)
    unsigned = prompt.pack.map { library.unsigned.contains($0) } ?? false
    hidden = library.composition.leftOut[prompt.fullID].map {
      Hidden(by: $0.by, because: $0.because)
    }
  }

  private enum CodingKeys: String, CodingKey {
    case id, pack, title, kind, minutes, tags, revision, sha256, unsigned, hidden
  }

  func encode(to encoder: any Encoder) throws {
    var keys = encoder.container(keyedBy: CodingKeys.self)
    try keys.encode(id, forKey: .id)
    try keys.encodeIfPresent(pack, forKey: .pack)
    try keys.encode(title, forKey: .title)
    try keys.encode(kind, forKey: .kind)
    try keys.encodeIfPresent(minutes, forKey: .minutes)
    try keys.encode(tags, forKey: .tags)
    try keys.encodeIfPresent(revision, forKey: .revision)
    try keys.encode(sha256, forKey: .sha256)
    try keys.encode(unsigned, forKey: .unsigned)
    // Null where nobody does, so that whoever reads it need not ask whether the key is there.
    try keys.encode(hidden, forKey: .hidden)
  }
}
