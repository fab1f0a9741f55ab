internal import AlongsideRuntime
internal import Console
internal import Practice
internal import Vault

/// Looking for identifiers before something leaves: offered, never required.
struct IdentifierOffer {
  let desk: Desk

  /// Offers to look, and where something is found, to change it.
  ///
  /// - Parameter entries: what is about to leave; nil for everything.
  func make(_ reader: Reader, _ entries: [Entry]? = nil, before what: String) throws {
    guard
      try desk.terminal.confirm(
        "Look for passages that could point to a person before \(what)?", otherwise: false) == true
    else { return }
    // Changes go through the journal that is open already, so that nothing is asked twice.
    var desk = desk
    if desk.unlocked == nil { desk.unlocked = Unlocked(reader) }
    let entries = try entries ?? reader.everything().found
    let findings = try CheckScreen(desk: desk).found(in: entries, reader)
    guard !findings.isEmpty else { return desk.terminal.say(CheckScreen.nothingFound) }
    try CheckScreen(desk: desk).walk(findings, reader)
  }
}
