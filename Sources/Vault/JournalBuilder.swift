internal import Age
internal import Disk
internal import GRDB

/// Fills a new journal file: for changed keys, for a restored journal, for what salvage could save.
struct JournalBuilder {
  /// What a new file begins with.
  struct Plan {
    var key: JournalKey
    /// The way in: marks for the root, and their age files.
    var slots: [(mark: CatalogueRoot.SlotMark, file: [UInt8])]
    /// What pages are sealed to, the present one first.
    var captures: [X25519Identity]
    /// The history that goes on; nil begins one.
    var history: CatalogueRoot?
    /// A new line of history, because this file is not the continuation of what was seen before.
    var isNewLineage = false
  }

  /// Makes the file at `folder/name`, fills it, and opens every row of it again.
  ///
  /// - Parameter fill: adds wordings, and gives ledger and heads; runs inside the transaction.
  /// - Returns: the root as it was written.
  /// - Throws: `VaultError.damaged` for what `fill` reads. A new file that reads back otherwise than it was
  ///   written is the disk's doing: `system`.
  static func build(
    _ name: String, in folder: String, _ plan: Plan,
    fill: (inout JournalBuilder) throws -> Void
  ) throws -> CatalogueRoot {
    let path = "\(folder)/\(name)"
    do {
      return try build(path, plan, fill: fill)
    } catch VaultError.damaged(.database) {
      throw VaultError.system(
        what: "writing \(path)", reason: "the disk does not give back what was written")
    }
  }

  private static func build(
    _ path: String, _ plan: Plan, fill: (inout JournalBuilder) throws -> Void
  ) throws -> CatalogueRoot {
    try SystemFile.write([], to: path.lastPart, in: path.folderPart)
    try JournalDatabase.create(path: path)
    let database = try JournalDatabase(path: path, isReadOnly: false)
    let written = try database.write { db in
      var builder = JournalBuilder(state: JournalState(db, key: plan.key, root: beginning(plan)))
      try fill(&builder)
      return try builder.finish(plan)
    }
    try check(database, plan.key, written)
    try database.queue.close()
    try SystemFile.sync(file: path)
    // A journal of SQLite's own beside it would be played back over the renamed file.
    guard try !SystemFile.isThere("\(path)-journal") else {
      throw VaultError.system(what: "writing \(path)", reason: "SQLite did not finish it")
    }
    return written
  }

  /// A folder for a whole journal beside its place, that is moved there when it is finished.
  static func folder(beside place: JournalPlace) throws(VaultError) -> TemporaryFolder {
    try SystemFile.told { () throws(DiskTrouble) in
      try TemporaryFolder(in: place.folder.folderPart, with: ["inbox", "drafts"])
    }
  }

  private static func beginning(_ plan: Plan) -> CatalogueRoot {
    var root =
      plan.history
      ?? CatalogueRoot(slots: [], capture: plan.captures[0].recipient.description)
    root.format = CatalogueRoot.presentFormat
    root.slots = plan.slots.map(\.mark)
    root.captures = plan.captures.map(\.recipient.description)
    root.leaves = []
    root.ledger = []
    root.seals = 0
    if plan.isNewLineage {
      root.lineage = randomBytes(16)
      root.sequence = 0
      root.head = [UInt8](repeating: 0, count: root.head.count)
    }
    return root
  }

  private var state: JournalState
  private var rows: [CatalogueRow] = []
  private var seen: Set<ItemID> = []

  private init(state: JournalState) {
    self.state = state
  }

  /// Adds a wording, sealed under the new key.
  ///
  /// One that is here already adds nothing.
  mutating func add(_ wording: Wording) throws {
    guard seen.insert(wording.revision).inserted else { return }
    rows.append(try state.addRecord(wording))
  }

  mutating func put(_ ledger: Ledger) throws { try state.put(ledger) }

  /// Takes over the proof of one step of the history.
  mutating func put(head: [UInt8], sequence: UInt64) throws {
    let place = state.place(.head, id: sequence, revision: 0)
    try state.db.putHead(state.seal(head, at: place), sequence: sequence)
  }

  private mutating func finish(_ plan: Plan) throws -> CatalogueRoot {
    try state.insert(rows)
    for slot in plan.slots { try state.db.put(slot.file, as: .slot(slot.mark.kind)) }
    try state.putKeys(slots: [], captures: plan.captures)
    try state.commit()
    return state.root
  }

  /// Opens every row before anything is put in its place.
  private static func check(
    _ database: JournalDatabase, _ key: JournalKey, _ root: CatalogueRoot
  ) throws {
    try database.read { db in
      let state = try JournalState(db, key: key, sealer: key.sealer)
      guard state.root.head == root.head else { throw VaultError.damaged(.part("root")) }
      _ = try state.ledger()
      for mark in state.root.leaves {
        for row in try state.leaf(mark).rows { try state.prove(row) }
      }
    }
  }
}
