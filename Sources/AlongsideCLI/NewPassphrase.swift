internal import AlongsideRuntime
internal import Console

/// Asks for a new passphrase: words of the person's own, or six that are made for them.
struct NewPassphrase {
  let terminal: Terminal
  /// What is said when the person leaves instead.
  let leaving: Failure

  private static let fewestBytes = 8

  func ask() throws -> [UInt8] {
    let words = try typed("New passphrase:")
    return try words.isEmpty ? made() : own(words)
  }

  /// Words of the person's own, typed twice.
  private func own(_ first: [UInt8]) throws -> [UInt8] {
    var words = first
    while true {
      guard words.count >= Self.fewestBytes else {
        terminal.say(
          "That is easy to guess. Eight letters or more, please; several words are best.")
        words = try typed("New passphrase:")
        continue
      }
      if try typed("Once more:") == words { return words }
      terminal.say("Those two were not the same. Let us begin again.")
      words = try typed("New passphrase:")
    }
  }

  /// Words made for the person, typed once so that they are surely written down.
  private func made() throws -> [UInt8] {
    let words = Words.generate(Words.passphraseCount)
    terminal.say("Your passphrase is these six words. Please write them down:")
    terminal.say("    \(words)", as: .heading)
    let right = Array(words.utf8)
    while try Words.listed(typed("Type them here once:"), count: Words.passphraseCount) != right {
      terminal.say("Not quite. The words are: \(words)")
    }
    terminal.clearScreen(andScrollback: true)
    return right
  }

  private func typed(_ question: String) throws -> [UInt8] {
    switch terminal.askSecret(question) {
    case .secret(let words): return words
    case .end, .interrupted: throw leaving
    }
  }
}
