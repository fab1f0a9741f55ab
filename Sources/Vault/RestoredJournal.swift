internal import Age
internal import Codec
internal import Disk
internal import GRDB

/// Puts a journal in place from what a backup held, all of it or nothing.
package enum RestoredJournal {
  /// What a restored journal could not be told from: said to the person.
  package struct Outcome: Sendable, Hashable {
    package var wordings = 0
    /// What the backup knew to be erased.
    package var erased = 0
    package var drafts = 0
    /// Ways in that the journal had and whose files were not beside the backup.
    package var missing: [SlotKind] = []
  }

  /// Makes a journal out of an open backup.
  ///
  /// - Parameters:
  ///   - identity: the inner part of the backup as it is sealed there; nil where it is missing.
  ///   - note: kept in the new journal from its beginning.
  ///   - fill: hands over the wordings, one after the other.
  /// - Throws: `VaultError.alreadyThere`, `badBackup`, or what `fill` throws; then nothing is left.
  package static func make(
    at place: JournalPlace, keys: BackupKeys, identity sealed: [UInt8]?,
    noting note: (name: String, body: [UInt8]), now: Int64,
    fill: ((Wording) throws -> Void) throws -> Void
  ) throws -> Outcome {
    let identity = try sealed.map { try Self.identity($0, keys) }
    return try build(at: place, now: now) { folder in
      let plan = try plan(identity, keys, at: place, now: now)
      var outcome = Outcome()
      let isErased = identity?.ledger.isErased ?? { _, _ in false }
      let root = try JournalBuilder.build("journal.db", in: folder, plan) { builder in
        try fill { wording in
          guard !isErased(wording.page.id, wording.revision) else { return }
          try builder.add(wording)
          outcome.wordings += 1
        }
        var ledger = identity?.ledger ?? Ledger()
        ledger.notes[note.name] = note.body
        try builder.put(ledger)
      }
      outcome.erased = identity?.ledger.tombstones.count ?? 0
      let kinds = plan.slots.map(\.mark.kind)
      outcome.missing = (identity?.slots ?? []).map(\.kind).filter { !kinds.contains($0) }
      outcome.drafts = try write(identity?.drafts ?? [], to: plan, in: folder)
      return (outcome, plan, root)
    }
  }

  static func identity(_ sealed: [UInt8], _ keys: BackupKeys) throws -> BackupIdentity {
    guard let bytes = try? Opening.open(sealed, with: [keys.identity]) else {
      throw VaultError.badBackup(.notOurs("its inner part does not open"))
    }
    return try BackupIdentity(reading: bytes)
  }

  private static func plan(
    _ identity: BackupIdentity?, _ keys: BackupKeys, at place: JournalPlace, now: Int64
  ) throws -> JournalBuilder.Plan {
    let marks = identity?.slots ?? []
    var slots = keys.files.compactMap { file in
      marks.first { $0.kind == file.kind }.map { (mark: $0, file: file.file) }
    }
    // Without its inner part a backup still opens: the slot that opened it is the way in.
    let own = CatalogueRoot.SlotMark(
      kind: keys.kind, recipient: keys.identity.recipient.description, made: now)
    if let index = slots.firstIndex(where: { $0.mark.kind == keys.kind }) {
      // The file that was just opened is the way in, whatever stands about it elsewhere.
      slots[index].mark.recipient = own.recipient
    } else if let file = keys.files.first(where: { $0.kind == keys.kind }) {
      slots.append((own, file.file))
    }
    var plan = JournalBuilder.Plan(
      key: JournalKey(journal: journalID(identity?.journal, at: place), epoch: 1), slots: slots,
      captures: [X25519Identity()] + (identity?.captures ?? []), isNewLineage: true)
    if let identity {
      var history = CatalogueRoot(slots: [], capture: plan.captures[0].recipient.description)
      history.anchorKey = identity.anchorKey
      plan.history = history
    }
    return plan
  }

  /// The journal keeps its id, unless it still lies in another folder of this machine: two must
  /// not be taken for one.
  static func journalID(_ wanted: JournalID?, at place: JournalPlace) -> JournalID {
    guard let wanted else { return .fresh() }
    if let known = Known(of: wanted, in: place), known.folder != FileFacts.resolved(place.folder),
      FileFacts.mayBeThere("\(known.folder)/journal.db")
    {
      return .fresh()
    }
    return wanted
  }

  /// Completes a folder whose main file is gone: pages and drafts that wait in it stay where they are.
  ///
  /// The main file comes last, in one step; until then the folder is as it was, and the same command
  /// can be given again.
  private static func complete(
    _ place: JournalPlace, from part: String, _ plan: JournalBuilder.Plan
  ) throws {
    guard let lock = try SystemFile.lock(place.lock, .exclusive) else { throw VaultError.inUse }
    defer { withExtendedLifetime(lock) {} }
    guard !place.exists else { throw VaultError.alreadyThere(folder: place.folder) }
    for folder in [place.inbox, place.drafts] { try SystemFile.makeFolder(folder) }
    try putDrafts(from: "\(part)/drafts", in: place, plan)
    // The undo log of the file that is gone would be played back over the new one.
    try SystemFile.remove(place.hotJournal)
    // It may name a key that the journal that comes back does not have. Without it nothing is sealed.
    try SystemFile.remove(place.capture)
    try SystemFile.sync(folder: place.folder)
    try AnchorFile(place: place, journal: plan.key.journal).withoutAnchor {
      try SystemFile.move("\(part)/journal.db", to: place.database)
    }
    // The new file counts by now, so nothing here may fail. The next opening mends what pages are sealed by.
    try? SystemFile.move("\(part)/capture", to: place.capture)
    try? SystemFile.sync(folder: place.folder)
  }

  /// Moves restored drafts to their folder, except where a draft that opens is there: it is newer.
  private static func putDrafts(
    from part: String, in place: JournalPlace, _ plan: JournalBuilder.Plan
  ) throws {
    for name in try SystemFile.names(in: part) {
      let target = "\(place.drafts)/\(name)"
      if try SystemFile.isThere(target) {
        if try isDraft(target, of: plan) { continue }
        try SystemFile.makeFolder(place.aside)
        try SystemFile.move(target, to: "\(place.aside)/\(Base32.encode(randomBytes(16))).age")
      }
      try SystemFile.move("\(part)/\(name)", to: target)
    }
    // The folder that they come from is removed soon.
    try SystemFile.sync(folder: place.drafts)
  }

  /// Whether the restored journal can open a draft.
  ///
  /// - Throws: `VaultError.system` if it cannot be read: that proves nothing about it.
  private static func isDraft(_ path: String, of plan: JournalBuilder.Plan) throws -> Bool {
    guard case .bytes(let bytes) = try SystemFile.look(at: path, limit: 2 * Page.byteLimit) else {
      return false
    }
    switch PresentKeys.open(bytes, with: plan.captures) {
    case .opened(let content): return Draft(reading: content) != nil
    case .unopened(.unreadable(let reason)):
      throw VaultError.system(what: "reading \(path)", reason: reason)
    case .unopened, .gone: return false
    }
  }

  /// Whether the pages in a folder without a main file may belong to the journal that comes back.
  private static func belongs(_ place: JournalPlace, to plan: JournalBuilder.Plan) -> Bool {
    guard let bytes = try? SystemFile.read(place.capture, limit: 4096) else { return true }
    let words = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    guard words.count == 2, JournalID(words[0]) != nil else { return true }
    return words[0] == plan.key.journal.description
      || plan.captures.contains { $0.recipient.description == words[1] }
  }

  /// Moves the finished folder to its place.
  private static func settle(
    _ building: TemporaryFolder, at place: JournalPlace, _ plan: JournalBuilder.Plan
  ) throws {
    let above = place.folder.folderPart
    if try SystemFile.isThere(place.folder) {
      if belongs(place, to: plan) {
        try complete(place, from: building.path, plan)
        return building.remove()
      }
      let name = "\(place.name)\(Glance.putByMark)\(Base32.encode(randomBytes(4)))"
      try SystemFile.move(place.folder, to: "\(above)/\(name)")
    }
    try AnchorFile(place: place, journal: plan.key.journal).withoutAnchor {
      try SystemFile.told { () throws(DiskTrouble) in try building.settle(at: place.folder) }
    }
    try? SystemFile.sync(folder: above)
  }

  private static func write(
    _ drafts: [Draft], to plan: JournalBuilder.Plan, in folder: String
  ) throws -> Int {
    for draft in drafts {
      try SystemFile.write(
        Sealing.seal(draft.bytes, to: [draftKey(of: plan).recipient]),
        to: "\(draft.interview).age", in: "\(folder)/drafts")
    }
    return drafts.count
  }

  /// The identity that restored drafts are sealed to.
  ///
  /// The first one is made in this run. A restore that is cut off and tried again has another, and would
  /// find drafts that nothing opens; those after it come from the backup.
  static func draftKey(of plan: JournalBuilder.Plan) -> X25519Identity {
    plan.captures.count > 1 ? plan.captures[1] : plan.captures[0]
  }

  /// Builds a journal's folder beside its place, and moves it there in one step.
  static func build<T>(
    at place: JournalPlace, now: Int64,
    _ fill: (_ folder: String) throws -> (T, JournalBuilder.Plan, CatalogueRoot)
  ) throws -> T {
    guard !place.exists else { throw VaultError.alreadyThere(folder: place.folder) }
    let building = try JournalBuilder.folder(beside: place)
    let part = building.path
    do {
      let (result, plan, root) = try fill(part)
      let capture = Capture(
        journal: plan.key.journal, recipient: plan.captures[0].recipient.description)
      try SystemFile.write(capture.bytes, to: "capture", in: part)
      try SystemFile.write([], to: "lock", in: part)
      try settle(building, at: place, plan)
      try? NewJournal.remember(capture, root, epoch: plan.key.epoch, at: place, checked: now)
      return result
    } catch {
      building.remove()
      throw error
    }
  }
}
