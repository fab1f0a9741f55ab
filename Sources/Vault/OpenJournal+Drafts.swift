internal import Age
internal import Disk

/// The drafts in a journal's folder, opened as far as they open.
package struct Drafts: Sendable {
  /// Those that no other process is asking right now, newest first, each held.
  package private(set) var free: [(hold: DraftHold, draft: Draft)] = []
  /// Every draft as it was last saved, where they were only read.
  private(set) var read: [Draft] = []
  /// The files that should hold a draft and do not open.
  package private(set) var unopened: [Unopened] = []

  /// Opens every draft, those that are being asked right now too.
  init(readBy keys: borrowing PresentKeys) {
    for name in names(in: keys.place) {
      if let draft = draft(in: name, keys) { read.append(draft) }
    }
  }

  /// Opens the drafts that no other process is asking right now, and holds them.
  init(heldBy keys: borrowing PresentKeys) {
    for name in names(in: keys.place) {
      do {
        guard let interview = Self.interview(in: name) else {
          unopened.append(Unopened(path: "drafts/\(name)", reason: .garbage))
          continue
        }
        guard let hold = try DraftHold(interview, at: keys.place) else { continue }
        if let draft = draft(in: name, keys) { free.append((hold, draft)) }
      } catch {
        unopened.append(Unopened(path: "drafts/\(name)", reason: .unreadable(error.reason)))
      }
    }
    free.sort { $0.draft.saved > $1.draft.saved }
  }

  private mutating func names(in place: JournalPlace) -> [String] {
    do throws(VaultError) {
      try SystemFile.checkFolder(place.drafts)
      return try SystemFile.names(in: place.drafts).filter { $0.hasSuffix(".age") }
    } catch {
      unopened.append(Unopened(path: "drafts", reason: .unreadable(error.reason)))
      return []
    }
  }

  /// A draft's file is called after its interview.
  private static func interview(in name: String) -> ItemID? { ItemID(String(name.dropLast(4))) }

  private mutating func draft(in name: String, _ keys: borrowing PresentKeys) -> Draft? {
    let interview = Self.interview(in: name)
    let judgement = keys.judge("drafts/\(name)") { bytes in
      Draft(reading: bytes).flatMap { $0.interview == interview ? $0 : nil }
    }
    switch judgement {
    case .opened(let draft): return draft
    case .unopened(let reason):
      unopened.append(Unopened(path: "drafts/\(name)", reason: reason))
      return nil
    case .gone: return nil
    }
  }
}

extension OpenJournal {
  /// The drafts that no other process is asking right now, and the files that do not open.
  package func drafts() throws -> Drafts { try withPresentKeys { Drafts(heldBy: $0) } }

  /// Everything among pages and drafts that did not open, wherever it is.
  ///
  /// What is in `inbox/aside` was told before; whoever counts on all words being here wants it again.
  package func unopened() throws -> [Unopened] {
    try withPresentKeys { keys in
      let inbox = Inbox(keys)
      return inbox.unopened + inbox.aside + Drafts(readBy: keys).unopened
    }
  }

  /// Seals drafts that came from elsewhere and are not here.
  ///
  /// - Parameter dryRun: only counts them.
  /// - Returns: how many there were.
  func add(_ drafts: [Draft], dryRun: Bool) throws -> Int {
    try withPresentKeys { keys in
      var count = 0
      for draft in drafts where try !SystemFile.isThere("\(place.drafts)/\(draft.interview).age") {
        guard !dryRun else {
          count += 1
          continue
        }
        guard let hold = try DraftHold(draft.interview, at: place) else { continue }
        try SystemFile.write(
          Sealing.seal(draft.bytes, to: [keys.captures[0].recipient]), to: hold.name,
          in: place.drafts)
        count += 1
      }
      return count
    }
  }
}
