internal import AlongsideRuntime
internal import Console
internal import PackFormat
internal import Packs
internal import Practice

/// A pack, or the file of one prompt or template, that a person names by its path.
struct NamedPack {
  let path: String
  /// The pack itself; nil for a prompt that stands alone, and where there is no manifest.
  let pack: Pack?
  let prompts: [Prompt]
  /// Templates for meetings.
  let sessions: [Prompt]
  /// With paths as the person named them.
  let findings: [Finding]
  /// The pack beside those that are here: for the values frameworks and words it takes from them.
  let library: Library

  /// Reads a pack's folder, or one file of it; its own pack is found where the file lies in one.
  ///
  /// - Parameter locale: the language to show it in, where it has that.
  /// - Throws: `Failure` with 65 where there is nothing to read.
  init(_ path: String, _ desk: Desk, locale: String? = nil) throws {
    self.path = path
    let place = desk.absolute(path)
    let isFolder = InputFile.isFolder(place)
    let bytes = isFolder ? [] : try InputFile.read(place, limit: 1 << 20)
    let folder = isFolder ? place : Self.folder(of: place)
    library = desk.home.library(locale: locale, naming: [folder].compactMap(\.self))
    let terms = Set(desk.context.programPacks.packs.flatMap(\.manifest.vocabulary.keys))
    let read = folder.map { PackFolder(path: $0, terms: terms) }
    pack = read?.pack
    let shown = library.shelf.packs.first { $0.id == read?.pack?.id }
    guard !isFolder else {
      (prompts, sessions) = (shown?.prompts ?? [], shown?.sessions ?? [])
      findings = (read?.findings ?? []).map { Self.placed($0, "\(path)/\($0.file)") }
      return
    }
    let words = terms.union(read?.pack?.manifest.vocabulary.keys.map(\.self) ?? [])
    let kind = FileKind.said(in: bytes)
    guard kind.isSame(as: .prompt) || kind.isSame(as: .session) else {
      (prompts, sessions) = ([], [])
      findings = PackFile.lint(bytes, file: path, kind: kind, terms: words)
      return
    }
    let result = PackFile.prompt(
      bytes, file: path, kind: kind, pack: pack?.id, revision: pack?.manifest.revision,
      terms: words)
    let isMeeting = kind.isSame(as: .session)
    let known = isMeeting ? shown?.sessions : shown?.prompts
    let found = result.content.map { one in [known?.first { $0.id == one.id } ?? one] } ?? []
    (prompts, sessions) = isMeeting ? ([], found) : (found, [])
    findings = result.findings
  }

  /// The folder of the pack in whose `prompts/` a file lies.
  private static func folder(of file: String) -> String? {
    let parts = file.split(separator: "/", omittingEmptySubsequences: false)
    let homes = ["prompts", "templates", "sessions"]
    guard parts.count > 2, homes.contains(String(parts[parts.count - 2])) else { return nil }
    let folder = parts.dropLast(2).joined(separator: "/")
    return PackFolder(path: folder).pack == nil ? nil : folder
  }

  private static func placed(_ finding: Finding, _ file: String) -> Finding {
    var finding = finding
    finding.file = file
    return finding
  }

  /// The prompt or template of this name, or the only one.
  ///
  /// - Parameter isForMeeting: whether a template is meant where there is one as well as a prompt.
  /// - Throws: `Failure`: 65 where its file is broken, 64 where it is not clear which is meant.
  func prompt(named name: String?, isForMeeting: Bool = false) throws -> Prompt {
    let (likely, others) = isForMeeting ? (sessions, prompts) : (prompts, sessions)
    guard let name else { return try only(of: likely, else: others) }
    let items = likely + others
    if let prompt = items.first(where: { $0.id == name || $0.fullID == name }) { return prompt }
    let id = name.split(separator: "/").last.map(String.init) ?? name
    try refuse { Self.isFile($0.file, of: id, orTemplate: true) }
    let nearest = Nearest.word(to: name, among: items.map(\.id))
    throw Failure.usage(
      "there is no prompt \"\(name)\" in \(path)",
      hints: [nearest.map { "did you mean \($0)?" } ?? "there are: \(Self.ids(items))"])
  }

  private func only(of likely: [Prompt], else others: [Prompt]) throws -> Prompt {
    if likely.isEmpty { try refuse { _ in true } }
    let items = likely.isEmpty ? others : likely
    guard let first = items.first else {
      throw Failure(.badInput, "there are no prompts in \(path)")
    }
    guard items.count == 1 else {
      let noun = first.meeting == nil ? "prompts" : "templates"
      throw Failure.usage(
        "there are \(items.count) \(noun) here", hints: ["name one: \(Self.ids(items))"])
    }
    return first
  }

  private static func ids(_ items: [Prompt]) -> String { items.map(\.id).joined(separator: ", ") }

  /// Whether a file is that of a prompt, or of a template, by its place and name.
  static func isFile(_ file: String, of id: String, orTemplate: Bool) -> Bool {
    let folders = orTemplate ? ["prompts", "templates", "sessions"] : ["prompts"]
    return folders.contains { "/\(file)".hasSuffix("/\($0)/\(id).yaml") }
  }

  /// Ends the command where files are broken that it needs.
  func refuse(_ isNeeded: (Finding) -> Bool) throws {
    let broken = findings.filter { $0.severity == .error && isNeeded($0) }
    guard !broken.isEmpty else { return }
    throw Failure(
      .badInput, broken.map(\.sentence).joined(separator: "\n"),
      hints: ["alongside packs lint \(ShellWord.quoted(path))"])
  }

  /// Says what is wrong elsewhere in the pack, without stopping for it.
  func sayFindings(_ desk: Desk) {
    for finding in findings where finding.severity == .error {
      desk.terminal.say(finding.sentence, as: .warning)
    }
  }

  /// The items of the values frameworks that a prompt names.
  ///
  /// - Throws: `Failure` with 65 for one that is not there.
  func sets(for prompt: Prompt) throws -> [String: [Practice.Option]] {
    do {
      return try library.shelf.resolveSets(for: prompt)
    } catch {
      throw Failure(
        .badInput,
        "the \(prompt.itemKind.noun) \"\(prompt.id)\" cannot be walked: \(error.message)",
        hints: [error.hint].compactMap(\.self))
    }
  }
}
