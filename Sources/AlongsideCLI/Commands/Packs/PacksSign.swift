internal import AlongsideRuntime
internal import ArgumentParser
internal import Console
internal import Disk
internal import PackFormat
internal import Packs
internal import SSHSigning

extension PacksCommand {
  /// `alongside packs sign`: says who stands behind a pack.
  struct Sign: ContextCommand {
    static let configuration = CommandConfiguration(
      abstract: "Sign a pack, so that others can see who made it",
      discussion: """
        With --key an SSH key signs that you have already (Ed25519; ssh-keygen asks for its \
        passphrase). Without it, a key that Alongside makes the first time and keeps sealed in your \
        home; alongside packs key shows it as eight short words, for others to compare. A folder is \
        built first.
        """)

    @OptionGroup var global: GlobalOptions
    @Argument(help: "A built pack, or the folder of one.", completion: .file()) var pack: String
    @Option(
      help: ArgumentHelp("Sign with this SSH key.", valueName: "path"), completion: .file())
    var key: String?
    @Option(
      help: ArgumentHelp("Write the signed file here; else in its place.", valueName: "file"),
      completion: .file())
    var to: String?
    @Flag(help: "Print what was signed as JSON.") var json = false

    func run(_ desk: Desk) throws {
      let (offer, path) = try whatToSign(desk)
      guard let manifest = offer.manifest else { throw offer.trouble ?? Self.noManifest(pack) }
      let text = try PackArchive.textToSign(offer)
      let signed = try PackArchive.signed(offer, with: try signature(over: text, desk))
      let made = try OfferedPack(archive: signed.bytes, name: path)
      guard let signer = made.signer else { throw Failure(.failed, "\(path) was not signed") }
      try Build.put(signed.bytes, at: path, of: manifest.id)
      if json {
        return try desk.print(
          json: BuiltPack(manifest, signed, path, signer: signer.fingerprint))
      }
      desk.terminal.say("Signed with the key that others know by these words:")
      SignerText.say(signer, desk.terminal)
      desk.terminal.say(
        "Send the file, and let people hear or read the words from you in another way.",
        as: .quiet)
      desk.terminal.out(path)
    }

    /// The built pack, and where its signed file goes.
    private func whatToSign(_ desk: Desk) throws -> (OfferedPack, path: String) {
      guard InputFile.isFolder(try desk.wholePath(pack)) else {
        return (try desk.offer(at: pack), try desk.wholePath(to ?? pack))
      }
      let source = try PackSource(pack, desk)
      let built = try PackArchive.build(source.files)
      let offer = try OfferedPack(archive: built.bytes, name: source.fileName)
      return (offer, try desk.wholePath(to ?? source.fileName))
    }

    private static func noManifest(_ pack: String) -> Failure {
      Failure(.badInput, "\(pack) has no pack.yaml that names it")
    }

    private func signature(over text: [UInt8], _ desk: Desk) throws -> [UInt8] {
      if let key { return try bySSH(text, try desk.wholePath(key), desk) }
      let own = try SigningWords(desk)
      if try !own.key.isThere {
        _ = try own.make()
        desk.terminal.say("There was no signing key yet, so one was made.")
        guard try desk.givenWords() == nil || global.passphraseFd == nil else {
          throw Failure.usage("the key is made", hints: ["run the same command again to sign"])
        }
      }
      return try own.open().sign(text, namespace: .pack).armored
    }

    private static let withoutKey = "alongside packs sign without --key makes a key of its own"

    private func bySSH(_ text: [UInt8], _ key: String, _ desk: Desk) throws -> [UInt8] {
      guard try FileFacts.isThere(key) else {
        throw Failure(
          .failed, "there is no key \(key)",
          hints: ["an SSH key often lies in ~/.ssh/id_ed25519"])
      }
      let words = String(decoding: text, as: UTF8.self)
      let folders = desk.context.memory
      do {
        let signature = try Waiting.result(of: {
          try await SSHKeygen.sign(
            words, key: key, namespace: SignatureNamespace.pack.rawValue, folders: folders)
        })
        try SSHSignature(armored: signature).verify(text, namespace: .pack)
        return signature
      } catch let problem as SSHKeygen.Problem {
        throw Failure(.failed, "\(problem)", hints: [Self.withoutKey])
      } catch let problem as SigningError {
        throw Failure(
          .failed, "the key \(key) cannot sign packs: \(problem)", hints: [Self.withoutKey])
      }
    }
  }

  /// `alongside packs key`: one's own signing key, as others compare it.
  struct Key: ContextCommand {
    static let configuration = CommandConfiguration(
      abstract: "Show the key that you sign packs with, as words to compare")

    @OptionGroup var global: GlobalOptions
    @Flag(help: "Make one, where there is none.") var new = false
    @Flag(help: "Print as JSON.") var json = false

    func run(_ desk: Desk) throws {
      let own = try SigningWords(desk)
      let found = new ? try own.make() : try own.verifyingKey()
      guard let key = found else {
        throw Failure(
          .failed, "there is no signing key yet", hints: ["alongside packs key --new makes one"])
      }
      if json {
        return try desk.print(
          json: [
            "fingerprint": key.fingerprint, "key": key.line, "words": KeyWords.words(of: key),
          ])
      }
      desk.terminal.say("Your packs are signed with the key of these words:")
      SignerText.say(key, desk.terminal)
      desk.terminal.out(key.line)
    }
  }
}
