internal import AlongsideRuntime
internal import ArgumentParser
internal import Console
internal import Packs
internal import Practice

/// `alongside prompts`: the questions there are.
struct Prompts: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "The questions there are", subcommands: [ListAll.self, ShowOne.self])

  /// `alongside prompts list`.
  struct ListAll: ContextCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "List the prompts")

    @OptionGroup var global: GlobalOptions
    @Flag(help: "Those as well that a pack leaves out of its suggestions; none does yet.")
    var all = false
    @Flag(help: "Print as JSON.") var json = false

    func run(_ desk: Desk) throws {
      let library = desk.library()
      desk.sayFindings(of: library)
      let prompts = library.shelf.prompts
      if json { return try desk.print(json: prompts.map { PromptLine($0, in: library) }) }
      for prompt in prompts { desk.terminal.out(Self.line(prompt, in: library)) }
    }

    private static func line(_ prompt: Prompt, in library: Library) -> String {
      let isAlone = library.shelf.prompts.count { $0.id == prompt.id } == 1
      let minutes = prompt.minutes.map { "  (about \($0) min)" } ?? ""
      let isUnsigned = prompt.pack.map { library.unsigned.contains($0) } ?? false
      return (isAlone ? prompt.id : prompt.fullID) + "  \(prompt.title)\(minutes)"
        + (isUnsigned ? "  [unsigned]" : "")
    }
  }

  /// `alongside prompts show`.
  struct ShowOne: ContextCommand {
    static let configuration = CommandConfiguration(
      commandName: "show", abstract: "Show one prompt, question by question")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The prompt's id.", completion: .custom(promptNames)) var id: String
    @Flag(help: "Print as JSON.") var json = false

    func run(_ desk: Desk) throws {
      let prompt = try desk.prompt(named: id, in: desk.library())
      guard json else { return desk.terminal.out(PromptText.text(prompt)) }
      guard case .object(var keys) = CanonicalJSON.value(of: prompt) else { return }
      keys["sha256"] = .string(Library.sha256(of: prompt))
      desk.terminal.outExactly(JSONValue.object(keys).text + "\n")
    }
  }
}

/// A prompt in a list.
private struct PromptLine: Encodable {
  let id: String
  let pack: String?
  let title: String
  let minutes: Int?
  let tags: [String]
  let revision: Int?
  let sha256: String
  let unsigned: Bool

  init(_ prompt: Prompt, in library: Library) {
    id = prompt.id
    pack = prompt.pack
    title = prompt.title
    minutes = prompt.minutes
    tags = prompt.tags
    revision = prompt.revision
    sha256 = Library.sha256(of: prompt)
    unsigned = prompt.pack.map { library.unsigned.contains($0) } ?? false
  }
}
