import Practice

/// The answers that a step can get, as far as the tests put to it can tell them apart.
///
/// Each class is the set of tests that its answers pass, as bits in the order of the tests. Tests
/// are put to real answers by the rules of `Condition.Test`, so nothing is decided twice.
enum AnswerClasses {
  /// More tests or classes than this are not followed.
  static let mostTests = 60
  static let mostClasses = 1024

  /// The classes of one answer, or nil when there are too many to follow.
  static func of(_ type: StepType, tests: [Condition.Test]) -> Set<UInt64>? {
    guard tests.count <= mostTests, tests.flatMap(\.values).count < 250 else { return nil }
    switch type.kind.facts.form {
    case .ids: return sets(of: type.parts.named.count, tests)
    case .records: return sets(of: type.parts.fields.count, tests)
    case .cells: return sets(of: type.parts.rows.count, tests)
    case .words, .exact, .option, .number, .numberOrOption, .yes:
      return Set(samples(of: type, tests).map { bits($0, tests) })
    }
  }

  /// The classes of a step asked about several items, where a test holds when it does for any.
  static func repeated(_ classes: Set<UInt64>, times: Int) -> Set<UInt64>? {
    // Every set of the tests that any answer passes: more answers make no other.
    let passed = classes.reduce(0, |)
    let most = 1 << min(passed.nonzeroBitCount, 20) - 1
    if classes.count(where: { $0 != 0 }) == most { return classes }
    var all = classes
    for _ in 1..<max(1, times) {
      var more = all
      for a in all {
        for b in classes { more.insert(a | b) }
        guard more.count <= mostClasses else { return nil }
      }
      if more.count == all.count { break }
      all = more
    }
    return all
  }

  /// Any set of things but the empty one can be answered; how many to choose is only a hint.
  private static func sets(of count: Int, _ tests: [Condition.Test]) -> Set<UInt64>? {
    guard tests.count <= 10 else { return nil }
    let isPlain = tests.allSatisfy { if case .includes = $0 { true } else { false } }
    guard isPlain else { return nil }
    let none: UInt64 = count > tests.count ? 0 : 1
    return Set(none..<(1 << UInt64(tests.count)))
  }

  private static func bits(_ value: Value, _ tests: [Condition.Test]) -> UInt64 {
    var bits: UInt64 = 0
    for (index, test) in tests.enumerated() where test.holds(value) { bits |= 1 << UInt64(index) }
    return bits
  }

  /// Answers of every class, each in the form in which it is kept.
  private static func samples(of type: StepType, _ tests: [Condition.Test]) -> [Value] {
    let named = tests.flatMap(\.values)
    let candidates: [Value] =
      switch type {
      case .choice: type.parts.named.map { .words($0.id) }
      case .yesNo: [.words("yes"), .words("no")]
      case .scale(let scale): points(of: scale) + scale.also.map { .words($0.id) }
      case .number(let least, let most, let also):
        numbers(around: tests, [least, most].compactMap(\.self)).map { .number($0) }
          + also.map { .words($0.id) }
      case .duration: wholes(around: tests).map { .number($0) }
      case .date: named + days(named.count + 1)
      case .time: named + hours(named.count + 1)
      case .confirm: [.yes]
      case .text, .line, .party, .entry: named + (0...named.count).map { .words("other-\($0)") }
      case .choices, .list, .table: []
      }
    return candidates.compactMap { try? type.checked($0) }
  }

  private static func points(of scale: Scale) -> [Value] {
    scale.from <= scale.to ? (scale.from...scale.to).map { .number(Double($0)) } : []
  }

  /// Every number that is named, one between each two neighbours, and one beyond each end.
  private static func numbers(around tests: [Condition.Test], _ more: [Double]) -> [Double] {
    let named = Set(tests.flatMap(\.numbers) + more + [0]).sorted()
    var numbers = named
    for (a, b) in zip(named, named.dropFirst()) { numbers.append(a + (b - a) / 2) }
    if let first = named.first, let last = named.last {
      numbers += [first - max(1, abs(first)), last + max(1, abs(last))]
    }
    return numbers
  }

  private static func wholes(around tests: [Condition.Test]) -> [Double] {
    tests.flatMap(\.numbers).map { $0.rounded(.down) }.flatMap { [$0 - 1, $0, $0 + 1] } + [0]
  }

  /// So many days that at least one of them is not named.
  private static func days(_ count: Int) -> [Value] {
    (0..<min(count, 280)).map { number in
      let (month, day) = (number / 28 + 1, number % 28 + 1)
      return .words("2024-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)")
    }
  }

  private static func hours(_ count: Int) -> [Value] {
    (0..<min(count, 600)).map { number in
      let (hour, minute) = (number / 60, number % 60)
      return .words("0\(hour):\(minute < 10 ? "0" : "")\(minute)")
    }
  }
}

extension Condition.Test {
  /// The answers that the test names.
  fileprivate var values: [Value] {
    switch self {
    case .equals(let value), .differs(let value): [value]
    case .oneOf(let values): values
    case .given, .atLeast, .atMost, .includes: []
    }
  }

  /// The numbers that the test names.
  fileprivate var numbers: [Double] {
    switch self {
    case .atLeast(let bound), .atMost(let bound): [bound]
    default: values.compactMap { if case .number(let number) = $0 { number } else { nil } }
    }
  }
}
