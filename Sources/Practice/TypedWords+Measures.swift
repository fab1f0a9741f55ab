extension TypedWords {
  /// A point on a scale: its number, the word for it or for an end, or one of `also`.
  func point(on scale: Scale) throws(AnswerProblem) -> Value {
    if let number = Int(plain), scale.holds(Double(number)) { return .number(Double(number)) }
    var words = scale.labels.filter { scale.holds(Double($0.key)) }
    if let low = scale.low, words[scale.from] == nil { words[scale.from] = low }
    if let high = scale.high, words[scale.to] == nil { words[scale.to] = high }
    let points = words.sorted { $0.key < $1.key }
      .map { Option(id: String($0.key), label: $0.value) }
    // Numbers were looked at above; what is left goes by words alone.
    let found = Int(plain) == nil ? Self.matches(typed, among: points + scale.also) : []
    guard found.count == 1, let only = found.first else {
      throw problem(Self.offer(scale, named: points))
    }
    return scale.also.holds(only.id) ? .words(only.id) : .number(Double(Int(only.id) ?? scale.from))
  }

  private static func offer(_ scale: Scale, named points: [Option]) -> String {
    let words = points + scale.also
    let numbers = "Please type a number from \(scale.from) to \(scale.to)"
    return numbers + (words.isEmpty ? "." : ", or one of these: \(words.labelList).")
  }

  /// A number with a point or a comma, or one of `also`.
  func number(
    atLeast least: Double?, atMost most: Double?, also: [Option]
  ) throws(AnswerProblem) -> Value {
    let type = StepType.number(atLeast: least, atMost: most, also: also)
    if let number = Self.decimal(plain), case .fits(let value) = type.fit(.number(number)) {
      return value
    }
    let found = Int(plain) == nil ? Self.matches(typed, among: also) : []
    guard found.count == 1, let only = found.first else {
      let bare = StepType.number(atLeast: least, atMost: most, also: [])
      let words = also.isEmpty ? "" : ", or one of these: \(also.labelList)"
      throw problem("Please type \(bare.form)\(words).")
    }
    return .words(only.id)
  }

  /// Digits with at most one sign before them and one point or comma among them.
  private static func decimal(_ word: String) -> Double? {
    let digits = word.hasPrefix("-") || word.hasPrefix("+") ? word.dropFirst() : word[...]
    guard digits.utf8.allSatisfy({ 0x30...0x39 ~= $0 || $0 == 0x2E || $0 == 0x2C }),
      digits.utf8.count(where: { $0 == 0x2E || $0 == 0x2C }) <= 1
    else { return nil }
    return Double(String(word.map { $0 == "," ? "." : $0 }))
  }

  func date() throws(AnswerProblem) -> String {
    switch SpokenDay(plain, today: today) {
    case .day(let day): return day.description
    case .either(let last, let next):
      throw problem(
        "\(last.weekday.name) was \(last), and will be \(next). Please type last or next before it."
      )
    case nil:
      throw problem("Please type a date such as \(today), tomorrow, or next Friday.")
    }
  }

  func time() throws(AnswerProblem) -> String {
    guard let time = ClockTime(typed: plain) else {
      throw problem("Please type a time such as 9:05 or 17:30.")
    }
    return time.text
  }

  /// Minutes from `45`, `45m`, `45 minutes`, `1h`, `2 hours`, `1h30`, `1 hour 30 minutes` or `1:30`.
  func minutes() throws(AnswerProblem) -> Int {
    guard let minutes = Self.minutes(plain.filter { !$0.isWhitespace }) else {
      throw problem("Please type a length of time such as 45, 45 minutes, 1h or 1h30.")
    }
    return minutes
  }

  private static func minutes(_ word: String) -> Int? {
    var digits = Digits(word)
    guard let first = digits.number(), first.count <= 6 else { return nil }
    if digits.isAtEnd || digits.takeSign(of: ["minutes", "minute", "mins", "min", "m"]) {
      return digits.isAtEnd ? first.value : nil
    }
    let isClock = digits.take(":")
    guard isClock || digits.takeSign(of: ["hours", "hour", "hrs", "hr", "h"]) else { return nil }
    if !isClock, digits.isAtEnd { return first.value * 60 }
    guard let rest = digits.number(), rest.value < 60, !isClock || rest.count == 2 else {
      return nil
    }
    if !isClock, !digits.isAtEnd,
      !digits.takeSign(of: ["minutes", "minute", "mins", "min", "m"])
    {
      return nil
    }
    return digits.isAtEnd ? first.value * 60 + rest.value : nil
  }
}

extension Digits {
  /// Takes the first of these words that comes next; longer ones stand before their beginnings.
  fileprivate mutating func takeSign(of words: [String]) -> Bool {
    words.contains { word in
      var rest = self
      guard word.unicodeScalars.allSatisfy({ rest.take($0) }) else { return false }
      self = rest
      return true
    }
  }
}
