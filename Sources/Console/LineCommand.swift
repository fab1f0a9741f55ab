/// What a person can type in place of an answer, at every question.
package enum LineCommand: String, Sendable, CaseIterable {
  case back
  case skip
  case help
  case helpNow = "help-now"
  case edit
  case again
  case save
  case stop
  case letGo = "let-go"

  /// The command as it is typed, `/back`.
  package var typed: String { "/" + rawValue }

  /// One short line on what it does.
  package var meaning: String {
    switch self {
    case .back: "go to the question before"
    case .skip: "leave this question"
    case .help: "more about this question, and this list"
    case .helpNow: "people to turn to, now"
    case .edit: "write this answer in your editor"
    case .again: "begin this answer again"
    case .save: "put everything aside for another time"
    case .stop: "finish here and keep what is answered"
    case .letGo: "keep nothing of this"
    }
  }

  /// How a typed line reads.
  package enum Reading: Sendable, Equatable {
    case words
    case command(LineCommand)
    /// Begins with `/` and is one slip away from this command.
    case near(LineCommand)
    /// What people type elsewhere for one of our commands; it may be words.
    case doubt(Doubt)
  }

  /// What a word of another program's may be meant for.
  package enum Doubt: Sendable, Equatable {
    case done
    case leave
    case help

    var question: String {
      switch self {
      case .done: "Is this answer done?"
      case .leave: "Put this aside for another time?"
      case .help: "Would you like to know more about this question?"
      }
    }

    fileprivate static let words: [String: Doubt] = [
      "/done": .done, "/next": .done, "/end": .done, "/ok": .done,
      "/quit": .leave, "/exit": .leave, "exit": .leave, "quit": .leave, ":q": .leave,
      ":q!": .leave, ":wq": .leave, ":x": .leave, "?": .help, "/?": .help,
    ]
  }

  /// Reads a line as a command, as words, or as something close to a command.
  ///
  /// Spaces around a command and capitals in it do not matter. A line that only comes close and has
  /// a space before its `/` is words.
  package static func read(_ line: String) -> Reading {
    let trimmed = line.trimmingSpaces
    let lowered = trimmed.lowercased()
    if line.first != " ", let doubt = Doubt.words[lowered] { return .doubt(doubt) }
    guard trimmed.first == "/" else { return .words }
    if let command = allCases.first(where: { $0.typed == lowered }) { return .command(command) }
    guard line.first == "/" else { return .words }
    return allCases.first { isOneSlip(from: lowered, to: $0.typed) }.map { .near($0) } ?? .words
  }

  /// Whether one letter added, left out, changed or swapped with its neighbour is all.
  static func isOneSlip(from typed: String, to meant: String) -> Bool {
    let (longer, shorter) = typed.count >= meant.count ? (typed, meant) : (meant, typed)
    guard longer != shorter, longer.count - shorter.count <= 1 else { return false }
    let same = zip(longer, shorter).prefix { $0.0 == $0.1 }.count
    let (long, short) = (longer.dropFirst(same), shorter.dropFirst(same))
    if longer.count > shorter.count { return long.dropFirst() == short }
    if long.dropFirst() == short.dropFirst() { return true }
    let swapped = String(long.prefix(2).reversed()) == String(short.prefix(2))
    return swapped && long.dropFirst(2) == short.dropFirst(2)
  }
}

extension String {
  /// Without the spaces and tabs at either end.
  var trimmingSpaces: String {
    let start = drop { $0 == " " || $0 == "\t" }
    guard let last = start.lastIndex(where: { $0 != " " && $0 != "\t" }) else { return "" }
    return String(start[...last])
  }
}
