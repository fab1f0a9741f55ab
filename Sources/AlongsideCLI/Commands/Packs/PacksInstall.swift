internal import AlongsideRuntime
internal import ArgumentParser
internal import Console
internal import Disk
internal import Packs

extension PacksCommand {
  /// `alongside packs install`: takes a pack in.
  struct Install: ContextCommand {
    static let configuration = CommandConfiguration(
      abstract: "Install a pack that someone gave you",
      discussion: """
        It shows who signed the pack and what it changes, and asks. A key that was not seen here \
        before is compared with the signer first, by words; without a terminal nothing is asked, and \
        --signer names the one you compared. alongside packs rollback goes back.
        """)

    @OptionGroup var global: GlobalOptions
    @OptionGroup var acceptance: AcceptanceOptions
    @Argument(help: "The file.", completion: .file()) var file: String
    @Flag(help: "Print what was installed as JSON.") var json = false

    func run(_ desk: Desk) throws {
      let line = try acceptance.finish(acceptance.installing(file, desk).run(), desk)
      if json { try desk.print(json: line) }
    }
  }

  /// `alongside packs update`: newer versions of what is installed.
  struct Update: ContextCommand {
    static let configuration = CommandConfiguration(
      abstract: "Put a newer version in the place of an installed pack",
      discussion: """
        With a file, that one. With a pack's id, or none, each pack is looked for where it came from \
        the last time. When an update fails, the version you have stays.
        """)

    @OptionGroup var global: GlobalOptions
    @OptionGroup var acceptance: AcceptanceOptions
    @Argument(help: "A file, or the id of a pack.", completion: .file()) var pack: String?
    @Flag(help: "Print what was installed as JSON.") var json = false

    func run(_ desk: Desk) throws {
      let lock = try desk.installed().lock()
      if let pack, lock[pack] == nil {
        let line = try update(pack, desk)
        return json ? try desk.print(json: [line]) : ()
      }
      let packs = lock.packs.filter { pack == nil || $0.id == pack }
      if packs.isEmpty { desk.terminal.say("No pack is installed.") }
      var failure: Failure?
      var lines: [InstalledLine] = []
      for one in packs {
        do {
          guard try FileFacts.isThere(one.active.source) else {
            desk.terminal.say("\(one.id): nothing lies at \(one.active.source) any more.")
            continue
          }
          lines.append(try update(one.active.source, desk, of: one.id))
        } catch {
          let found = Failure(error)
          guard packs.count > 1 else { throw found }
          desk.terminal.say("\(one.id): \(found.message)", as: .warning)
          failure = failure ?? found
        }
      }
      if json { try desk.print(json: lines) }
      if let failure { throw Failure.silent(failure.code) }
    }

    private func update(
      _ file: String, _ desk: Desk, of id: String? = nil
    ) throws -> InstalledLine {
      var installing = acceptance.installing(file, desk)
      installing.expected = id
      return try acceptance.finish(installing.run(isUpdate: true), desk)
    }
  }
}

/// What a person says beforehand to a pack that they install.
struct AcceptanceOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The signer whom you compared: the eight words, or SHA256:...", valueName: "words"))
  var signer: String?
  @Option(help: ArgumentHelp("What you call the signer.", valueName: "name"))
  var signerName: String?
  @Flag(help: "Take a pack that nobody signed.") var unsigned = false
  @Flag(help: "Do not ask: go on, also where less care is taken.") var yes = false

  func installing(_ file: String, _ desk: Desk) -> Installing {
    Installing(
      desk: desk, name: file, signer: signer, signerName: signerName, acceptsUnsigned: unsigned,
      asksNothing: yes)
  }

  /// Where to find what a pack brings: its questions, or its places to turn to.
  private func wayIn(to id: String, _ desk: Desk) -> [String] {
    guard let pack = desk.home.library().shelf.packs.first(where: { $0.id == id }) else {
      return []
    }
    if !pack.prompts.isEmpty { return ["alongside prompts list shows its questions."] }
    return pack.signposts.isEmpty ? [] : ["alongside help-now --all shows its places."]
  }

  /// Says what was done.
  func finish(_ done: (id: String, Installation), _ desk: Desk) throws -> InstalledLine {
    switch done.1 {
    case .installed(let version):
      desk.terminal.say((["Installed."] + wayIn(to: done.id, desk)).joined(separator: " "))
      return InstalledLine(done.id, version, before: nil)
    case .updated(let version, let before):
      desk.terminal.say("Installed in the place of \(before.version), which is kept.")
      return InstalledLine(done.id, version, before: before)
    case .unchanged(let version):
      desk.terminal.say("Nothing had to be changed.")
      return InstalledLine(done.id, version, before: version)
    }
  }
}

/// A version that was installed, as `--json` prints it.
struct InstalledLine: Encodable {
  let id: String
  let version: String
  let revision: Int
  let h1: String
  let signer: String?
  let before: Int?

  init(_ id: String, _ version: InstalledVersion, before: InstalledVersion?) {
    self.id = id
    self.version = version.version
    revision = version.revision
    h1 = version.h1
    signer = version.signer?.fingerprint
    self.before = before?.revision
  }
}
