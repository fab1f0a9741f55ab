// Vault: sealed bytes, kept for years.
//
// A journal is one folder, a `JournalPlace`. `ClosedJournal` is its door without a passphrase: pages and drafts
// can be put in, nothing can be read. `OpenJournal` is the other: it takes in what waits, reads, revises,
// erases, changes keys and makes backups. `NewJournal` makes one, `RestoredJournal` and `Salvage` bring one
// back. `Page` and `Wording` carry what a caller wants kept; `VaultError` says what happened, in facts.
//
// docs/format.md describes every byte; this module must match it. docs/threat-model.md says what must hold.
//
// It must never see an entry, only its bytes; write a word that is not sealed; say that something is kept before
// the disk has confirmed it; delete what it cannot open; or take an older journal for today's in silence.

internal import Age
internal import Codec
internal import Disk

/// What this machine could compare a journal's capture file with.
package enum Comparison: Sendable, Hashable {
  /// What it remembers, and they agree.
  case agrees
  /// The journal was not opened here before.
  case firstTimeHere
  /// What it remembers is in this file and cannot be read, for a reason in the system's words.
  case unreadable(path: String, reason: String)
}

/// A journal as it is without its passphrase: things can be put in, nothing can be read.
///
/// ```swift
/// let place = JournalPlace(home: home, name: "journal", state: state)
/// let journal = try ClosedJournal(at: place)
/// try journal.keep(Page(id: .fresh(), written: now, payload: payload))
/// let waiting = try journal.waiting().pages
/// ```
package struct ClosedJournal: Sendable {
  package let place: JournalPlace
  /// What the capture file could be compared with.
  package let comparison: Comparison
  private let capture: Capture

  /// Looks at the journal before anything is asked of a person.
  ///
  /// - Throws: `VaultError.noJournal`; `cannotWrite`; `damaged(.captureFile)`; and
  ///   `damaged(.captureChanged)` when pages would be sealed to another key than the one that was
  ///   known here. Opening the journal mends both.
  package init(at place: JournalPlace) throws(VaultError) {
    self.place = place
    let (present, known, comparison) = try Self.present(at: place)
    (capture, self.comparison) = (present, comparison)
    // Copying tools drop empty folders; without them nothing could be written.
    for folder in [place.inbox, place.drafts] where try !SystemFile.isThere(folder) {
      guard place.canWrite else { throw .cannotWrite(folder: place.folder) }
      try SystemFile.makeFolder(folder)
    }
    for folder in [place.inbox, place.drafts] where try !SystemFile.isFolder(folder) {
      throw .system(what: "writing in \(folder)", reason: SystemFile.notAFolder)
    }
    for folder in [place.folder, place.inbox, place.drafts]
    where !Folders.canWrite(folder) {
      throw .cannotWrite(folder: folder)
    }
    if Known.isAnother(than: capture.journal, at: place) { throw .damaged(.captureChanged) }
    if let known, !known.recipients.contains(capture.recipient) {
      throw .damaged(.captureChanged)
    }
  }

  /// The capture file, what this machine knows of its journal, and how far that goes.
  private static func present(
    at place: JournalPlace
  ) throws(VaultError) -> (capture: Capture, known: Known?, comparison: Comparison) {
    var trouble: VaultError?
    let found = try agreeing({ () throws(VaultError) in try Capture(at: place) }) { capture in
      do throws(VaultError) {
        trouble = nil
        return try Known.read(of: capture.journal, in: place)
      } catch {
        trouble = error
        return nil
      }
    }
    guard let trouble else {
      return (found.capture, found.known, found.known == nil ? .firstTimeHere : .agrees)
    }
    let path = "\(place.state(of: found.capture.journal))/known"
    return (found.capture, nil, .unreadable(path: path, reason: trouble.reason))
  }

  /// Reads both again where they do not agree and the first has changed: the journal's keys may have been
  /// changed between reading the one and the other.
  static func agreeing(
    _ capture: () throws(VaultError) -> Capture, _ known: (Capture) -> Known?
  ) throws(VaultError) -> (capture: Capture, known: Known?) {
    var present = try capture()
    while true {
      let known = known(present)
      if known?.recipients.contains(present.recipient) ?? true { return (present, known) }
      let again = try capture()
      if again == present { return (present, known) }
      present = again
    }
  }

  /// Seals a page and puts it where the next opening finds it.
  ///
  /// The time this takes does not depend on how much was written before. When it returns, the page
  /// survives a crash of the machine.
  ///
  /// - Returns: the path of the sealed file.
  @discardableResult
  package func keep(_ page: Page) throws(VaultError) -> String {
    guard page.payload.count <= Page.byteLimit else { throw .tooLong }
    let name = "\(Base32.encode(randomBytes(16))).age"
    let before = try Capture(at: place)
    let bytes = try sealed(page.bytes)
    do throws(VaultError) {
      try SystemFile.write(bytes, to: name, in: place.inbox)
      try resealIfKeysChanged(page, since: before, to: name)
    } catch {
      takeBack(name)
      throw error
    }
    return "\(place.inbox)/\(name)"
  }

  /// Removes a page that is not acknowledged: whoever is told that it failed writes it once more, and
  /// would have two.
  private func takeBack(_ name: String) {
    for folder in [place.inbox, place.aside] where FileFacts.mayBeThere("\(folder)/\(name)") {
      try? SystemFile.remove("\(folder)/\(name)")
      try? SystemFile.sync(folder: folder)
    }
  }

  /// Seals a page once more where the journal's keys were changed while it was on its way.
  ///
  /// Two changes of keys in a row keep no key for a page that neither of them could see. A page that was
  /// in its place while `capture` named its key was seen by the second one. A page that is gone was
  /// taken in.
  private func resealIfKeysChanged(
    _ page: Page, since before: Capture, to name: String
  ) throws(VaultError) {
    var before = before
    while try waits(name) {
      let present = try Capture(at: place)
      // To a key that is not this journal's nothing is sealed; the page is in its place already.
      guard present != before, present.journal == before.journal else { return }
      before = present
      try SystemFile.write(try sealed(page.bytes), to: name, in: place.inbox)
      // A reader with the newer keys could not open the first one.
      let aside = "\(place.aside)/\(name)"
      if try SystemFile.isThere(aside) { try SystemFile.remove(aside) }
    }
  }

  private func waits(_ name: String) throws(VaultError) -> Bool {
    for folder in [place.inbox, place.aside] where try SystemFile.isThere("\(folder)/\(name)") {
      return true
    }
    return false
  }

  /// Takes a place for the draft of a new interview, and room on the disk for its last words.
  package func beginDraft() throws(VaultError) -> DraftHold {
    Reserve(place: place).make()
    while true {
      if let hold = try DraftHold(.fresh(), at: place) { return hold }
    }
  }

  /// Seals a draft over its earlier self.
  ///
  /// - Parameter spendingReserve: on a full disk, takes the room that was kept for this: there is
  ///   nobody left to make some, and no later time to try it again.
  package func save(
    _ draft: Draft, in hold: DraftHold, spendingReserve: Bool = false
  ) throws(VaultError) {
    let bytes = try sealed(draft.bytes)
    do throws(VaultError) {
      try SystemFile.write(bytes, to: hold.name, in: place.drafts)
    } catch {
      guard spendingReserve, error.isForWantOfRoom else { throw error }
      // Where another reflection that was hung up spent it, its room may do for both.
      Reserve(place: place).spend()
      try SystemFile.write(bytes, to: hold.name, in: place.drafts)
    }
    if !spendingReserve { Reserve(place: place).make(draft: bytes.count) }
  }

  /// How many pages and drafts wait.
  ///
  /// Their content is not known here, nor their times.
  package func waiting() throws(VaultError) -> (pages: Int, drafts: Int) {
    try Waiting.count(at: place)
  }

  /// Seals to the key that was checked at the start, or to the one that took its place meanwhile
  /// when this journal's own keys were changed: then this machine knows both.
  private func sealed(_ bytes: [UInt8]) throws(VaultError) -> [UInt8] {
    let (present, known, _) = try Self.present(at: place)
    if present != capture {
      guard present.journal == capture.journal, let known,
        known.recipients.contains(present.recipient)
      else { throw .damaged(.captureChanged) }
    }
    do {
      return try Sealing.seal(bytes, to: [X25519Recipient(present.recipient)])
    } catch {
      throw .system(what: "sealing a page", reason: "the cryptography library refused")
    }
  }
}

/// How much waits in a journal that is closed.
package enum Waiting {
  package static func count(at place: JournalPlace) throws(VaultError) -> (pages: Int, drafts: Int)
  {
    let pages = try SystemFile.names(in: place.inbox).count { $0.hasSuffix(".age") }
    let drafts = try SystemFile.names(in: place.drafts).count { $0.hasSuffix(".age") }
    return (pages, drafts)
  }
}
