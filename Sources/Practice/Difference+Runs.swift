/// Runs of tokens: what stayed, then what was removed and added in its place.
struct DifferenceRuns {
  /// Either `same` alone, or what was removed and added at one place.
  struct Run {
    var same: [Token] = []
    var removed: [Token] = []
    var added: [Token] = []

    var isSame: Bool { removed.isEmpty && added.isEmpty }
  }

  private(set) var runs: [Run] = []

  mutating func append(_ run: Run) {
    guard !(run.isSame && run.same.isEmpty) else { return }
    guard let last = runs.last, last.isSame == run.isSame else { return runs.append(run) }
    runs[runs.count - 1].same += run.same
    runs[runs.count - 1].removed += run.removed
    runs[runs.count - 1].added += run.added
  }

  mutating func append(_ other: DifferenceRuns) {
    for run in other.runs { append(run) }
  }

  /// Everything replaced.
  static func replaced(_ from: ArraySlice<Token>, _ to: ArraySlice<Token>) -> DifferenceRuns {
    var runs = DifferenceRuns()
    runs.append(Run(removed: Array(from), added: Array(to)))
    return runs
  }

  /// The parts for people: a word between two changes that is white space alone joins them, so
  /// that a changed sentence reads as one.
  var parts: [Difference.Part] {
    var joined = DifferenceRuns()
    for (index, run) in runs.enumerated() {
      let next = index + 1 < runs.count ? runs[index + 1] : Run()
      let isBetween =
        run.isSame && run.same.allSatisfy(\.isSpace) && Self.isReplaced(joined.runs.last)
        && Self.isReplaced(next)
      joined.append(isBetween ? Run(removed: run.same, added: run.same) : run)
    }
    return joined.runs.flatMap { run in
      [
        Self.part(.same, run.same), Self.part(.removed, run.removed), Self.part(.added, run.added),
      ].compactMap(\.self)
    }
  }

  private static func isReplaced(_ run: Run?) -> Bool {
    guard let run else { return false }
    return !run.removed.isEmpty && !run.added.isEmpty
  }

  private static func part(_ kind: Difference.Kind, _ tokens: [Token]) -> Difference.Part? {
    tokens.isEmpty ? nil : Difference.Part(kind, text(tokens))
  }

  private static func text(_ tokens: [Token]) -> String {
    String(decoding: tokens.flatMap(\.bytes), as: UTF8.self)
  }
}
