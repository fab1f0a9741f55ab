extension TypedWords {
  /// The id of the one option that was typed.
  func option(among options: [Option]) throws(AnswerProblem) -> String {
    let found = Self.matches(typed, among: options)
    guard let first = found.first else { throw problem(Self.offer(options)) }
    guard found.count == 1 else {
      throw problem("That could be more than one: \(found.labelList). Please type a little more.")
    }
    return first.id
  }

  /// The ids of the options that were typed, with commas or spaces between, in their order.
  ///
  /// Labels may have spaces in them, so words are first tried as a whole.
  func severalOptions(among options: [Option]) throws(AnswerProblem) -> [String] {
    var chosen: Set<String> = []
    for part in typed.split(separator: ",") where !part.isBlank {
      let whole = Self.matches(part, among: options)
      let found =
        whole.count == 1 ? [whole] : Self.words(part).map { Self.matches($0, among: options) }
      guard found.allSatisfy({ $0.count == 1 }) else { throw problem(Self.offerSeveral(options)) }
      chosen.formUnion(found.joined().map(\.id))
    }
    guard !chosen.isEmpty else { throw problem(Self.offerSeveral(options)) }
    return options.map(\.id).filter(chosen.contains)
  }

  private static func words(_ part: Substring) -> [Substring] {
    part.split(whereSeparator: \.isWhitespace)
  }

  func yesOrNo() throws(AnswerProblem) -> String {
    switch plain {
    case "y", "yes": return "yes"
    case "n", "no": return "no"
    default: throw problem("Please type yes or no (y or n will do).")
    }
  }

  /// Whether these words decline what a `confirm` asks for.
  package var isNo: Bool { plain == "n" || plain == "no" }

  func confirm() throws(AnswerProblem) -> Value {
    guard plain == "y" || plain == "yes" else {
      throw problem("If you agree, please type yes.")
    }
    return .yes
  }

  /// The options meant: by number, then id, then label, then the beginning of a label.
  ///
  /// More than one only where several labels begin alike.
  static func matches(_ typed: some StringProtocol, among options: [Option]) -> [Option] {
    let word = typed.trimmed.lowercased()
    guard !word.isEmpty else { return [] }
    if let number = Int(word), number >= 1, number <= options.count { return [options[number - 1]] }
    if let option = options.first(where: { $0.id.lowercased() == word }) { return [option] }
    let labels = options.filter { $0.label.lowercased() == word }
    if let option = labels.first { return [option] }
    return options.filter { $0.label.lowercased().hasPrefix(word) }
  }

  private static func offer(_ options: [Option]) -> String {
    "Please type a number from 1 to \(options.count), or the word itself: \(options.labelList)."
  }

  private static func offerSeveral(_ options: [Option]) -> String {
    "Please type numbers from 1 to \(options.count) with spaces or commas between, "
      + "or the words themselves with commas between: \(options.labelList)."
  }
}
