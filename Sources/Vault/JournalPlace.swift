internal import Disk

/// Where one journal lies, and where this machine keeps what it knows about it.
package struct JournalPlace: Sendable, Hashable {
  /// The journal's name among those of this account.
  package var name: String
  /// `<home>/journals/<name>`.
  package var folder: String
  /// `<state>/alongside`: outside the journal, so that a copy put back in its place is noticed.
  package var state: String
  /// Memory-backed folders, best first, for reading a journal whose folder cannot be written.
  package var memory: [String]

  package init(home: String, name: String, state: String, memory: [String] = []) {
    self.name = name
    folder = "\(home)/journals/\(name)"
    self.state = "\(state)/alongside"
    self.memory = memory
  }

  /// A journal in a folder that is not below a home: a backup that was just unpacked.
  init(folder: String, name: String, state: String, memory: [String]) {
    self.name = name
    self.folder = folder
    self.state = state
    self.memory = memory
  }

  var database: String { "\(folder)/journal.db" }
  var hotJournal: String { "\(folder)/journal.db-journal" }
  var capture: String { "\(folder)/capture" }
  var inbox: String { "\(folder)/inbox" }
  var aside: String { "\(folder)/inbox/aside" }
  var drafts: String { "\(folder)/drafts" }
  /// The mark of a journal whose file is to be put together anew, because something was erased.
  var untidy: String { "\(folder)/untidy" }
  /// Room for the last draft, see `Reserve`.
  var reserve: String { "\(folder)/reserve" }
  var lock: String { "\(folder)/lock" }

  /// What this machine keeps about a journal, by the journal's id.
  func state(of journal: JournalID) -> String { "\(state)/\(journal)" }

  /// Whether a journal is here.
  package var exists: Bool { FileFacts.mayBeThere(database) }
  /// Whether the folder of a journal is here without its main file.
  package var isGutted: Bool { !exists && FileFacts.mayBeThere(capture) }
  /// Whether the journal's folder can be written.
  package var canWrite: Bool { Folders.canWrite(folder) }

  /// The names of the journals below `home`, sorted.
  package static func names(home: String) -> [String] {
    let folder = "\(home)/journals"
    let names = (try? SystemFile.names(in: folder)) ?? []
    return names.filter { !$0.hasPrefix(".") && FileFacts.mayBeThere("\(folder)/\($0)/journal.db") }
  }

  /// Whether a journal may be called this: it becomes the name of a folder.
  package static func isName(_ name: String) -> Bool {
    (1...40).contains(name.utf8.count) && !name.hasPrefix("-")
      && name.utf8.allSatisfy { byte in
        (97...122).contains(byte) || (48...57).contains(byte) || byte == UInt8(ascii: "-")
      }
  }
}
