internal import Vault
internal import AlongsideRuntime
internal import ArgumentParser
internal import Console

/// `alongside write`: a blank page.
struct Write: ContextCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write a page",
    discussion: """
      Takes the page from standard input when that is no terminal. A title and tags typed on the \
      command line stay in your shell's history; inside the page they do not: a first line \
      "# Title", a last line "#tag #tag".
      """)

  @OptionGroup var global: GlobalOptions
  @Option(help: ArgumentHelp("The page's title.", valueName: "t")) var title: String?
  @Option(help: ArgumentHelp("A tag; as many as you like.", valueName: "t")) var tag: [String] = []
  @Flag(help: "Write in your own editor.") var editor = false

  func run(_ desk: Desk) throws {
    let tag = try tag.map(TagName.checked)
    guard !desk.terminal.isInteractive else {
      return try Self.begin(desk, title: title, tags: tag, opensEditor: editor)
    }
    // The journal is looked at before a byte is read: what cannot be kept is not taken.
    let writing = Writing(try desk.closed(), clock: desk.context.clock)
    guard let text = String(validating: try desk.context.readInput(), as: UTF8.self) else {
      throw Failure(
        .badInput, "this page is not text in UTF-8; nothing was kept",
        hints: ["iconv -f latin1 -t utf-8 FILE | alongside write"])
    }
    let kept = try writing.keep(text: text, title: title, tags: tag)
    try Kept.say(kept, in: writing.journal.place, desk)
  }

  /// Begins a blank page on the terminal.
  static func begin(
    _ desk: Desk, title: String? = nil, tags: [String] = [], opensEditor: Bool = false
  ) throws {
    if try !desk.place().exists { try Start.make(desk) }
    let writing = Writing(try desk.closed(), clock: desk.context.clock)
    let reflection = try Reflection(
      BlankPage.prompt, sets: [:], writing: writing, clock: desk.context.clock, title: title,
      tags: tags)
    try Sitting(desk: desk, writing: writing).run(reflection, opensEditor: opensEditor)
  }
}
