/// What wordings from elsewhere come to in a journal, told by the entries they belong to.
package struct Arrivals: Sendable, Equatable {
  /// Entries that were not here, in the order in which they came.
  package var new: [ItemID] = []
  /// Entries that were here and get further wordings.
  package var reworded: [ItemID] = []
  /// Entries that are here with every wording that came of them.
  package var here: [ItemID] = []
  /// Entries that were erased here, and stay away.
  package var erased: [ItemID] = []
  /// How many wordings are added, to all of these entries together.
  package var wordings = 0
  /// Wordings that were taken away here from entries that stand; they stay away.
  package var forgotten = 0
  /// Wordings that came more than once.
  package var repeated = 0
  /// Wordings that bear an entry's id and another moment than the entry, or the revision of another
  /// entry; they are left out.
  package var misplaced = 0

  package init() {}
}

/// Tells what of many wordings belongs into a journal.
struct ArrivalSorting {
  private(set) var arrivals = Arrivals()
  private let erased: Set<ItemID>
  private let forgotten: Set<ItemID>
  private var seen: Set<ItemID> = []
  private var standings: [ItemID: Standing] = [:]

  private struct Standing {
    /// All wordings of an entry are as old as the entry: that is how they are found together.
    var written: Int64
    var isNew: Bool
    /// Which list the entry is in by now.
    var isAdded = false
    var isHere = false
  }

  init(_ ledger: Ledger) {
    erased = ledger.erasedEntries
    forgotten = ledger.erasedWordings
  }

  /// Whether to add this wording.
  mutating func takes(_ wording: Wording, in state: JournalState) throws -> Bool {
    let entry = wording.page.id
    guard !erased.contains(entry) else {
      if seen.insert(entry).inserted { arrivals.erased.append(entry) }
      return false
    }
    guard seen.insert(wording.revision).inserted else {
      arrivals.repeated += 1
      return false
    }
    guard !forgotten.contains(wording.revision) else {
      arrivals.forgotten += 1
      return false
    }
    let standing = try standings[entry] ?? begin(wording, in: state)
    let isKept = try state.hasRecord(wording.revision)
    guard standing.written == wording.page.written, !isKept || !standing.isNew else {
      arrivals.misplaced += 1
      return false
    }
    if isKept {
      if !standing.isHere { arrivals.here.append(entry) }
      standings[entry]?.isHere = true
      return false
    }
    if !standing.isAdded {
      if standing.isNew { arrivals.new.append(entry) } else { arrivals.reworded.append(entry) }
    }
    standings[entry]?.isAdded = true
    arrivals.wordings += 1
    return true
  }

  private mutating func begin(_ wording: Wording, in state: JournalState) throws -> Standing {
    let entry = wording.page.id
    let isHere = try state.hasEntry(entry)
    let written = isHere ? try state.rows(of: entry).first?.written : nil
    let standing = Standing(written: written ?? wording.page.written, isNew: !isHere)
    standings[entry] = standing
    return standing
  }

  /// What it all comes to.
  mutating func finish() -> Arrivals {
    let reworded = Set(arrivals.reworded)
    arrivals.here.removeAll { reworded.contains($0) }
    return arrivals
  }
}
