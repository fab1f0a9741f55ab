internal import Disk
package import PackFormat
package import Packs
internal import Practice
#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// What a person has apart from their journals: packs, their own prompts, switches and trust.
///
/// It also covers the policy of their computer. Nothing here comes from a journal or needs a
/// passphrase. A home holds paths and is cheap to make; each function reads the files it is named
/// for.
///
/// ```swift
/// let home = Home(path: "/home/me/.local/share/alongside", program: packs, language: language)
/// let library = home.library()
/// let prompt = try library.shelf.prompt(named: "after-hard-event")
/// ```
package struct Home: Sendable {
  /// The folder; `nil` if nobody knows where it is: what came with the program is still available.
  package let path: String?
  /// The packs that came with the program.
  package let program: ProgramPacks
  /// The folders of packs that were named for this run, as absolute paths.
  private let named: [String]
  /// The policy file of this machine, and those that were added for this run.
  private let policyFiles: (system: String?, added: [String])
  /// The languages of the person, for translated packs.
  private let language: LocaleChoice

  package init(
    path: String?, program: ProgramPacks, named: [String] = [], systemPolicy: String? = nil,
    policies: [String] = [], language: LocaleChoice
  ) {
    self.path = path
    self.program = program
    self.named = named
    policyFiles = (systemPolicy, policies)
    self.language = language
  }

  /// The id of the pack of a person's own prompts.
  package static let ownPack = Composition.ownPack

  /// The manifest for the folder of their own prompts, if that has no `pack.yaml`.
  package static let ownManifest = Manifest(
    id: ownPack, version: "0.0.0", revision: 0, name: "Your own", defaultLocale: "en",
    locales: ["en"])

  /// Returns the folder of a person's own prompts, whether or not it exists.
  package static func ownFolder(in home: String) -> String { "\(home)/\(ownPack)" }

  /// Returns the packs that a person installed.
  ///
  /// Their folder is not `packs`: `make install` may put the program's own packs in this very
  /// home.
  package static func installed(in home: String) -> InstalledPacks {
    InstalledPacks(path: "\(home)/installed")
  }
}

// MARK: Packs together

extension Home {
  /// Returns all packs together: the program's, the installed, the person's own, and the named.
  ///
  /// A pack named for this run replaces one of the same id.
  ///
  /// - Parameters:
  ///   - locale: the language that somebody named; if `nil`, that of the person.
  ///   - more: folders of packs in addition to those of this run.
  package func library(locale: String? = nil, naming more: [String] = []) -> Library {
    var gathering = PackGathering()
    for (path, folder) in program.folders {
      gathering.add(folder, at: path, .bundled)
    }
    takeInstalled(into: &gathering)
    if let folder = ownFolder() {
      let pack = PackFolder(path: folder, standIn: Self.ownManifest, terms: gathering.terms)
      gathering.add(pack, at: folder, .own)
    }
    takeNamed(into: &gathering)
    for path in more.flatMap(Self.packs) {
      gathering.add(PackFolder(path: path, terms: gathering.terms), at: path, .named)
    }
    let composition = Composition(
      gathering.members, switches: switches(),
      locale: locale.map { LocaleChoice(naming: $0) } ?? language)
    return Library(composition, findings: gathering.findings + composition.findings)
  }

  /// Adds the installed packs, unchanged since they came, except those that a policy excludes.
  private func takeInstalled(into gathering: inout PackGathering) {
    guard let path else { return }
    let (packs, findings) = Self.installed(in: path).packs(
      under: policies(), terms: gathering.terms)
    for one in packs where one.folder.pack != nil {
      // Named by its id: nobody who reads a finding can fix the files in the store.
      gathering.add(one.folder, at: one.installed.id, .installed, besides: takenIDs())
    }
    gathering.findings += findings
  }

  /// Adds the packs named for this run, unless a policy names signers: nobody signed them.
  ///
  /// One replaces a pack of the same id, even core, so that its author sees what they wrote. A
  /// program without its packs gets core in this way.
  private func takeNamed(into gathering: inout PackGathering) {
    let policies = policies()
    for path in named.flatMap(Self.packs) {
      let folder = PackFolder(path: path, terms: gathering.terms)
      if program.folders.isEmpty, folder.pack?.id == "core" {
        gathering.add(folder, at: path, .named)
      } else if let trouble = policies.trouble {
        gathering.leaveOut(path, trouble.message, trouble.hint)
      } else if policies.namesSigners {
        gathering.leaveOut(
          path, "The policy of this computer takes signed packs only, and nobody signed this one.",
          "Ask whoever made it for the signed file, and install that.")
      } else {
        gathering.add(folder, at: path, .named, besides: [Self.ownPack])
      }
    }
  }

