internal import Disk

/// An interview that is not finished, as the vault keeps it.
///
/// Inside its age file stand one line, `alongside-draft/1 INTERVIEW SAVED LENGTH`, the payload, and
/// spaces. The file is called after the interview, so that the finished entry can name it.
package struct Draft: Sendable, Hashable {
  /// The id of the interview.
  package var interview: ItemID
  /// When it was last saved.
  ///
  /// Milliseconds since 1970 in UTC.
  package var saved: Int64
  package var payload: [UInt8]

  package init(interview: ItemID, saved: Int64, payload: [UInt8]) {
    self.interview = interview
    self.saved = saved
    self.payload = payload
  }

  var bytes: [UInt8] { Page.framed("alongside-draft/1 \(interview) \(saved)", payload) }

  init?(reading bytes: [UInt8]) {
    guard let (words, payload) = Page.unframed(bytes), words.count == 3,
      words[0] == "alongside-draft/1", let id = ItemID(words[1]), let saved = Int64(words[2])
    else { return nil }
    self.init(interview: id, saved: saved, payload: payload)
  }
}

/// The place of one unfinished interview, held while its questions are asked.
///
/// Nobody else takes the draft up, drops it or re-seals it while this lives.
package final class DraftHold: Sendable {
  package let interview: ItemID
  private let place: JournalPlace
  private let lock: FileLock

  /// Holds the draft of `interview`, or nil when another process does.
  init?(_ interview: ItemID, at place: JournalPlace) throws(VaultError) {
    let path = "\(place.drafts)/\(interview).lock"
    guard let lock = try SystemFile.lock(path, .exclusive, tries: 1) else { return nil }
    self.interview = interview
    self.place = place
    self.lock = lock
  }

  var name: String { "\(interview).age" }

  /// Whether a process holds the draft whose lock is at `path`, or that cannot be told.
  static func isHeld(_ path: String) -> Bool {
    (try? FileLock(path, .exclusive, waiting: false, making: false)) == nil
  }

  /// Removes the draft: it was finished, or let go.
  package func drop() throws(VaultError) {
    try SystemFile.remove("\(place.drafts)/\(name)")
    try SystemFile.remove("\(place.drafts)/\(interview).lock")
    try SystemFile.sync(folder: place.drafts)
  }
}
