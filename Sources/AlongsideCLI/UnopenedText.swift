internal import Console
internal import Vault

extension Unopened.Reason {
  /// Why a file did not open, in words for a screen.
  var words: String {
    switch self {
    case .foreign: "sealed to someone else"
    case .notAFile: "not a plain file of a page's size"
    case .garbage: "damaged, or not made by Alongside"
    case .damaged: "sealed to this journal, and damaged since"
    case .oddName: "not from Alongside, and it stays where it is"
    case .unreadable(let reason): "cannot be read: \(reason)"
    }
  }
}

extension Unopened {
  /// Where it is in the journal's folder, and why it did not open.
  var words: String { "\(path): \(reason.words)" }
}

extension [Unopened] {
  /// The code for a command that counts on every one of these: 1 if the system kept them all from being
  /// read, 13 if one is damaged.
  var code: Failure.Code { allSatisfy(\.isUnread) ? .failed : .damaged }
}
