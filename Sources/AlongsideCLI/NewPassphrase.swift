internal import AlongsideRuntime
internal import Console

/// Asks for a new passphrase: words of the person's own, or six that are made for them.
struct NewPassphrase {
  let terminal: Terminal
  /// What is said when the person leaves instead.
  let leaving: Failure

  private static let offer = "Enter makes six easy words for you."

  func ask() throws -> [UInt8] {
    var isWarned = false
    while true {
      let words = try typed("New passphrase:")
      if words.isEmpty { return try made() }
      if let objection = NewWordsRule.objection(to: words) {
        terminal.say("\(objection) \(Self.offer)")
        continue
      }
      if !isWarned, FirstGuesses.holds(words) {
        isWarned = true
        terminal.say("\(NewWordsRule.firstGuess) Enter chooses anew.", as: .warning)
      }
      let again = try typed("Once more:")
      if again == words { return words }
      let why = again.isEmpty ? "" : "Those two were not the same. "
      terminal.say("\(why)Let us begin again. \(Self.offer)")
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
