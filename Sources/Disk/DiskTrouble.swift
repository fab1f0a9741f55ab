/// Why a file or folder is not as it was asked for: what was tried, where, and the reason.
package struct DiskTrouble: Error, Sendable, Hashable {
  package enum Attempt: String, Sendable, Hashable {
    case reading
    case readingFolder = "reading the folder"
    /// No byte was written: the file could not be begun.
    case making
    case writing
    case writingIn = "writing in"
    case makingFolder = "making the folder"
    case removing, moving, locking, copying
  }

  package enum Reason: Sendable, Hashable {
    /// What the system said: a value of `errno`.
    case system(Int32)
    case notAPlainFile
    case tooLarge
    case endsTooEarly
    /// A file of this name exists, and nothing is written over it.
    case isThere
  }

  package let attempt: Attempt
  package let path: String
  package let reason: Reason

  package init(_ attempt: Attempt, _ path: String, _ reason: Reason) {
    self.attempt = attempt
    self.path = path
    self.reason = reason
  }

  /// What the system has just refused.
  init(_ attempt: Attempt, _ path: String) {
    self.init(attempt, path, .system(errno))
  }

  /// As in "reading /home/ada/x".
  package var what: String {
    "\(attempt == .making ? Attempt.writing.rawValue : attempt.rawValue) \(path)"
  }

  /// The reason: the system's own words where it is the system's.
  package var words: String {
    switch reason {
    case .system(let number): String(cString: strerror(number))
    case .notAPlainFile: "it is not a plain file"
    case .tooLarge: "it is far too large"
    case .endsTooEarly: "it ends too early"
    case .isThere: "it is there already"
    }
  }

  /// The value of `errno`; 0 where the system did not refuse.
  package var number: Int32 { if case .system(let number) = reason { number } else { 0 } }

  /// Whether the disk, or this person's share of it, is full.
  package var isForWantOfRoom: Bool { number == ENOSPC || number == EDQUOT }
}
