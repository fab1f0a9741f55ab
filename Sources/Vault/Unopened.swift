internal import Disk

/// A file among a journal's pages or drafts that did not open, and why.
package struct Unopened: Sendable, Hashable {
  package enum Reason: Sendable, Hashable {
    /// Sealed to a key that this journal does not have, or to a passphrase.
    case foreign
    /// A link, a folder or a device, or more bytes than a page can have.
    case notAFile
    /// Not made by this program, or damaged so far that it cannot be told whose it is.
    case garbage
    /// Sealed to a key of this journal, and changed or cut short since.
    case damaged
    /// Its name is not UTF-8, so it stays where it is.
    case oddName
    /// The system refused to read it, in the system's words: nothing is known about the file.
    case unreadable(String)
  }

  /// Where it is inside the journal's folder: `inbox/NAME`, `inbox/aside/NAME` or `drafts/NAME`.
  package var path: String
  package var reason: Reason

  package init(path: String, reason: Reason) {
    self.path = path
    self.reason = reason
  }

  package var name: String { path.lastPart }

  /// Whether the file may hold words of this journal: it was sealed to it, or could not be read.
  package var mayBeOurs: Bool { reason == .damaged || isUnread }

  /// Whether the file is left where it is: only what is proven to be a stranger may be moved.
  var stays: Bool { isUnread || reason == .oddName }

  /// Whether nothing at all was proven about the file.
  package var isUnread: Bool {
    if case .unreadable = reason { true } else { false }
  }
}

/// What a sealed file turned out to be.
enum Judgement<Content> {
  case opened(Content)
  case unopened(Unopened.Reason)
  /// Another process took it in or removed it in between.
  case gone
}
