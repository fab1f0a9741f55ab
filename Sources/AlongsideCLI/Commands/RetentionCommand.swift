internal import AlongsideRuntime
internal import ArgumentParser
internal import Console
internal import Practice
internal import Vault

/// `alongside retention`: how long the person means to keep what they wrote.
struct RetentionCommand: ContextCommand {
  static let configuration = CommandConfiguration(
    commandName: "retention", abstract: "Say how long you mean to keep what you wrote",
    discussion: """
      Nothing goes by itself, ever: it only says what is older and asks, with --review. There is no \
      period that is right for everyone; your organisation may have a policy, and you may have a \
      reason of your own.
      """)

  @OptionGroup var global: GlobalOptions
  @Option(help: ArgumentHelp("How long, such as \"2 years\".", valueName: "period"))
  var period: String?
  @Option(help: ArgumentHelp("Why this long, in your words.", valueName: "text"))
  var basis: String?
  @Option(help: ArgumentHelp("The day to think again.", valueName: "yyyy-mm-dd"))
  var reviewOn: String?
  @Flag(help: "Go through what is older, one by one.") var review = false
  @Flag(help: "Have no period.") var clear = false
  @Flag(help: "Print as JSON.") var json = false

  func run(_ desk: Desk) throws {
    let months = try period.map { text in
      guard let months = Retention.months(reading: text) else { throw Self.notAPeriod(text) }
      return months
    }
    let day = try FilterOptions.day(reviewOn, "--review-on")
    guard !review || desk.terminal.isInteractive else {
      throw Failure.usage("there is no terminal to ask on", hints: ["alongside retention shows it"])
    }
    var reader = try desk.reader()
    defer { desk.keep(reader) }
    if clear {
      try reader.keep(Retention?.none)
      return try sayNone(desk)
    }
    if let months {
      try reader.keep(
        Retention(months: months, basis: basis ?? "", review: day?.description))
    } else if basis != nil || reviewOn != nil {
      throw Failure.usage("a basis or a day needs a period", hints: ["--period \"2 years\""])
    }
    guard let retention = try reader.retention() ?? ask(&reader, desk) else {
      return try sayNone(desk)
    }
    try show(retention, &reader, desk)
  }

  static func notAPeriod(_ text: String) -> Failure {
    Failure.usage("a period is such as \"2 years\" or \"18 months\", not \"\(text)\"")
  }

  private func sayNone(_ desk: Desk) throws {
    guard !json else { return try desk.print(json: RetentionJSON()) }
    desk.terminal.say("No period is set. Everything stays until you erase it.")
    if !desk.terminal.isInteractive, !clear {
      desk.terminal.say("hint: alongside retention --period \"2 years\" --basis WHY", as: .hint)
    }
  }

  /// Three questions, each of which can be left.
  private func ask(_ reader: inout Reader, _ desk: Desk) throws -> Retention? {
    guard desk.terminal.isInteractive, !json else { return nil }
    let hint = "Such as 2 years, counted from the day you wrote. Enter sets none."
    guard
      let period = try answer("How long do you mean to keep what you write?", hint: hint, desk)
    else { return nil }
    guard let months = Retention.months(reading: period) else { throw Self.notAPeriod(period) }
    let basis = try answer(
      "Why this long?", hint: "A policy, an agreement, your own choice. Enter leaves it open.",
      desk)
    let day = try answer(
      "On which day do you want to think again?", hint: "Such as 2027-04-01. Enter for none.", desk)
    let retention = Retention(
      months: months, basis: basis ?? "",
      review: try FilterOptions.day(day, "the day to think again")?.description)
    try reader.keep(retention)
    return retention
  }

  private func answer(_ words: String, hint: String, _ desk: Desk) throws -> String? {
    let question = Question(words, hint: hint, isSkippable: false)
    switch desk.terminal.ask(question) {
    case .words(let words): return words
    case .interrupted: throw Interruption()
    case .nothing, .command, .end: return nil
    }
  }

  private func show(_ retention: Retention, _ reader: inout Reader, _ desk: Desk) throws {
    let today = desk.context.clock.now().day
    let older = try reader.older(than: retention, today: today)
    if json {
      return try desk.print(
        json: RetentionJSON(
          period: retention.period, months: retention.months, basis: retention.basis,
          review: retention.review, older: older.found.map(\.id)))
    }
    let terminal = desk.terminal
    terminal.out("You mean to keep what you wrote for \(retention.period).")
    if !retention.basis.isEmpty { terminal.out("Because: \(retention.basis)") }
    if let review = retention.review {
      terminal.out(
        (Day(review).map { $0 <= today } ?? false)
          ? "The day to think again, \(review), has come." : "To think again on \(review).")
    }
    let entries = older.found.count == 1 ? "1 entry is" : "\(older.found.count) entries are"
    terminal.out(
      older.found.isEmpty ? "Nothing is older." : "\(entries) older. Nothing goes by itself.")
    if review {
      try goThrough(older.found, &reader, desk)
    } else if !older.found.isEmpty {
      terminal.say("alongside retention --review goes through them with you.", as: .hint)
    }
    try desk.end(with: older.damage)
  }

  private func goThrough(_ entries: [Entry], _ reader: inout Reader, _ desk: Desk) throws {
    var erased = 0
    var ending = Outcome.left
    for entry in entries {
      desk.terminal.say("")
      desk.terminal.say(EntryText.line(entry))
      ending = try ask(about: entry, &reader, desk)
      if ending == .erased { erased += 1 }
      if ending == .stopped || ending == .interrupted { break }
    }
    if erased > 0 { try desk.sayBackups(reader) }
    if ending == .interrupted { throw Interruption() }
  }

  /// What became of one entry on the way through.
  private enum Outcome { case left, erased, stopped, interrupted }

  private func ask(about entry: Entry, _ reader: inout Reader, _ desk: Desk) throws -> Outcome {
    let question = Question(
      "Keep it, see it, or erase it?", options: ["keep", "see", "erase"],
      hint: "Enter keeps it; /stop ends this.", isSkippable: false)
    while true {
      switch desk.terminal.ask(question) {
      case .nothing: return .left
      case .command(.helpNow, _): HelpNow.say(desk)
      case .command, .end: return .stopped
      case .interrupted: return .interrupted
      case .words(let words):
        switch question.picked(by: words)?.first {
        case 0: return .left
        case 1: desk.terminal.out(EntryText.text(try reader.show(entry.id)))
        case 2:
          try reader.erase(entry.id, now: desk.context.clock.now())
          desk.terminal.say("Erased.")
          return .erased
        default: desk.terminal.say("Type keep, see or erase.", as: .hint)
        }
      }
    }
  }
}

/// A period as `--json` prints it; without one, all of it but `older` is null.
private struct RetentionJSON: Encodable {
  var period: String?
  var months: Int?
  var basis: String?
  var review: String?
  var older: [String] = []

  private enum Key: CodingKey { case period, months, basis, review, older }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(period, forKey: .period)
    try container.encode(months, forKey: .months)
    try container.encode(basis, forKey: .basis)
    try container.encode(review, forKey: .review)
    try container.encode(older, forKey: .older)
  }
}
