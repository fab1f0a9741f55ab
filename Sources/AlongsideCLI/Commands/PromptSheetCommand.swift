internal import AlongsideRuntime
internal import ArgumentParser
internal import Console
internal import Packs
internal import Practice

extension Prompts {
  /// `alongside prompts sheet`: a prompt on paper.
  struct Sheet: ContextCommand {
    static let configuration = CommandConfiguration(
      abstract: "A clean page of a prompt or a meeting's template, to print",
      discussion: """
        Numbered questions with room to write and boxes to tick, for a panel to look at or for \
        answers on paper. For a meeting it says who answers what, and who can read it. html is one \
        page that prints well on A4; text is 80 columns wide.
        """)

    enum Format: String, CaseIterable, ExpressibleByArgument { case html, text }

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The id of the prompt or template.", completion: .custom(sheetNames))
    var id: String
    @Option(help: "How it is written; by the file's ending where one is named, else text.")
    var format: Format?
    @Option(
      help: ArgumentHelp("Write to this file, which must not be there yet.", valueName: "file"),
      completion: .file())
    var to: String?

    func run(_ desk: Desk) throws {
      let place = to.map(desk.absolute)
      if let place { try OutputFile.check(place) }
      let library = desk.home.library()
      let prompt = try desk.prompt(named: id, in: library, orTemplate: true)
      let sets = try library.shelf.resolveSets(for: prompt)
      let titles = library.shelf.titles(offeredBy: prompt)
      let sheet = PromptSheet(prompt.namingParties, sets: sets, titles: titles)
      let bytes = format(of: to) == .html ? sheet.html() : Array(SheetText.text(sheet).utf8)
      guard let to, let place else {
        return desk.terminal.outExactly(String(decoding: bytes, as: UTF8.self))
      }
      try OutputFile.write(bytes, to: place)
      desk.terminal.say("Written, to print or to pass round:")
      desk.terminal.out(to)
    }

    private func format(of file: String?) -> Format {
      if let format { return format }
      let ending = file?.split(separator: ".").last?.lowercased() ?? ""
      return ["html", "htm"].contains(ending) ? .html : .text
    }
  }
}
