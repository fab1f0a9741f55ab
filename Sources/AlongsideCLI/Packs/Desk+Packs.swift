internal import AlongsideRuntime
internal import PackFormat
internal import Packs
internal import Practice

extension Desk {
  /// The packs that this person installed.
  ///
  /// Not in `packs`: the home may be the very folder that a `make install` puts the program's own in.
  var installed: InstalledPacks {
    get throws { InstalledPacks(path: "\(try home())/installed") }
  }

  /// What whoever looks after this computer laid down, and what was added for this run.
  var policies: Policies {
    Policies(system: context.systemPolicy, added: [options.policy].compactMap(\.self).map(absolute))
  }

  /// What an offered pack is held against.
  func installRules(for offer: OfferedPack) throws -> InstallRules {
    let conflicts = try offer.pack.map { try self.conflicts(of: $0) } ?? []
    return InstallRules(
      policies: policies, bundled: bundledIDs, program: Program.version,
      features: Program.features, conflicts: conflicts)
  }

  /// What a pack would change in those that are here and may not, or that another changes too.
  private func conflicts(of pack: Pack) throws -> [Finding] {
    Composition.conflicts(of: pack, with: try packsInUse.filter { $0.id != pack.id })
  }

  /// The program's own packs and those that are installed.
  var packsInUse: [Pack] {
    get throws {
      try context.programPacks.packs
        + installed.packs(under: policies).packs.compactMap(\.folder.pack)
    }
  }

  /// The ids that no other pack may have, whether or not the program's packs lie beside it.
  var bundledIDs: Set<String> {
    Set(context.programPacks.packs.map(\.id)).union(["core", OwnPack.id])
  }

  /// A path as a command was given it, against the folder that one stands in.
  func packPath(_ path: String) throws -> String {
    guard !path.isEmpty else { throw Failure.usage("a path is empty") }
    return absolute(path)
  }

  /// Reads an archive or folder that someone holds out.
  func offer(at path: String) throws -> OfferedPack {
    try OfferedPack(path: packPath(path))
  }

  var today: Day { context.clock.now().day }
}

extension Failure {
  init(pack trouble: PackTrouble) {
    let shown = trouble.findings.prefix(20).filter { !trouble.message.contains($0.message) }
    let lines = [trouble.message] + shown.map(\.sentence)
    let more = trouble.findings.count - 20
    self.init(
      Code(trouble.reason),
      (lines + (more > 0 ? ["and \(more) more"] : [])).joined(separator: "\n"),
      hints: [trouble.hint])
  }
}

extension Failure.Code {
  /// Which code a command ends with for what is wrong with a pack.
  init(_ reason: PackTrouble.Reason) {
    self =
      switch reason {
      case .notInstalled, .nothingBefore, .lockFile, .disk, .store: .failed
      case .inUse: .inUse
      case .newerLockFile: .newerFormat
      case .unreadable, .archive, .files, .notBuilt, .sums, .unusableSignature, .conflict, .needs:
        .badInput
      case .signature, .policy, .signerNotAccepted, .signerExpired, .signerNotYet, .unsigned,
        .unknownSigner, .otherSigner, .bundled, .lowerRevision, .otherContent:
        .refused
      }
  }
}
