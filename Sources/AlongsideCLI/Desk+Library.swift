internal import AlongsideRuntime
internal import Console
internal import PackFormat
internal import Packs

extension Desk {
  /// All packs together: those of the program, those installed, the person's own, and those named
  /// for this run.
  ///
  /// A pack named for this run stands in for one of the same id.
  ///
  /// - Parameters:
  ///   - locale: the language somebody named; else that of the environment.
  ///   - more: folders of packs that a command names besides those of `--packs`.
  func library(locale: String? = nil, naming more: [String] = []) -> Library {
    var gathering = PackGathering()
    for (path, folder) in context.programPacks.folders {
      gathering.add(folder, at: path, .bundled)
    }
    takeInstalled(into: &gathering)
    if let ownPath {
      let folder = PackFolder(path: ownPath, standIn: OwnPack.manifest, terms: gathering.terms)
      gathering.add(folder, at: ownPath, .own)
    }
    takeNamed(into: &gathering)
    for path in more.flatMap(Self.packs) {
      gathering.add(PackFolder(path: path, terms: gathering.terms), at: path, .named)
    }
    let composition = Composition(
      gathering.members, switches: switches,
      locale: locale.map { LocaleChoice(naming: $0) }
        ?? LocaleChoice(environment: context.environment))
    return Library(composition, findings: gathering.findings + composition.findings)
  }

  /// The packs that were installed, each as it was when it came; a policy may leave them out.
  private func takeInstalled(into gathering: inout PackGathering) {
    guard let installed = try? installed else { return }
    let (packs, findings) = installed.packs(under: policies, terms: gathering.terms)
    for one in packs where one.folder.pack != nil {
      // Named by its id: nobody who reads a finding can mend the files in the store.
      gathering.add(one.folder, at: one.installed.id, .installed, besides: bundledIDs)
    }
    gathering.findings += findings
  }

  /// The packs of `--packs`: nobody signed them, so a policy that names signers leaves them out.
  ///
  /// One stands in for a pack of the same id, core too: whoever works on it sees what they wrote. For
  /// a program without its packs beside it, core is named like this.
  private func takeNamed(into gathering: inout PackGathering) {
    let policies = policies
    for path in options.packs.map(absolute).flatMap(Self.packs) {
      let folder = PackFolder(path: path, terms: gathering.terms)
      if context.programPacks.folders.isEmpty, folder.pack?.id == "core" {
        gathering.add(folder, at: path, .named)
      } else if let trouble = policies.trouble {
        gathering.leaveOut(path, trouble.message, trouble.hint)
      } else if policies.namesSigners {
        gathering.leaveOut(
          path, "The policy of this computer takes signed packs only, and nobody signed this one.",
          "Ask whoever made it for the signed file, and install that.")
      } else {
        gathering.add(folder, at: path, .named, besides: [OwnPack.id])
      }
    }
  }

  /// The folder of a pack that came with the program.
  func bundledPath(of id: String) -> String? {
    context.programPacks.folders.first { $0.folder.pack?.id == id }?.path
  }

  /// The packs of `--packs`, as they were written.
  var namedPacks: [Pack] {
    options.packs.map(absolute).flatMap(Self.packs).compactMap { PackFolder(path: $0).pack }
  }

  /// The packs that came with the program, whatever is named for this run.
  var bundledShelf: Shelf {
    let members = context.programPacks.packs.map {
      Composition.Member($0, standing: .bundled)
    }
    return Composition(members, locale: LocaleChoice(environment: context.environment)).shelf
  }

  /// A folder that is a pack, or the packs in it.
  private static func packs(at path: String) -> [String] {
    let inside = PackFolder.packs(in: path)
    return inside.isEmpty ? [path] : inside
  }

  /// Says how much of what is shown is not in the language that was asked for.
  ///
  /// - Parameter prompt: the one that is shown; nil for all.
  func sayLanguage(of library: Library, for prompt: String? = nil, named locale: String? = nil) {
    let composition = library.composition
    if let locale, composition.translations.isEmpty, !library.isWritten(in: locale) {
      terminal.say(
        "No pack here has its words in \"\(locale)\"; they are shown as they were written.",
        as: .warning)
    }
    for (pack, translation) in composition.translations.sorted(by: { $0.key < $1.key }) {
      let parts = prompt?.split(separator: "/").map(String.init)
      guard parts == nil || parts?.first == pack else { continue }
      if let note = translation.note(below: parts.map { "prompts/\($0.last ?? "")/" }) {
        terminal.say(parts == nil ? "\(pack): \(note)" : note, as: .quiet)
      }
    }
  }
}
