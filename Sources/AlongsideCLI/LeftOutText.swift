internal import Vault

/// What came from elsewhere and stays out of a journal, in words: the same for imports and backups.
enum LeftOutText {
  /// - Parameter stayed: `stayed`, or `would stay` where nothing is changed.
  static func lines(_ arrivals: Arrivals, stayed: String) -> [String] {
    let (erased, forgotten) = (arrivals.erased.count, arrivals.forgotten)
    var lines: [String] = []
    if erased > 0 {
      lines.append(
        "\(Counted.words(erased, "entry", "entries")) that you had erased here \(stayed) away.")
    }
    if forgotten > 0 {
      let words = Counted.words(forgotten, "earlier wording", "earlier wordings")
      lines.append("\(words) that you had removed here \(stayed) away.")
    }
    if arrivals.misplaced > 0 {
      let words = Counted.words(arrivals.misplaced, "wording", "wordings")
      lines.append(
        "\(words) \(stayed) out: with the id of an entry of another time, or the revision of another "
          + "entry.")
    }
    return lines
  }
}
