internal import Age
internal import AlongsideRuntime
internal import Console
internal import Disk
internal import SSHSigning

/// Makes and opens the person's own signing key, with words that are asked for or given.
struct SigningWords {
  let desk: Desk
  let key: OwnPackKey

  init(_ desk: Desk) throws {
    self.desk = desk
    key = OwnPackKey(home: try desk.homePath())
  }

  func make() throws -> VerifyingKey {
    guard try !key.isThere else {
      throw Failure(
        .failed, "there is a signing key already: \(key.sealedPath)",
        hints: ["alongside packs key shows its words"])
    }
    let words = try newWords()
    return try told { try key.make(sealedWith: Words.passphrase(words), logN: desk.logN) }
  }

  /// The public half; `nil` if no key was made.
  func verifyingKey() throws -> VerifyingKey? { try told(key.verifyingKey) }

  private func newWords() throws -> [UInt8] {
    if let words = try desk.givenWords() { return try words.settable(desk.terminal) }
    guard desk.terminal.isInteractive else {
      throw Failure.usage(
        "a passphrase for the signing key is needed, and there is no terminal to ask it on",
        hints: ["--passphrase-file PATH", "--key PATH signs with an SSH key that you have"])
    }
    desk.terminal.say("A passphrase keeps the signing key: whoever has both can sign as you.")
    desk.terminal.say("Type one, or press Enter to have six easy words made for you.")
    return try NewPassphrase(
      terminal: desk.terminal, leaving: Failure(.interrupted, "no key was made")
    ).ask()
  }

  func open() throws -> SigningKey {
    let words = try desk.givenWords() ?? GivenWords(typed: asked())
    let opened = try told { try key.open(with: words.passphrases) }
    guard let opened else {
      throw Failure(
        .wrongPassphrase, "these words do not open the signing key",
        hints: ["it has a passphrase of its own, chosen when it was made"])
    }
    return opened
  }

  private func asked() throws -> [UInt8] {
    guard desk.terminal.isInteractive else { throw Failure.noPassphrase }
    return try desk.askSecret("Passphrase of the signing key:")
  }

  /// Runs what reads or writes the key's files, and says which of them could not be.
  private func told<T>(_ work: () throws -> T) throws -> T {
    do {
      return try work()
    } catch let trouble as DiskTrouble {
      let isReading = trouble.attempt == .reading
      throw Failure(
        isReading ? .badInput : .failed,
        "the file \(trouble.path) cannot be \(isReading ? "read" : "written"): \(trouble.words)")
    }
  }
}
