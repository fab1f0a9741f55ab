internal import AlongsideRuntime
internal import ArgumentParser
internal import Console
internal import PackFormat
internal import Packs
internal import Practice
internal import SSHSigning

extension PacksCommand {
  /// `alongside packs verify`: whether a pack is whole, and who signed it.
  struct Verify: ContextCommand {
    static let configuration = CommandConfiguration(
      abstract: "See whether a pack is whole, and who signed it",
      discussion: """
        Ends with 0 when everything is as it was signed, by a key that is known here or is in the \
        file of --allowed-signers; with 77 when nobody signed it, or someone not known.
        """)

    @OptionGroup var global: GlobalOptions
    @Argument(help: "A built pack, or the folder of one.", completion: .file()) var pack: String
    @Option(
      help: ArgumentHelp(
        "Accept the keys of this file, which is in OpenSSH's form.", valueName: "file"),
      completion: .file())
    var allowedSigners: String?
    @Flag(help: "Print as JSON.") var json = false

    func run(_ desk: Desk) throws {
      let offer = try desk.offer(at: pack)
      if let trouble = offer.trouble { throw trouble }
      let report = try Report(offer, signer: try name(of: offer, desk))
      if json { try desk.print(json: report) } else { say(report, offer, desk.terminal) }
      guard report.known == nil else { return }
      if json { throw Failure.silent(.refused) }
      throw offer.signer == nil
        ? Failure(
          .refused, "nobody signed it",
          hints: ["alongside packs sign \(ShellWord.quoted(pack)) signs it as yours"])
        : Failure(
          .refused, "whoever signed it is not known here",
          hints: ["compare the words with them; alongside packs install asks for that"])
    }

    /// What is checked, and what came of it.
    struct Report: Encodable {
      let id: String
      let version: String
      let revision: Int
      let h1: String
      let files: Int
      let signer: String?
      let words: String?
      /// The name by which the signer is known; null for one who is not.
      let known: String?

      init(_ offer: OfferedPack, signer name: String?) throws {
        guard let manifest = offer.manifest, let h1 = offer.h1 else {
          throw Failure(.badInput, "\(offer.name) has no pack.yaml that names it")
        }
        (id, version, revision) = (manifest.id, manifest.version, manifest.revision)
        self.h1 = h1
        files = offer.files.content.count
        signer = offer.signer?.fingerprint
        words = offer.signer.map(KeyWords.words)
        known = name
      }
    }

    private func name(of offer: OfferedPack, _ desk: Desk) throws -> String? {
      guard let key = offer.signer else { return nil }
      if let allowedSigners { return try allowed(key, allowedSigners, desk) }
      if let id = offer.id,
        let name = try desk.home.policies().acceptedName(of: key, for: id, on: desk.today)
      {
        return name
      }
      if let known = try desk.installed().lock().signer(key.fingerprint) { return known.name }
      return try? OwnPackKey(home: desk.homePath()).verifyingKey() == key ? "you" : nil
    }

    private func allowed(_ key: VerifyingKey, _ path: String, _ desk: Desk) throws -> String? {
      let text = try InputFile.read(desk.wholePath(path), limit: AllowedSigners.sizeLimit)
      let signers = AllowedSigners(reading: text)
      for problem in signers.problems {
        desk.terminal.say("\(path):\(problem.line): \(problem.error)", as: .warning)
      }
      let seconds = desk.context.clock.now().utcMilliseconds / 1000
      switch signers.standing(of: key, namespace: .pack, at: seconds) {
      case .accepted(let names): return names.joined(separator: ", ")
      case .notYet: throw refused("the key may sign only from a later day on", path)
      case .expired: throw refused("the time of this key is over", path)
      case .wrongNamespace: throw refused("the key may not sign packs", path)
      case .unknown: return nil
      }
    }

    private func refused(_ what: String, _ path: String) -> Failure {
      Failure(.refused, "\(what), says \(path)", hints: ["ask whoever signed it for a newer file"])
    }

    private func say(_ report: Report, _ offer: OfferedPack, _ terminal: Terminal) {
      terminal.say(
        "\(report.id) \(report.version), revision \(report.revision): whole, \(report.files) files."
      )
      terminal.say("h1:\(report.h1)", as: .quiet)
      guard let key = offer.signer else { return }
      terminal.say(report.known.map { "Signed by \($0):" } ?? "Signed with the key of these words:")
      SignerText.say(key, terminal)
    }
  }
}
