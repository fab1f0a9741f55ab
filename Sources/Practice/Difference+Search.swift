extension DifferenceRuns {
  /// How many tokens of both texts together are compared one by one: the work and the room it
  /// takes grow with the square of this.
  static let limit = 2000

  /// What became of the lines.
  ///
  /// Long texts are first cut at lines that stand once in each of them.
  static func ofLines(_ from: ArraySlice<Token>, _ to: ArraySlice<Token>) -> DifferenceRuns {
    betweenEnds(from, to) { from, to in
      if from.count + to.count <= limit { return compared(from, to) }
      let anchors = anchors(from, to)
      var runs = DifferenceRuns()
      var (a, b) = (from.startIndex, to.startIndex)
      for (x, y) in anchors + [(from.endIndex, to.endIndex)] {
        let (left, right) = (from[a..<x], to[b..<y])
        let isSmall = left.count + right.count <= limit
        runs.append(
          betweenEnds(left, right) { isSmall ? compared($0, $1) : replaced($0, $1) })
        if x < from.endIndex { runs.append(Run(same: [from[x]])) }
        (a, b) = (x + 1, y + 1)
      }
      return runs
    }
  }

  /// What became of the words of one passage.
  static func ofWords(_ from: [Token], _ to: [Token]) -> DifferenceRuns {
    betweenEnds(from[...], to[...]) { from, to in
      from.count + to.count <= limit ? compared(from, to) : replaced(from, to)
    }
  }

  /// Sets aside what is the same at the beginning and at the end.
  private static func betweenEnds(
    _ from: ArraySlice<Token>, _ to: ArraySlice<Token>,
    _ middle: (ArraySlice<Token>, ArraySlice<Token>) -> DifferenceRuns
  ) -> DifferenceRuns {
    let head = zip(from, to).prefix { $0 == $1 }.count
    let tail = zip(from.dropFirst(head).reversed(), to.dropFirst(head).reversed())
      .prefix { $0 == $1 }.count
    var runs = DifferenceRuns()
    runs.append(Run(same: Array(from.prefix(head))))
    runs.append(middle(from.dropFirst(head).dropLast(tail), to.dropFirst(head).dropLast(tail)))
    runs.append(Run(same: Array(from.suffix(tail))))
    return runs
  }

  /// The fewest tokens to remove and to add.
  private static func compared(
    _ from: ArraySlice<Token>, _ to: ArraySlice<Token>
  ) -> DifferenceRuns {
    let (old, new) = (Array(from), Array(to))
    // Numbers stand for the tokens: they are compared very often.
    var numbers: [Token: Int] = [:]
    for token in old + new where numbers[token] == nil { numbers[token] = numbers.count }
    let (isRemoved, isAdded) = ShortestEdit.find(
      from: old.compactMap { numbers[$0] }, to: new.compactMap { numbers[$0] })
    var runs = DifferenceRuns()
    var (a, b) = (0, 0)
    while a < old.count || b < new.count {
      if a < old.count, isRemoved[a] {
        runs.append(Run(removed: [old[a]]))
        a += 1
      } else if b < new.count, isAdded[b] {
        runs.append(Run(added: [new[b]]))
        b += 1
      } else {
        runs.append(Run(same: [old[a]]))
        (a, b) = (a + 1, b + 1)
      }
    }
    return runs
  }

  /// Lines that stand once in each text, the most of them that are in the same order in both.
  private static func anchors(
    _ from: ArraySlice<Token>, _ to: ArraySlice<Token>
  ) -> [(Int, Int)] {
    let places = single(to)
    let pairs = single(from).compactMap { token, x in places[token].map { (x, $0) } }
      .sorted { $0.0 < $1.0 }
    // Patience: each pair goes on the first pile whose top stands later, and remembers the pile
    // before.
    var tops: [Int] = []
    var before = [Int?](repeating: nil, count: pairs.count)
    for (index, pair) in pairs.enumerated() {
      var (low, high) = (0, tops.count)
      while low < high {
        let middle = (low + high) / 2
        if pairs[tops[middle]].1 < pair.1 { low = middle + 1 } else { high = middle }
      }
      before[index] = low > 0 ? tops[low - 1] : nil
      if low == tops.count { tops.append(index) } else { tops[low] = index }
    }
    var anchors: [(Int, Int)] = []
    var next = tops.last
    while let index = next {
      anchors.append(pairs[index])
      next = before[index]
    }
    return anchors.reversed()
  }

  /// Where each token stands that stands there once.
  private static func single(_ tokens: ArraySlice<Token>) -> [Token: Int] {
    var places: [Token: Int?] = [:]
    for index in tokens.indices {
      places[tokens[index]] = places[tokens[index]] == nil ? .some(index) : .some(nil)
    }
    return places.compactMapValues(\.self)
  }
}
