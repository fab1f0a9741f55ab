internal import Age
internal import Codec
internal import Disk
internal import GRDB

/// Saves what is whole of a damaged journal into a new file.
///
/// Every record is tried by itself, whatever became of the catalogue and of the file around it. A record
/// that opens was sealed by this journal; that it is the latest wording, and was not put back by someone, only the
/// catalogue proves.
package struct Salvage: Sendable {
  /// What was saved, and what is not certain about it.
  package struct Outcome: Sendable, Hashable {
    package var entries = 0
    /// Wordings that open and that no whole part of the catalogue names.
    package var unproven = 0
    /// How many wordings the damaged parts of the catalogue named; nil where nothing says it, because
    /// its root is gone.
    package var unreadRows: Int?
    /// Records that do not open, by the ids of their entries.
    package var lost: [String] = []
    /// Wordings that a whole part of the catalogue names and that could not be saved.
    package var lostWordings: [LostWording] = []
    /// The list of what was erased could not be read: something erased may be back.
    package var knowsErased = true
    /// Words that are no longer a way in, because what they open, or what named it, is gone.
    package var lostWays: [SlotKind] = []
    /// What opens pages that were waiting is gone: they stay closed.
    package var lostPages = false
    /// Where the damaged file lies now.
    package var keptAs = ""

    /// A wording that could not be saved.
    package struct LostWording: Sendable, Hashable {
      /// The id of its entry.
      package var entry: String
      /// When it was made, in milliseconds since 1970 in UTC.
      package var made: Int64
      /// Whether it stood for the entry.
      package var isLast: Bool
      /// Whether another wording of the entry was saved, and stands for it now.
      package var hasOthers: Bool
    }
  }

  private let place: JournalPlace
  /// Held from before the first look until the new file is in place.
  private let lock: FileLock
  let file: DamagedFile
  let keys: Keyring
  /// The furthest root that opens, and whether it is the present one as far as can be told.
  let root: CatalogueRoot?
  private let isRootPresent: Bool
  /// What was erased, as far as it can be read, and whether the root proves that it is all.
  let erased: (ledger: Ledger, isProven: Bool)

  /// Opens what the words open.
  ///
  /// - Throws: `VaultError.wrongPassphrase`; `newerFormat`; `damaged` when neither copy of the journal's
  ///   keys is whole: then nothing can be saved here, and a backup is the way back; `system` when the
  ///   disk refuses to be read: nothing is given up for what may pass.
  package init(
    at place: JournalPlace, with words: UnlockWords, acceptingOlder: Bool = false
  ) throws {
    guard place.exists else { throw VaultError.noJournal(folder: place.folder) }
    guard place.canWrite else { throw VaultError.cannotWrite(folder: place.folder) }
    guard let lock = try SystemFile.lock(place.lock, .exclusive) else { throw VaultError.inUse }
    self.place = place
    self.lock = lock
    try Self.finishCutOffChange(place)
    file = try DamagedFile(place.database)
    if let format = file.format, format > JournalDatabase.version {
      throw VaultError.newerFormat(version: format)
    }
    keys = try Keyring(file, words: words, losingCaptures: true)
    (root, isRootPresent) = Self.root(file, keys.key)
    erased = Self.erased(file, keys.key, isRootPresent ? root : nil)
    if let root, isRootPresent, !acceptingOlder { try checkAnchor(root) }
  }

  /// Has SQLite play back a change that was cut off, as far as it still can.
  private static func finishCutOffChange(_ place: JournalPlace) throws {
    guard try SystemFile.isThere(place.hotJournal) else { return }
    do {
      let database = try JournalDatabase(path: place.database, isReadOnly: false)
      try database.queue.close()
    } catch VaultError.damaged {}
  }

  /// The furthest root that opens, and whether it is the present one as far as can be told.
  private static func root(
    _ file: DamagedFile, _ key: JournalKey
  ) -> (root: CatalogueRoot?, isPresent: Bool) {
    let place = JournalState.place(.root, id: 0, revision: 0, key)
    let kept = file.kept(.root)
    let root = kept.intact
      .compactMap { key.sealer.open($0, at: place).flatMap { try? CatalogueRoot(reading: $0) } }
      .max { $0.sequence < $1.sequence }
    return (root, isPresent: kept.damaged < 2)
  }

  /// The list of what was erased that the root names; else all that any list that opens names.
  private static func erased(
    _ file: DamagedFile, _ key: JournalKey, _ root: CatalogueRoot?
  ) -> (ledger: Ledger, isProven: Bool) {
    if let root, root.ledger.isEmpty { return (Ledger(), true) }
    let place = JournalState.place(.ledger, id: 0, revision: 0, key)
    var merged = Ledger()
    for box in file.kept(.ledger).intact {
      guard let ledger = key.sealer.open(box, at: place).flatMap({ try? Ledger(reading: $0) })
      else { continue }
      if Sealer.tag(of: box) == root?.ledger { return (ledger, true) }
      merged.add(ledger.tombstones)
      merged.notes.merge(ledger.notes) { $1 }
    }
    return (merged, false)
  }

  /// An older file must not pass for the journal by way of being mended.
  private func checkAnchor(_ root: CatalogueRoot) throws {
    let file = AnchorFile(place: place, journal: keys.key.journal)
    guard let anchor = try file.look(key: root.anchorKey) else { return }
    guard anchor.lineage == root.lineage else { throw VaultError.rolledBack(.diverged) }
    guard anchor.sequence <= root.sequence else {
      throw VaultError.rolledBack(.older(seen: anchor.sequence, found: root.sequence))
    }
  }

  /// Builds the new file and puts it in place; the damaged one stays beside it.
  ///
  /// - Parameter wording: reads a record's payload; nil where it is none of ours.
  package func run(
    now: Int64, wording: (_ page: Page, _ revision: ItemID) -> Wording?
  ) throws -> Outcome {
    var outcome = Outcome()
    let found = try records(&outcome, wording)
    outcome.knowsErased = erased.isProven
    let plan = try plan(now: now)
    outcome.lostPages = keys.captures.isEmpty
    outcome.lostWays = SlotKind.allCases.filter { kind in
      hadWay(kind) && !plan.slots.contains { $0.mark.kind == kind }
    }
    try removeLeftovers()
    let name = ".\(Base32.encode(randomBytes(10))).part"
    do {
      let root = try JournalBuilder.build(name, in: place.folder, plan) { builder in
        for one in found { try builder.add(one) }
        if erased.ledger != Ledger() { try builder.put(erased.ledger) }
      }
      outcome.keptAs = try exchange(
        name, AnchorFile(place: place, journal: plan.key.journal))
      // The new file counts by now: nothing here may fail and hide what was lost. An opening mends it.
      let capture = Capture(
        journal: plan.key.journal, recipient: plan.captures[0].recipient.description)
      try? capture.write(to: place)
      try? NewJournal.remember(capture, root, epoch: plan.key.epoch, at: place, checked: now)
    } catch {
      for path in ["", "-journal"] { try? SystemFile.remove("\(place.folder)/\(name)\(path)") }
      throw error
    }
    return outcome
  }

  /// Whether such words were a way in before.
  private func hadWay(_ kind: SlotKind) -> Bool {
    root?.slots.contains { $0.kind == kind } ?? false || !file.kept(.slot(kind)).isAbsent
  }

  /// What an earlier try that was cut off left behind.
  private func removeLeftovers() throws {
    for left in try SystemFile.names(in: place.folder)
    where left.hasPrefix(".") && left.contains(".part") {
      try? SystemFile.remove("\(place.folder)/\(left)")
    }
  }

  /// The damaged file under another name, then the new one under its own.
  ///
  /// The old name is kept until the new file takes it in one step, so that a crash in between leaves
  /// one of the two.
  private func exchange(_ name: String, _ anchor: AnchorFile) throws -> String {
    let kept = "\(place.folder)/journal.db.damaged-\(Base32.encode(randomBytes(4)))"
    try SystemFile.told { () throws(DiskTrouble) in try Files.name(place.database, also: kept) }
    // Its undo log goes with it: it would be played back over the new file.
    let log = "\(kept)-journal"
    if try SystemFile.isThere(place.hotJournal) { try SystemFile.move(place.hotJournal, to: log) }
    do {
      try anchor.withoutAnchor {
        try SystemFile.move("\(place.folder)/\(name)", to: place.database)
      }
    } catch {
      if FileFacts.mayBeThere(log) { try? SystemFile.move(log, to: place.hotJournal) }
      throw error
    }
    try? SystemFile.sync(folder: place.folder)
    return kept
  }

  private func plan(now: Int64) throws -> JournalBuilder.Plan {
    var slots: [(mark: CatalogueRoot.SlotMark, file: [UInt8])] = []
    // Of another way in only the present root says whom its key is sealed to.
    var marks = isRootPresent ? root?.slots ?? [] : []
    let recipient = keys.slot.recipient.description
    if let used = marks.firstIndex(where: { $0.kind == keys.kind }) {
      marks[used].recipient = recipient
    } else {
      marks.append(CatalogueRoot.SlotMark(kind: keys.kind, recipient: recipient, made: now))
    }
    for mark in marks {
      let proven = keys.proven.first { $0.part == .slot(mark.kind) }?.body
      if let file = proven ?? (try? file.kept(.slot(mark.kind)).only(.slot(mark.kind))) {
        slots.append((mark, file))
      }
    }
    var plan = JournalBuilder.Plan(
      key: JournalKey(journal: keys.key.journal, epoch: keys.key.epoch + 1), slots: slots,
      captures: [X25519Identity()] + keys.captures, isNewLineage: true)
    if let root {
      var history = CatalogueRoot(slots: [], capture: plan.captures[0].recipient.description)
      history.anchorKey = root.anchorKey
      history.accepted = root.accepted
      plan.history = history
    }
    return plan
  }
}
