internal import AlongsideRuntime
internal import ArgumentParser
internal import Console
internal import Practice
internal import Vault

/// `alongside tag`: the tags there are, and those of one entry.
struct Tag: ContextCommand {
  static let configuration = CommandConfiguration(
    abstract: "List your tags, or change those of an entry",
    discussion: """
      Without an id it lists the tags you use. With one, and without --add or --remove, it asks, so \
      that no tag stands in your shell's history.
      """)

  @OptionGroup var global: GlobalOptions
  @Argument(help: "An id, the beginning of one, or last.") var id: String?
  @Option(help: ArgumentHelp("A tag to add; as many as you like.", valueName: "t"))
  var add: [String] = []
  @Option(help: ArgumentHelp("A tag to take away; as many as you like.", valueName: "t"))
  var remove: [String] = []
  @Flag(help: "Print as JSON.") var json = false

  func run(_ desk: Desk) throws {
    guard let id else { return try list(desk) }
    guard !add.isEmpty || !remove.isEmpty || desk.terminal.isInteractive else {
      throw Failure.usage("it is not said which tags", hints: ["--add TAG or --remove TAG"])
    }
    let added = try add.map(TagName.checked)
    var reader = try desk.reader()
    let entry = try reader.show(id)
    if let standing = try? reader.latestWordings(of: entry), standing.count > 1 {
      throw Failure(
        .failed,
        "this entry was changed in two places, and both wordings stand; a tag would settle "
          + "for one of them",
        hints: [
          "alongside history \(entry.id.prefix(8)) shows them",
          "alongside revise \(entry.id.prefix(8)) makes one of the two; then tag it",
        ])
    }
    var tags = entry.tags.filter { tag in !remove.contains { TagName.isMeant($0, tag) } }
    tags += added.filter { !tags.contains($0) }
    if added.isEmpty, remove.isEmpty {
      desk.terminal.say(EntryText.line(entry))
      tags = try ask(standing: entry.tags, desk)
    }
    let changed = try reader.revise(entry.id, now: desk.context.clock.now()) { $0.tags = tags }
    desk.keep(reader)
    if json { return try desk.print(json: EntryJSON(changed ?? entry, isCard: true)) }
    desk.terminal.say(tags.isEmpty ? "No tags." : tags.map { "#\($0)" }.joined(separator: " "))
  }

  private func list(_ desk: Desk) throws {
    guard add.isEmpty, remove.isEmpty else {
      throw Failure.usage("it is not said which entry", hints: ["alongside tag ID --add TAG"])
    }
    let reading = try desk.reader().list()
    let tags = Set(reading.found.flatMap(\.tags)).sorted()
    if json {
      try desk.print(json: tags)
    } else {
      for tag in tags { desk.terminal.out("#\(tag)") }
      if tags.isEmpty { desk.terminal.say("No tags yet.", as: .quiet) }
    }
    try desk.end(with: reading.damage)
  }

  private func ask(standing: [String], _ desk: Desk) throws -> [String] {
    var question = Question(
      "Which tags?", hint: "Words with spaces between; - takes all away.", isSkippable: false)
    question.standing = standing.isEmpty ? nil : standing.joined(separator: " ")
    while true {
      switch desk.terminal.ask(question) {
      case .nothing: return standing
      case .words("-"): return []
      case .words(let words):
        do {
          return try words.split(separator: " ").map { try TagName.checked(String($0)) }
        } catch let failure as Failure {
          desk.terminal.say(failure.message, as: .hint)
        }
      case .command, .end, .interrupted: throw Failure.silent(.interrupted)
      }
    }
  }
}

/// A tag as it is typed on the command line.
enum TagName {
  /// A tag as it is kept: without `#`, in letters that a page's last line could hold as well.
  ///
  /// - Throws: `Failure` with 64.
  static func checked(_ text: String) throws -> String {
    let name = text.drop { $0 == "#" }
    guard let tag = PageText(reading: "words\n#\(name)").tags.first, tag == name,
      !name.hasPrefix("-")
    else {
      throw Failure.usage("a tag is letters, digits, - and _, not \"\(text)\"")
    }
    return tag
  }

  /// Whether what was typed means this tag.
  ///
  /// Tags that came from elsewhere may hold anything, and can be named all the same.
  static func isMeant(_ text: String, _ tag: String) -> Bool {
    Folding.areSame(text, tag) || Folding.areSame(String(text.drop { $0 == "#" }), tag)
  }
}
