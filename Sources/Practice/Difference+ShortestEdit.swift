/// The fewest removals and additions that turn one row of numbers into another.
///
/// Myers' greedy way ("An O(ND) difference algorithm", 1986): for each number of edits, how far
/// into the old row one can come on each diagonal. Written out because the standard library's
/// `difference(from:)` compares through calls that cannot be made fast from here.
enum ShortestEdit {
  /// For each place of either row, whether it is removed or added.
  static func find(from old: [Int], to new: [Int]) -> (removed: [Bool], added: [Bool]) {
    var removed = [Bool](repeating: false, count: old.count)
    var added = [Bool](repeating: false, count: new.count)
    let rounds = rounds(old, new)
    var (x, y) = (old.count, new.count)
    for edits in stride(from: rounds.count, to: 0, by: -1) {
      let before = rounds[edits - 1]
      let diagonal = x - y
      // A round of so many edits keeps its diagonals from minus that many up.
      let at = diagonal + edits - 1
      let isAdded = isDown(diagonal, edits) { before[at - 1] < before[at + 1] }
      if isAdded {
        x = before[at + 1]
        y = x - diagonal - 1
        added[y] = true
      } else {
        x = before[at - 1]
        y = x - diagonal + 1
        removed[x] = true
      }
    }
    return (removed, added)
  }

  /// How far each round came, but for the last, which came to the end.
  private static func rounds(_ old: [Int], _ new: [Int]) -> [[Int]] {
    let most = old.count + new.count
    var reach = [Int](repeating: 0, count: 2 * most + 3)
    let middle = most + 1
    var rounds: [[Int]] = []
    for edits in 0...most {
      for diagonal in stride(from: -edits, through: edits, by: 2) {
        let at = middle + diagonal
        var x =
          isDown(diagonal, edits) { reach[at - 1] < reach[at + 1] }
          ? reach[at + 1] : reach[at - 1] + 1
        while x < old.count, x - diagonal < new.count, old[x] == new[x - diagonal] { x += 1 }
        reach[at] = x
        if x >= old.count, x - diagonal >= new.count { return rounds }
      }
      rounds.append(Array(reach[(middle - edits)...(middle + edits)]))
    }
    return rounds
  }

  /// Whether the best way onto a diagonal is an addition, from the diagonal above.
  @inline(__always)
  private static func isDown(_ diagonal: Int, _ edits: Int, _ isFarther: () -> Bool) -> Bool {
    diagonal == -edits || (diagonal != edits && isFarther())
  }
}
