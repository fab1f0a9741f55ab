internal import Archive
internal import Practice
package import Vault

extension Reader {
  /// What came of bringing entries in.
  package struct Brought: Sendable {
    package var arrivals: Arrivals
    /// Where in their source those stand that are here, or came twice, with other words; the words
    /// that are here stay.
    package var differing: [String] = []
  }

  /// Brings in what is read elsewhere, in one transaction: all of it or nothing.
  ///
  /// An entry of ours keeps its id; another gets one that the same source gives again, so that a
  /// second time adds nothing.
  ///
  /// - Parameter read: reads the source, and hands its entries on a group at a time.
  /// - Returns: everything that the source had to say, and what came of its entries.
  package mutating func bring(
    dryRun: Bool,
    _ read: (_ take: @escaping ([ImportedEntry]) throws -> Void) throws -> ImportReading
  ) throws -> (reading: ImportReading, outcome: Brought) {
    try journal.refresh()
    let idOf = try journal.importIDs()
    var arriving = Arriving(idOf: idOf)
    var reading = ImportReading()
    let arrivals = try journal.add(isTrial: dryRun) { take in
      // The source is read again where the change is tried once more.
      arriving = Arriving(idOf: idOf)
      reading = try withoutActuallyEscaping(take) { take in
        try read { group in try take(group.compactMap { try arriving.wording(of: $0) }) }
      }
    }
    reading.refuse(tooLong: arriving.tooLong)
    var outcome = Brought(arrivals: arrivals)
    if arrivals.wordings < arriving.count {
      // What is damaged is not compared.
      _ = try forEach { here in arriving.compare(with: here) }
      outcome.differing = arriving.differing
    }
    return (reading, outcome)
  }
}

/// Entries on their way into the journal's form, one after the other.
private struct Arriving {
  /// How many wordings there were.
  private(set) var count = 0
  /// Where those stand that are too long in the journal's form.
  private(set) var tooLong: [String] = []
  private let idOf: @Sendable ([UInt8]) -> ItemID
  /// What each revision said where it came first.
  private var first: [ItemID: (words: Said, place: String, index: Int)] = [:]
  private var others: [(index: Int, place: String)] = []

  init(idOf: @escaping @Sendable ([UInt8]) -> ItemID) { self.idOf = idOf }

  /// The places of those with other words, in the order of the source.
  var differing: [String] { others.sorted { $0.index < $1.index }.map(\.place) }

  /// The wording of an imported entry; nil if it is longer than a page may be.
  mutating func wording(of imported: ImportedEntry) throws -> Wording? {
    var entry = imported.entry
    if ItemID(entry.id) == nil { entry.id = idOf(imported.identity).description }
    if ItemID(entry.revision) == nil {
      entry.revision =
        entry.parents.isEmpty ? entry.id : idOf(imported.identity + [0]).description
    }
    let wording = try EntryPage.wording(entry)
    guard wording.page.payload.count <= Page.byteLimit else {
      tooLong.append(imported.place)
      return nil
    }
    count += 1
    let words = try Said(entry)
    if let before = first[wording.revision] {
      if before.words.differs(from: words) { others.append((count, imported.place)) }
    } else {
      first[wording.revision] = (words, imported.place, count)
    }
    return wording
  }

  /// Notes whether an entry that is here has other words than the one that came.
  mutating func compare(with here: Entry) {
    guard let id = ItemID(here.revision), let one = first[id], let words = try? Said(here) else {
      return
    }
    if one.words.differs(from: words) { others.append((one.index, one.place)) }
  }
}

/// Title, tags and words of an entry, as their hash.
private struct Said {
  private let hasAnswers: Bool
  private let hash: ContentHash

  init(_ entry: Entry) throws {
    hasAnswers = !entry.answers.isEmpty
    var bytes: [UInt8] = []
    for part in [entry.title, entry.text] + entry.tags {
      bytes += part.map { "\($0.utf8.count) \($0)" }.map { Array($0.utf8) } ?? [0]
    }
    if hasAnswers { bytes += try JSON.bytes(entry.answers.map { $0.value.map(ValueJSON.init) }) }
    hash = ContentHash(of: bytes)
  }

  /// A form without questions has answers as words of its text, which says nothing.
  func differs(from other: Said) -> Bool {
    hasAnswers == other.hasAnswers && hash != other.hash
  }
}
