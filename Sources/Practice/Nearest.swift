/// Finds the word that was probably meant.
package enum Nearest {
  /// The known word fewest edits away from `typed`, if it is near enough to be a slip of the hand.
  ///
  /// Swapped neighbours count as one edit. Near enough is at most one edit for each three letters,
  /// and never less than one.
  package static func word(to typed: String, among known: some Sequence<String>) -> String? {
    let wanted = Array(typed.lowercased().unicodeScalars)
    let limit = max(1, wanted.count / 3)
    var best: (word: String, distance: Int)?
    for word in known {
      let distance = distance(wanted, Array(word.lowercased().unicodeScalars))
      guard distance <= limit, distance < best?.distance ?? .max else { continue }
      best = (word, distance)
    }
    return best?.word
  }

  /// Optimal string alignment distance: insert, delete, replace, swap neighbours.
  private static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...b.count)
    for (i, x) in a.enumerated() {
      var row = [i + 1]
      for (j, y) in b.enumerated() {
        var cost = min(row[j] + 1, last[j + 1] + 1, last[j] + (x == y ? 0 : 1))
        if i > 0, j > 0, x == b[j - 1], a[i - 1] == y {
          cost = min(cost, beforeLast[j - 1] + 1)
        }
        row.append(cost)
      }
      beforeLast = last
      last = row
    }
    return last[b.count]
  }
}
