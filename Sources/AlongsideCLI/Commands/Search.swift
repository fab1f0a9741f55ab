internal import AlongsideRuntime
internal import ArgumentParser
internal import Console
internal import Practice
internal import Vault

/// `alongside search`: finds words in what was written.
struct Search: ContextCommand {
  static let configuration = CommandConfiguration(
    abstract: "Find words in what you wrote",
    discussion: """
      Words are found at the beginning of a word, with or without accents and capitals. "In quotes" \
      finds a phrase; a minus before a word, inside the quotes, leaves out what has it: 'hope -work'. Without words it asks for them: words typed on \
      the command line stay in your shell's history. - reads them from standard input.
      """)

  @OptionGroup var global: GlobalOptions
  @Argument(help: "Words to look for, or - for standard input.") var query: [String] = []
  @OptionGroup var filter: FilterOptions
  @Option(help: "Only about this value, such as hope.") var value: String?
  @Option(help: ArgumentHelp("At most so many.", valueName: "n")) var limit: Int?
  @Flag(help: "Print as JSON.") var json = false

  func run(_ desk: Desk) throws {
    if let limit, limit < 0 { throw Failure.usage("--limit takes a number from 0 up") }
    let filter = try filter.filter(value: value)
    var words = try given(desk)
    guard words != nil || !self.filter.isEmpty || value != nil || desk.terminal.isInteractive else {
      throw Self.nothingToFind
    }
    let reader = try desk.reader()
    if words == nil, self.filter.isEmpty, value == nil { words = try ask(desk) }
    let query = SearchQuery(reading: words ?? "")
    guard !query.isEmpty || !self.filter.isEmpty || value != nil else { throw Self.nothingToFind }
    let reading = try reader.search(query, filter, limit: limit)
    try show(reading, desk)
    try desk.end(with: reading.damage, offering: !json && !reading.found.isEmpty)
  }

  private static let nothingToFind = Failure.usage(
    "it is not said what to look for",
    hints: ["alongside search WORDS", "alongside search - reads the words from standard input"])

  private func given(_ desk: Desk) throws -> String? {
    guard query == ["-"] else { return query.isEmpty ? nil : Self.line(query) }
    guard let words = String(validating: try desk.context.readInput(), as: UTF8.self) else {
      throw Failure(.badInput, "what to look for is not text in UTF-8")
    }
    return words
  }

  /// Words that the shell took out of their quotes are a phrase, as they were typed.
  private static func line(_ words: [String]) -> String {
    words.count == 1
      ? words[0]
      : words.map { $0.contains(" ") && !$0.contains("\"") ? "\"\($0)\"" : $0 }
        .joined(separator: " ")
  }

  private func ask(_ desk: Desk) throws -> String {
    let question = Question(
      "What are you looking for?", hint: "Words, or \"a phrase\".", isSkippable: false)
    switch desk.terminal.ask(question) {
    case .words(let words): return words
    case .nothing, .command, .end, .interrupted: throw Failure.silent(.interrupted)
    }
  }

  private func show(_ reading: Reading<[Reader.Found]>, _ desk: Desk) throws {
    guard !json else { return try desk.print(json: reading.found.map(FoundJSON.init)) }
    for found in reading.found {
      desk.terminal.out(EntryText.line(found.entry))
      for line in found.match.context { desk.terminal.out("    \(line.text)") }
    }
    if reading.found.isEmpty, desk.terminal.isInteractive {
      desk.terminal.say("Nothing found.", as: .quiet)
    }
  }
}
