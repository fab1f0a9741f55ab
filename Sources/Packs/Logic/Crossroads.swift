/// The steps whose outcomes decide about others, and a search through all that can become of them.
///
/// Steps are numbered in the order of the file, and each is asked or not by those before it.
struct Crossroads {
  /// One step that conditions look at.
  struct Stop {
    /// When it is asked.
    var asked: Formula
    /// What can become of it once it is asked; nil where that cannot be followed.
    var outcomes: [Outcome]?
    /// Whether it may stay hidden when nothing else is known.
    var canHide: Bool
  }

  var stops: [Stop]
  /// So many further visits are made before nothing more is claimed.
  var visitsLeft = 200_000

  /// A formula may visit so many places.
  private static let visitsEach = 20_000

  init(_ stops: [Stop]) {
    self.stops = stops
  }

  /// Whether some way through the steps gives the formula this value; nil when that stays open.
  ///
  /// - Parameter free: steps taken as if anything could become of them.
  mutating func can(_ formula: Formula, be wanted: Bool, free: Set<Int> = []) -> Bool? {
    var looked: [Int: UInt64] = [:]
    formula.collect(into: &looked)
    var order: [Int] = []
    // A stop is asked or not by stops before it, so each is met once on the way down.
    for next in stops.indices.reversed() where looked[next] != nil {
      order.append(next)
      if !free.contains(next), stops[next].outcomes != nil {
        stops[next].asked.collect(into: &looked)
      }
    }
    var search = Search(
      stops: stops, free: free, formula: formula, wanted: wanted,
      order: order.sorted().map { ($0, looked[$0] ?? 0) },
      outcomes: Array(repeating: nil, count: stops.count),
      visits: min(Self.visitsEach, visitsLeft))
    let before = search.visits
    let answer = search.go(0)
    visitsLeft -= before - search.visits
    return answer
  }
}

/// One search, which stops as soon as the formula is settled on each way.
private struct Search {
  let stops: [Crossroads.Stop]
  let free: Set<Int>
  let formula: Formula
  let wanted: Bool
  /// The steps that matter, each with the tests that are put to it.
  let order: [(stop: Int, tests: UInt64)]
  var outcomes: [Outcome?]
  var visits: Int

  mutating func go(_ depth: Int) -> Bool? {
    guard visits > 0 else { return nil }
    visits -= 1
    if let value = formula.value(outcomes) { return value == wanted }
    guard depth < order.count else { return nil }
    let (stop, tests) = order[depth]
    guard let ways = ways(at: stop, tests) else { return nil }
    defer { outcomes[stop] = nil }
    var isOpen = false
    for way in ways {
      outcomes[stop] = way
      switch go(depth + 1) {
      case true?: return true
      case false?: break
      case nil: isOpen = true
      }
    }
    return isOpen ? nil : false
  }

  /// What can become of a step here, each kind once.
  private func ways(at index: Int, _ tests: UInt64) -> Set<Outcome>? {
    let stop = stops[index]
    guard let all = stop.outcomes else { return nil }
    var ways: Set<Outcome> = []
    if free.contains(index) {
      if stop.canHide { ways.insert(.hidden) }
    } else {
      guard let isAsked = stop.asked.value(outcomes) else { return nil }
      guard isAsked else { return [.hidden] }
    }
    for outcome in all {
      if case .given(let bits) = outcome {
        ways.insert(.given(bits & tests))
      } else {
        ways.insert(outcome)
      }
    }
    return ways
  }
}
