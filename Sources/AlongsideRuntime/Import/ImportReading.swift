package import Practice
internal import Vault

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

/// Everything that one file, or a folder of them, had to say.
///
/// Entries are kept, or handed on in small groups, so that a file of many needs little memory.
package struct ImportReading {
  package private(set) var entries: [ImportedEntry] = []
  /// Entries, or whole files, that could not be read; everything else still comes in.
  package private(set) var problems: [ImportProblem] = []
  /// Entries that came in, with something about them to know.
  package private(set) var notes: [ImportProblem] = []
  /// What has no place here, counted by name: `photos: 12`.
  package private(set) var leftOut: [String: Int] = [:]
  /// Where entries go, a group at a time.
  private let hand: (([ImportedEntry]) throws -> Void)?
  /// What stopped the reading.
  private var failure: (any Error)?
  private let isOneEnough: Bool
  /// How many entries were found, those that cannot be read among them.
  private var count = 0
  private var waitingByteCount = 0
  /// The file of several that is being read; its places are named with it.
  package var file: String?

  /// Keeps every entry, or hands them on.
  package init(handing hand: (([ImportedEntry]) throws -> Void)? = nil) {
    self.hand = hand
    isOneEnough = false
  }

  private init(isOneEnough: Bool) {
    hand = nil
    self.isOneEnough = isOneEnough
  }

  /// Reads on only until there is an entry: enough to know that there is something to read.
  package static var untilFirst: ImportReading { ImportReading(isOneEnough: true) }

  /// Whether nothing more is wanted.
  package var isOver: Bool { failure != nil || isOneEnough && !entries.isEmpty }

  /// Hands on what is left.
  ///
  /// - Returns: the reading without anywhere to hand entries to.
  /// - Throws: what stopped it: `RuntimeError.tooManyEntries`, or what the taker threw.
  package mutating func finished() throws -> ImportReading {
    handOn()
    if let failure { throw failure }
    var rest = ImportReading()
    (rest.entries, rest.problems, rest.notes, rest.leftOut) = (entries, problems, notes, leftOut)
    return rest
  }

  /// Keeps an entry, unless it is longer than a page may be.
  mutating func keep(_ entry: Entry, identity: [UInt8], at place: String) {
    countOne()
    let place = named(place)
    if let what = ImportLimits.excess(of: entry) {
      // What was to be known about it was to be known of an entry that came in.
      while notes.last?.place == place { notes.removeLast() }
      return problems.append(ImportProblem(place: place, what: what))
    }
    entries.append(ImportedEntry(entry: entry, identity: identity, place: place))
    waitingByteCount += identity.count + (entry.text?.utf8.count ?? 0)
    if hand != nil, entries.count >= 256 || waitingByteCount >= 1 << 20 { handOn() }
  }

  /// Names something that could not be read.
  package mutating func refuse(_ place: String, _ what: String) {
    countOne()
    problems.append(ImportProblem(place: named(place), what: what))
  }

  /// Names entries that turned out to be too long after they were handed on.
  mutating func refuse(tooLong places: [String]) {
    guard !places.isEmpty else { return }
    let all = Set(places)
    notes.removeAll { all.contains($0.place) }
    problems += places.map { ImportProblem(place: $0, what: ImportLimits.tooLong) }
  }

  mutating func note(_ place: String, _ what: String) {
    notes.append(ImportProblem(place: named(place), what: what))
  }

  package mutating func leave(_ name: String, _ count: Int = 1) {
    if count > 0 { leftOut[name, default: 0] += count }
  }

  /// Counts a key that is not known; one that may be words of the person's is not named.
  mutating func leave(key name: String) {
    let isName =
      name.utf8.count <= 40
      && name.allSatisfy { $0.isLetter || $0.isNumber || " _-.".contains($0) }
    leave(isName && !name.isEmpty ? "key `\(name)`" : "keys with unusual names")
  }

  private func named(_ place: String) -> String { file.map { "\($0), \(place)" } ?? place }

  private mutating func countOne() {
    count += 1
    if count > ImportLimits.entryCount, failure == nil { failure = RuntimeError.tooManyEntries }
  }

  private mutating func handOn() {
    guard let hand, failure == nil, !entries.isEmpty else { return }
    do {
      try hand(entries)
      entries.removeAll(keepingCapacity: true)
      waitingByteCount = 0
    } catch {
      failure = error
    }
  }
}

/// What one import may hold: so much that no journal reaches it, so little that none fills the memory.
package enum ImportLimits {
  /// The most entries of one import.
  package static let entryCount = 150_000
  /// The most bytes of a JSON file, which is read whole.
  package static let jsonByteCount = 64 << 20
  /// The most bytes of one note: a page, and the lines between `---` before it.
  package static let noteByteCount = Page.byteLimit + frontMatterByteCount
  static let frontMatterByteCount = 1 << 20
  /// The most bytes of an entry's title and tags, which every list reads.
  static let headingByteCount = 1 << 20

  package static let tooLong = "it is longer than an entry may be: 16 MiB"
  static let longHeading = "its title and tags are longer than 1 MiB"
  static let longFrontMatter = "the lines between its `---` are longer than 1 MiB"

  /// What of an entry is too long; nil if nothing is.
  static func excess(of entry: Entry) -> String? {
    let heading = (entry.title?.utf8.count ?? 0) + entry.tags.reduce(0) { $0 + $1.utf8.count + 4 }
    if heading > headingByteCount { return longHeading }
    return sealedByteCount(of: entry.text ?? "") > Page.byteLimit ? tooLong : nil
  }

  /// How long a text is in the journal's form, where a line's end takes two bytes.
  private static func sealedByteCount(of text: String) -> Int {
    let count = text.utf8.count
    guard count > Page.byteLimit / 6, count <= Page.byteLimit else { return count }
    return text.utf8.reduce(0) { sum, byte in
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"), 0x08...0x0A, 0x0C, 0x0D: sum + 2
      case 0..<0x20: sum + 6
      default: sum + 1
      }
    }
  }
}

/// Readers of plain files: bytes in, entries out.
///
/// None of them opens a file, reads a clock or stops at the first mistake.
package enum Import {}
