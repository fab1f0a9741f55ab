internal import AlongsideRuntime
internal import Console
internal import Vault

/// Ends a reading command: names what could not be read, and offers to clear the screen.
extension Desk {
  /// Names what could not be read.
  func tell(_ damage: [Damage]) {
    guard !damage.isEmpty else { return }
    for damage in damage { terminal.say("alongside: \(damage.words)", as: .warning) }
    terminal.say("hint: alongside verify looks at everything", as: .hint)
  }

  /// Runs what asks a person; where they end it with Ctrl-C, what could not be read is named all the
  /// same.
  func telling(_ damage: [Damage], _ work: () throws -> Void) throws {
    do {
      try work()
    } catch is Interruption {
      tell(damage)
      throw Interruption()
    }
  }

  /// Names what could not be read, after everything that could, and then offers to clear the screen.
  ///
  /// - Throws: `Failure` with 13 where something could not be read; `Interruption`.
  func end(with damage: [Damage], offering: Bool = false) throws {
    tell(damage)
    if offering { try offerToClear() }
    if !damage.isEmpty { throw Failure.silent(.damaged) }
  }

  /// On a terminal that can: wipes what was just on it, if the person likes.
  ///
  /// Not in an open journal, where the word `clear` does it at any time, and not where what was read
  /// went into a file or another program.
  func offerToClear() throws {
    guard unlocked == nil, terminal.isInteractive, terminal.dataIsTerminal, terminal.canClear else {
      return
    }
    if try terminal.confirm("Clear the screen?", otherwise: false) == true {
      terminal.clearScreen(andScrollback: true)
    }
  }

  /// Asks whether to go on with a long list; a file or another program gets all of it.
  func wantsMore(shown: Int, of count: Int) throws -> Bool {
    guard terminal.dataIsTerminal else { return true }
    return try terminal.confirm(
      "\(shown) of \(count). Earlier ones?", yes: "more", no: "stop", otherwise: true) == true
  }
}
