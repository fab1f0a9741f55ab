internal import Age
internal import AlongsideRuntime
internal import Console
internal import Disk
internal import SSHSigning

/// The signing key that the program made for this person, in `<home>/signing`.
struct OwnPackKey {
  let desk: Desk

  private var folder: String { get throws { "\(try desk.home())/signing" } }
  private var sealedPath: String { get throws { "\(try folder)/packs.age" } }
  private var publicPath: String { get throws { "\(try folder)/packs.pub" } }

  var isThere: Bool { get throws { try FileFacts.isThere(sealedPath) } }

  /// The public half; nil where no key was made.
  func verifyingKey() throws -> VerifyingKey? {
    guard try isThere else { return nil }
    return try PackKey.verifyingKey(InputFile.read(publicPath, limit: 1 << 16))
  }

  /// Makes the key, sealed with words that are asked for or given.
  func make() throws -> VerifyingKey {
    guard try !isThere else {
      throw Failure(
        .failed, "there is a signing key already: \(try sealedPath)",
        hints: ["alongside packs key shows its words"])
    }
    let words = try newWords()
    let files = try PackKey.make(sealedWith: Words.passphrase(words), logN: desk.logN)
    try OutputFile.makeFolders(folder)
    // Without the sealed half there is no key, so it comes last.
    if try FileFacts.isThere(publicPath) { OutputFile.remove(try publicPath) }
    try OutputFile.write(files.publicHalf, to: publicPath)
    try OutputFile.write(files.sealed, to: sealedPath)
    return try PackKey.verifyingKey(files.publicHalf)
  }

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

  /// Opens the key.
  func open() throws -> SigningKey {
    let words = try desk.givenWords() ?? GivenWords(typed: asked())
    let sealed = try InputFile.read(sealedPath, limit: 1 << 16)
    for passphrase in try words.passphrases {
      do {
        return try PackKey.open(sealed, with: passphrase)
      } catch AgeError.noMatch {
        continue
      }
    }
    throw Failure(
      .wrongPassphrase, "these words do not open the signing key",
      hints: ["it has a passphrase of its own, chosen when it was made"])
  }

  private func asked() throws -> [UInt8] {
    guard desk.terminal.isInteractive else { throw Failure.noPassphrase }
    return try desk.askSecret("Passphrase of the signing key:")
  }
}
