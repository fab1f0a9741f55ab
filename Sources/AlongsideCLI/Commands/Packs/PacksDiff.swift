internal import AlongsideRuntime
internal import ArgumentParser
internal import Console
internal import Disk
internal import PackFormat
internal import Packs

extension PacksCommand {
  /// `alongside packs diff`: what is different between two states of a pack.
  struct Diff: ContextCommand {
    static let configuration = CommandConfiguration(
      abstract: "What changed between two states of a pack, in people's words",
      discussion: """
        Tells which questions were added, worded anew, changed or taken away, and what becomes of \
        answers. A change of help, options or privacy is told as well.
        """)

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The pack as it was.", completion: .directory) var old: String
    @Argument(help: "The pack as it is now.", completion: .directory) var new: String
    @Flag(help: "Print as JSON.") var json = false

    func run(_ desk: Desk) throws {
      let (old, new) = (try Self.pack(at: old, desk), try Self.pack(at: new, desk))
      if old.id != new.id {
        desk.terminal.say("These are two packs: \(old.id) and \(new.id).", as: .warning)
      }
      let difference = PackDifference(from: old, to: new)
      guard json else {
        desk.terminal.say(
          "\(new.id): \(Self.name(old)) to \(Self.name(new))", as: .heading)
        return desk.terminal.out(difference.text)
      }
      guard case .object(var keys) = difference.json else { return }
      keys["old"] = Self.json(old)
      keys["new"] = Self.json(new)
      desk.print(json: JSONValue.object(keys))
    }

    private static func name(_ pack: Pack) -> String {
      "\(pack.manifest.version), revision \(pack.manifest.revision)"
    }

    private static func json(_ pack: Pack) -> JSONValue {
      .object([
        "id": .string(pack.id), "version": .string(pack.manifest.version),
        "revision": .number(Double(pack.manifest.revision)),
      ])
    }
  }
}

extension PacksCommand.Diff {
  /// The pack that somebody names: by its folder, its file, or its id where it is installed.
  ///
  /// - Throws: `Failure` or `PackTrouble` with 65 where it cannot be read whole: what was missing would look as if it
  ///   had been taken away.
  private static func pack(at name: String, _ desk: Desk) throws -> Pack {
    let path = try desk.wholePath(name)
    if try !FileFacts.isThere(path) {
      let inUse = try desk.installed().packs(under: desk.home.policies()).packs
        .first { $0.installed.id == name }
      if let pack = inUse?.folder.pack { return pack }
    } else if !InputFile.isFolder(path) {
      let offer = try OfferedPack(path: path)
      if let trouble = offer.trouble { throw trouble }
      if let pack = offer.pack { return pack }
    }
    let folder = PackFolder(path: path)
    let errors = folder.findings.filter { $0.severity == .error }
    guard let pack = folder.pack, errors.isEmpty else {
      let lines = errors.prefix(20).map { finding in
        var placed = finding
        placed.file = "\(name)/\(finding.file)"
        return placed.sentence
      }
      throw Failure(
        .badInput, (["the pack \(name) cannot be read whole"] + lines).joined(separator: "\n"),
        hints: ["alongside packs lint \(ShellWord.quoted(name)) shows everything"])
    }
    return pack
  }
}
