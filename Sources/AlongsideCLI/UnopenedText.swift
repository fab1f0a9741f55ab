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

extension Desk {
  /// Names what was just moved to `inbox/aside`.
  func say(aside files: [Unopened]) {
    let (damaged, strange) = (files.filter(\.mayBeOurs), files.filter { !$0.mayBeOurs })
    say(strange, below: "These files are no pages of this journal and were put aside:")
    say(damaged, below: "These pages are damaged and were put aside, in inbox/aside:")
  }

  /// Names what did not open and stays where it is.
  func say(unopened files: [Unopened]) {
    guard !files.isEmpty else { return }
    terminal.say("These files did not open; they stay where they are:", as: .warning)
    for file in files { terminal.say("- \(file.words)", as: .warning) }
  }

  private func say(_ files: [Unopened], below heading: String) {
    guard !files.isEmpty else { return }
    terminal.say(heading, as: .warning)
    for file in files { terminal.say("- \(file.name): \(file.reason.words)", as: .warning) }
  }
}
