internal import AlongsideRuntime
internal import ArgumentParser
internal import Console
internal import PackFormat
internal import Packs
internal import Practice

extension PacksCommand {
  /// `alongside packs list`: the packs there are.
  struct ListAll: ContextCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "List the packs that are here, and those offered to you")

    @OptionGroup var global: GlobalOptions
    @Flag(help: "Print as JSON.") var json = false

    func run(_ desk: Desk) throws {
      let policies = desk.home.policies()
      let bundled = desk.home.programShelf().packs.map { PackLine($0) }
      let installed: [PackInUse]
      let findings: [Finding]
      let names: PackLock
      do {
        (installed, findings) = try desk.installed().packs(under: policies)
        names = try desk.installed().lock()
      } catch {
        // What came with the program is there, whatever became of the others.
        try print(bundled, desk)
        throw error
      }
      let lines =
        bundled + installed.map { PackLine($0, names, policies, today: desk.today) }
      for finding in findings { desk.terminal.say(finding.sentence, as: .warning) }
      if findings.isEmpty, let trouble = policies.trouble {
        desk.terminal.say("\(trouble.message) \(trouble.hint.line)", as: .warning)
      }
      try print(lines, desk)
      if json { return }
      for line in lines where line.expired {
        desk.terminal.say(
          "\(line.id) was meant to be used until \(line.expires ?? ""); ask for a newer one.",
          as: .quiet)
      }
      let offers = policies.offers.filter { offer in
        !installed.contains { $0.installed.id == offer.pack }
      }
      for offer in offers {
        desk.terminal.say(
          "Your organisation offers \(offer.pack)" + (offer.because.map { ": \($0)" } ?? "."))
        desk.terminal.say("alongside packs install \(ShellWord.quoted(offer.file))", as: .hint)
      }
    }

    private func print(_ lines: [PackLine], _ desk: Desk) throws {
      if json { return try desk.print(json: lines) }
      for line in lines { desk.terminal.out(line.text) }
    }
  }

  /// `alongside packs rollback`: the version before.
  struct Rollback: ContextCommand {
    static let configuration = CommandConfiguration(
      abstract: "Go back to the version of a pack that you had before")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The id of the pack.") var id: String
    @Option(help: ArgumentHelp("Which revision; else the one used last.", valueName: "n"))
    var to: Int?

    func run(_ desk: Desk) throws {
      let version = try desk.installed().rollback(
        id, toRevision: to, beside: desk.home.packsInUse())
      desk.terminal.say(
        "\(id) is \(version.version) again, revision \(version.revision). The other is kept: "
          + "the same command goes forward again.")
    }
  }

  /// `alongside packs remove`: takes a pack away.
  struct Remove: ContextCommand {
    static let configuration = CommandConfiguration(
      abstract: "Take a pack away; what you wrote with it keeps its questions")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The id of the pack.") var id: String
    @Flag(help: "Do not ask first.") var yes = false

    func run(_ desk: Desk) throws {
      let isInstalled = try desk.installed().lock()[id] != nil
      guard isInstalled || !desk.home.takenIDs().contains(id) else {
        throw Failure(
          .refused, "\(id) came with Alongside and stays",
          hints: ["alongside prompts off \(id) leaves it out of what you see"])
      }
      if !yes, !desk.terminal.isInteractive {
        throw Failure.usage(
          "this takes \(id) away, with all its versions", hints: ["--yes says go on"])
      }
      if !yes, isInstalled {
        guard
          try desk.terminal.confirm("Take \(id) away, with all its versions?", otherwise: false)
            == true
        else { return desk.terminal.say("It stays.") }
      }
      let pack = try desk.installed().remove(id)
      desk.terminal.say(
        "\(id) is gone. To have it again: alongside packs install \(ShellWord.quoted(pack.active.source))"
      )
    }
  }
}

/// A pack in a list.
struct PackLine: Encodable {
  let id: String
  let name: String
  let version: String
  let revision: Int
  let from: String
  let h1: String?
  let signer: String?
  let signedBy: String?
  let installed: String?
  let expires: String?
  let expired: Bool
  /// False for a pack that is installed and cannot be used just now.
  let usable: Bool

  private enum CodingKeys: String, CodingKey {
    case id, name, version, revision, from, h1, signer, installed, expires, expired, usable
    case signedBy = "signed_by"
  }

  /// A pack that came with the program.
  init(_ pack: Pack) {
    let manifest = pack.manifest
    (id, name, version, revision) = (
      manifest.id, manifest.name, manifest.version, manifest.revision
    )
    from = "program"
    (h1, signer, signedBy, installed, expires) = (nil, nil, nil, nil, nil)
    (expired, usable) = (false, true)
  }

  init(_ pack: PackInUse, _ lock: PackLock, _ policies: Policies, today: Day) {
    let version = pack.installed.active
    let manifest = pack.folder.pack?.manifest
    id = pack.installed.id
    name = manifest?.name ?? pack.installed.id
    self.version = version.version
    revision = version.revision
    from = version.source
    h1 = version.h1
    signer = version.signer?.fingerprint
    signedBy = version.signer.flatMap { signer in
      lock.signer(signer.fingerprint)?.name
        ?? policies.acceptedName(of: signer.line, for: pack.installed.id)
    }
    installed = "\(version.installed)"
    expires = manifest?.expires.map { "\($0)" }
    expired = manifest?.expires.map { $0 < today } ?? false
    usable = manifest != nil
  }

  var text: String {
    let who =
      from == "program"
      ? "came with Alongside"
      : signer == nil ? "nobody signed it" : "signed by \(signedBy ?? signer ?? "")"
    return "\(id)  \(version)  \(name)  [\(who)]" + (usable ? "" : "  [cannot be used now]")
  }
}
