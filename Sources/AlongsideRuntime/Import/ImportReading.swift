package import Practice

/// One entry read from a file of another journal, or of this one.
package struct ImportedEntry: Sendable {
  /// The entry; `id` and `revision` are empty where the source had none of ours.
  package var entry: Entry
  /// Bytes that name the entry in its source, the same at every reading.
  ///
  /// An id made from them lets a second import add nothing twice. They can hold the entry's words
  /// and are never to be shown or kept in the open.
  package var identity: [UInt8]
  /// Where in its source it stands: `entry 17, line 233`.
  package var place: String

  package init(entry: Entry, identity: [UInt8], place: String) {
    self.entry = entry
    self.identity = identity
    self.place = place
  }
}

/// Something to know about one place of a file; never holds a word of an entry.
package struct ImportProblem: Sendable, Hashable {
  /// Where: `entry 17, line 233`.
  package var place: String
  /// What, in plain words; the same words for the same thing, so that they can be counted.
  package var what: String

  package init(place: String, what: String) {
    self.place = place
    self.what = what
  }
}

/// Everything that one file had to say.
package struct ImportReading: Sendable {
  package var entries: [ImportedEntry] = []
  /// Entries, or whole files, that could not be read; everything else still comes in.
  package var problems: [ImportProblem] = []
  /// Entries that came in, with something about them to know.
  package var notes: [ImportProblem] = []
  /// What has no place here, counted by name: `photos: 12`.
  package var leftOut: [String: Int] = [:]

  package init() {}

  /// Adds what another file had to say; with a name, its places are put behind it.
  package mutating func add(_ other: ImportReading, from name: String? = nil) {
    func named(_ one: ImportProblem) -> ImportProblem {
      guard let name else { return one }
      return ImportProblem(place: "\(name), \(one.place)", what: one.what)
    }
    entries += other.entries.map { one in
      guard let name else { return one }
      return ImportedEntry(
        entry: one.entry, identity: one.identity, place: "\(name), \(one.place)")
    }
    problems += other.problems.map(named)
    notes += other.notes.map(named)
    leftOut.merge(other.leftOut, uniquingKeysWith: +)
  }

  mutating func refuse(_ place: String, _ what: String) {
    problems.append(ImportProblem(place: place, what: what))
  }

  mutating func note(_ place: String, _ what: String) {
    notes.append(ImportProblem(place: place, what: what))
  }

  mutating func leave(_ name: String, _ count: Int = 1) {
    if count > 0 { leftOut[name, default: 0] += count }
  }

  /// Counts a key that is not known; one that may be words of the person's is not named.
  mutating func leave(key name: String) {
    let isName =
      name.utf8.count <= 40
      && name.allSatisfy { $0.isLetter || $0.isNumber || " _-.".contains($0) }
    leave(isName && !name.isEmpty ? "key `\(name)`" : "keys with unusual names")
  }
}

/// Readers of plain files: bytes in, entries out.
///
/// None of them opens a file, reads a clock or stops at the first mistake.
package enum Import {}