  /// Returns the path of a pack, or of the packs in a folder.
  private static func packs(at path: String) -> [String] {
    let inside = PackFolder.packs(in: path)
    return inside.isEmpty ? [path] : inside
  }

  /// Returns the packs that were named for this run, as they were written.
  package func namedPacks() -> [Pack] {
    named.flatMap(Self.packs).compactMap { PackFolder(path: $0).pack }
  }

  /// Returns the prompts and lists of the program alone, whatever is named for this run.
  package func programShelf() -> Shelf {
    let members = program.packs.map { Composition.Member($0, standing: .bundled) }
    return Composition(members, locale: language).shelf
  }

  /// Returns the folder of the person's own prompts, or `nil` if it does not exist.
  package func ownFolder() -> String? {
    guard let folder = path.map(Self.ownFolder), FileFacts(of: folder, followingLinks: true) != nil
    else { return nil }
    return folder
  }

  /// Whether an absolute path leads to the folder of the person's own prompts.
  package func isOwn(_ path: String) -> Bool {
    guard let own = ownFolder() else { return false }
    return URL(fileURLWithPath: path).standardizedFileURL.path
      == URL(fileURLWithPath: own).standardizedFileURL.path
  }
}

// MARK: Trust

extension Home {
  /// Returns the policy of this computer's administrator, and those added for this run.
  package func policies() -> Policies {
    Policies(system: policyFiles.system, added: policyFiles.added)
  }

  /// Returns the program's own packs and the installed ones.
  package func packsInUse() -> [Pack] {
    let installed = path.map { Self.installed(in: $0).packs(under: policies()).packs } ?? []
    return program.packs + installed.compactMap(\.folder.pack)
  }

  /// Returns the ids that no other pack may have, even if the program's packs are missing.
  package func takenIDs() -> Set<String> {
    Set(program.packs.map(\.id)).union(["core", Self.ownPack])
  }

  /// Returns the rules that an offered pack must meet.
  ///
  /// - Parameters:
  ///   - version: the program's version.
  ///   - features: what the program can do, for a pack's `needs`.
  package func installRules(
    for offer: OfferedPack, version: String, features: Set<String>
  ) -> InstallRules {
    let conflicts = offer.pack.map { pack in
      Composition.conflicts(of: pack, with: packsInUse().filter { $0.id != pack.id })
    }
    return InstallRules(
      policies: policies(), bundled: takenIDs(), program: version, features: features,
      conflicts: conflicts ?? [])
  }
}

// MARK: What the person set

extension Home {
  /// Returns the path of `switches`: the prompts and packs switched off or on, one on each line.
  package static func switchPath(in home: String) -> String { "\(home)/switches" }

  /// Returns what the person switched; empty if the file does not exist or cannot be read.
  package func switches() -> Switches {
    guard let path,
      let bytes = try? Files.bytes(
        of: Self.switchPath(in: path), limit: 1 << 20, followingLinks: true)
    else { return Switches() }
    return Switches(reading: String(decoding: bytes, as: UTF8.self))
  }

  /// Keeps what a person switched, completely or not at all.
  ///
  /// - Throws: ``DiskTrouble``.
  package static func keep(_ switches: Switches, in home: String) throws {
    try Folders.make(home)
    try Files.replace(switchPath(in: home), with: Array(switches.text.utf8))
  }

  /// Returns the settings kept next to the journals; empty if they cannot be read.
  package func settings() -> Settings {
    guard let path, case .found(let settings) = Settings.look(in: path) else { return Settings() }
    return settings
  }

  /// Returns everyone to turn to, the nearest first.
  ///
  /// The program's own places come before lists of the same pack that are named for this run, so
  /// that nobody can hide them.
  package func places(for nation: String?) -> PlacesToTurnTo {
    let (library, switches) = (library(), switches())
    let programs = Set(program.packs.map(\.id)).union(["core"])
    let (standing, lists) = (library.standing, library.shelf.signposts)
    let isCore = { (list: SignpostList) in list.pack.map(programs.contains) ?? false }
    let isSilent = { (list: SignpostList) in list.pack.map { switches.isOff(pack: $0) } ?? false }
    let others = lists.filter { !isCore($0) && !isSilent($0) }
    let isOwn = { (list: SignpostList) in list.pack.map { standing[$0] == .own } ?? false }
    let core = programShelf().signposts + lists.filter(isCore)
    let isWhole = core.contains { $0.items.contains(where: \.isEmergency) }
    return PlacesToTurnTo(
      core: core + (isWhole ? [] : [PlacesToTurnTo.lastResort]),
      others: others.filter(isOwn) + others.filter { !isOwn($0) },
      silent: lists.filter { !isCore($0) && isSilent($0) }, nation: nation)
  }

  /// Returns the nations that some list is for.
  package func nations() -> [String] {
    PlacesToTurnTo.nations(of: programShelf().signposts + library().shelf.signposts)
  }
}
