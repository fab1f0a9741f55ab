internal import Codec

/// What a journal remembers beside its entries: what was erased, and small notes of the runtime's.
///
/// Sealed as one, kept twice, its tag in the root: nobody can put an older one in its place.
struct Ledger: Sendable, Hashable {
  /// An entry that was erased, or one wording of it; without a word of its content.
  struct Tombstone: Sendable, Hashable {
    var entry: ItemID
    /// Nil when the whole entry went.
    var revision: ItemID?
    /// Milliseconds since 1970 in UTC.
    var erased: Int64
  }

  var tombstones: [Tombstone] = []
  /// By name; the vault does not read them.
  var notes: [String: [UInt8]] = [:]

  init() {}

  /// Entries that were erased whole.
  var erasedEntries: Set<ItemID> {
    Set(tombstones.lazy.filter { $0.revision == nil }.map(\.entry))
  }

  /// Wordings that were taken away from entries that stand.
  var erasedWordings: Set<ItemID> { Set(tombstones.lazy.compactMap(\.revision)) }

  /// Whether this wording, or the whole entry, was erased.
  var isErased: (_ entry: ItemID, _ revision: ItemID) -> Bool {
    let (entries, wordings) = (erasedEntries, erasedWordings)
    return { entries.contains($0) || wordings.contains($1) }
  }

  /// Adds what is not noted yet.
  mutating func add(_ more: some Sequence<Tombstone>) {
    var seen = Set(tombstones.map { Mark(entry: $0.entry, revision: $0.revision) })
    for stone in more where seen.insert(Mark(entry: stone.entry, revision: stone.revision)).inserted
    {
      tombstones.append(stone)
    }
  }

  private struct Mark: Hashable {
    var entry: ItemID
    var revision: ItemID?
  }

  var encoded: [UInt8] {
    var out = WireWriter()
    out.number(UInt8(1))
    out.number(UInt32(tombstones.count))
    for stone in tombstones {
      out.number(stone.entry.bits)
      out.number(UInt8(stone.revision == nil ? 0 : 1))
      out.number(stone.revision?.bits ?? 0)
      out.number(stone.erased)
    }
    out.number(UInt32(notes.count))
    for (name, body) in notes.sorted(by: { $0.key < $1.key }) {
      out.string(name.utf8)
      out.string(body)
    }
    return out.bytes
  }

  init(reading bytes: [UInt8]) throws {
    var input = WireReader(bytes)
    guard try input.number(UInt8.self) == 1 else { throw WireReader.Malformed() }
    tombstones = try input.list { input in
      let entry = ItemID(bits: try input.number())
      let isWording = try input.number(UInt8.self) == 1
      let revision = ItemID(bits: try input.number())
      return Tombstone(
        entry: entry, revision: isWording ? revision : nil, erased: try input.number())
    }
    let pairs = try input.list { input in
      (String(decoding: try input.string(), as: UTF8.self), try input.string())
    }
    notes = Dictionary(pairs) { $1 }
    guard input.isAtEnd else { throw WireReader.Malformed() }
  }
}

extension JournalState {
  /// The ledger, or an empty one where nothing was noted yet.
  ///
  /// - Throws: `VaultError.damaged(.part("ledger"))`.
  func ledger() throws -> Ledger {
    guard !root.ledger.isEmpty else { return Ledger() }
    for box in try db.part(.ledger).intact where Sealer.tag(of: box) == root.ledger {
      let place = place(.ledger, id: 0, revision: 0)
      if let ledger = sealer.open(box, at: place).flatMap({ try? Ledger(reading: $0) }) {
        return ledger
      }
    }
    throw VaultError.damaged(.part(JournalDatabase.Part.ledger.name))
  }

  mutating func put(_ ledger: Ledger) throws {
    let box = try seal(ledger.encoded, at: place(.ledger, id: 0, revision: 0))
    try db.put(box, as: .ledger)
    root.ledger = Sealer.tag(of: box)
  }

  mutating func add(_ notes: [(name: String, body: [UInt8])]) throws {
    guard !notes.isEmpty else { return }
    var ledger = try ledger()
    for note in notes { ledger.notes[note.name] = note.body }
    try put(ledger)
  }
}
