internal import Vault

extension Damage {
  /// What is broken, in words for a screen.
  var words: String {
    switch self {
    case .database(let reason): "the file journal.db cannot be read (\(reason))"
    case .part("slot.passphrase"): "what your passphrase unlocks cannot be read"
    case .part("slot.recovery"): "what your recovery words unlock cannot be read"
    case .part("ledger"): "the list of what was erased cannot be read"
    case .part("root"): "the list of entries cannot be read"
    case .part: "the journal's own key cannot be read"
    case .leaf(let rows): "the part of the list that names \(rows) entries cannot be read"
    case .entry(let id): "the entry \(id) cannot be read"
    case .missing(let id): "the entry \(id) is gone"
    case .unlisted(let count): "\(count) stored entries are not in the list"
    case .history(let sequence): "the trace of change \(sequence) is gone"
    case .captureFile, .captureChanged: "the file that says who can read new pages is not as it was"
    }
  }
}

extension Failure {
  /// Why there is nothing to open in a folder.
  init(noJournalIn folder: String) {
    let parts = folder.split(separator: "/")
    let above = "/" + parts.dropLast().joined(separator: "/")
    let home = "/" + parts.dropLast(2).joined(separator: "/")
    let name = parts.last.map(String.init) ?? ""
    let place = JournalPlace(home: home, name: name, state: home)
    guard !place.isGutted else {
      self.init(
        .damaged, "the main file of the journal in \(folder) is gone; the rest of it is here",
        hints: [
          "a backup brings it back, and takes along the pages that wait here: alongside restore FILE",
          "nothing here should be deleted, and no new journal made in its place",
        ])
      return
    }
    let others = JournalPlace.names(home: home)
    self.init(
      .noJournal, "there is no journal in \(folder)",
      hints: others.isEmpty
        ? ["alongside init"]
        : [
          "in \(above) there is: \(others.joined(separator: ", "))",
          "alongside init makes a new one",
        ])
  }
}

extension Damage {
  /// A part that is kept twice, in words for a screen.
  static func partWords(_ name: String) -> String {
    switch name {
    case "slot.passphrase": "what your passphrase unlocks"
    case "slot.recovery": "what your recovery words unlock"
    case "root": "the list of entries"
    case "ledger": "the list of what was erased"
    case "capture": "what opens new pages"
    default: "the journal's own key"
    }
  }
}
