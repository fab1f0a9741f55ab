internal import Packs
internal import Practice
internal import AlongsideRuntime
internal import ArgumentParser
internal import Console

/// `alongside show`: one entry, whole.
struct Show: ContextCommand {
  static let configuration = CommandConfiguration(abstract: "Show one entry")

  @OptionGroup var global: GlobalOptions
  @Argument(help: "An id, the beginning of one, or last.") var id: String
  @Flag(help: "Print as JSON.") var json = false

  func run(_ desk: Desk) throws {
    let entry = try desk.reader().show(id)
    guard !json else { return try desk.print(json: EntryJSON(entry)) }
    desk.terminal.out(EntryText.text(entry, prompt: prompt(of: entry, desk)))
    desk.offerToClear()
  }

  /// The prompt that was answered, if it is here and was not reworded since.
  private func prompt(of entry: Entry, _ desk: Desk) -> Prompt? {
    guard let reference = entry.prompt,
      let prompt = try? desk.library().shelf.prompt(named: reference.id)
    else { return nil }
    return Library.sha256(of: prompt) == reference.sha256 ? prompt : nil
  }
}

extension Desk {
  /// On a terminal that can: wipes what was just on it, if the person likes.
  func offerToClear() {
    guard terminal.isInteractive, terminal.style == .coloured else { return }
    if terminal.confirm("Clear the screen?", otherwise: false) == true {
      terminal.clearScreen(andScrollback: true)
    }
  }
}
