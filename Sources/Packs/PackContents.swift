import PackFormat
import Practice
import YAML

/// Gathers the sound files of one pack, and what is wrong between them.
struct PackContents {
  private let pack: String?
  private let revision: Int?
  /// The words of the pack's vocabulary, which texts may name in braces.
  private let terms: Set<String>
  private(set) var prompts: [Prompt] = []
  private var values: [ValuesFramework] = []
  private(set) var signposts: [SignpostList] = []
  private(set) var sessions: [Prompt] = []
  private var locales: [PackLocale] = []
  private(set) var tests: [PromptTests] = []
  private var sources: [String: ItemSource] = [:]
  private var files: [String: String] = [:]
  private var lists: [(file: String, reference: ListReference)] = []
  private(set) var onwards: [NamedOnward] = []
  private var triedValues: Set<String> = []
  private(set) var triedSignposts: Set<String> = []
  /// The names of prompt files, without their endings.
  private(set) var triedPrompts: Set<String> = []
  private(set) var triedTemplates: Set<String> = []
  private(set) var tried: [(file: String, reference: TestReference)] = []
  private(set) var findings: [Finding] = []
  /// Languages with a file that could not be read: what is missing there nobody can say yet.
  private(set) var brokenLocales: Set<String> = []

  private let linting: Bool
  private let locale: String

  init(
    pack: String?, revision: Int?, terms: Set<String> = [], linting: Bool = false,
    locale: String = "en"
  ) {
    self.pack = pack
    self.terms = terms
    self.linting = linting
    self.locale = locale
    self.revision = revision
  }

  mutating func take(_ bytes: [UInt8], file: String, _ kind: FileKind) {
    switch kind.schema {
    case FileKind.values.schema:
      let result = PackFile.values(bytes, file: file, pack: pack, linting: linting)
      findings += result.findings
      triedValues.insert(Self.stem(of: file))
      if let list = result.content, isNew(list.id, kind, file) {
        values.append(list)
        note(.values, list.id, file, result.root)
      }
    case FileKind.signposts.schema:
      let result = PackFile.signposts(bytes, file: file, pack: pack, linting: linting)
      findings += result.findings
      triedSignposts.insert(Self.stem(of: file))
      if let list = result.content, isNew(list.id, kind, file) {
        signposts.append(list)
        note(.signposts, list.id, file, result.root)
      }
    case FileKind.locale.schema:
      let result = PackFile.locale(bytes, file: file, linting: linting)
      findings += result.findings
      if let locale = result.content {
        locales.append(locale)
      } else {
        brokenLocales.insert(Self.locale(of: file))
      }
    case FileKind.tests.schema:
      let (result, reference) = PackFile.testsAndReference(
        bytes, file: file, linting: linting)
      findings += result.findings
      if let reference { tried.append((file, reference)) }
      if let content = result.content { tests.append(content) }
    default: takePrompt(bytes, file: file, kind)
    }
  }

  /// A prompt, or a template for a meeting.
  private mutating func takePrompt(_ bytes: [UInt8], file: String, _ kind: FileKind) {
    let result = PackFile.prompt(
      bytes, file: file, kind: kind, pack: pack, revision: revision, terms: terms,
      linting: linting, locale: locale)
    findings += result.findings
    lists += result.lists.map { (file, $0) }
    onwards += result.onwards.map {
      NamedOnward(
        file: file, mark: $0.mark, onward: $0.onward, prompt: result.content?.id,
        isAnswered: result.root?["because"]?.words != nil)
    }
    if linting { checkName(of: result, file) }
    let isMeeting = kind.isSame(as: .session)
    if isMeeting {
      triedTemplates.insert(Self.stem(of: file))
    } else {
      triedPrompts.insert(Self.stem(of: file))
    }
    guard let prompt = result.content, isNew(prompt.id, kind, file) else { return }
    // Before the prompt is handed on: Swift 6.3.1 does not compile the optimised build if its parts are
    // looked at afterwards.
    note(isMeeting ? .templates : .prompts, prompt.id, file, result.root)
    if isMeeting { sessions.append(prompt) } else { prompts.append(prompt) }
  }

  /// The name of a file and the id in it are one, so that whoever reads an id finds its file.
  private mutating func checkName(of result: FileResult<Prompt>, _ file: String) {
    let stem = Self.stem(of: file)
    guard let prompt = result.content, prompt.id != stem, let root = result.root,
      root["because"]?.words == nil, let id = root["id"]
    else { return }
    findings.append(
      Finding(
        file: file, line: id.mark.line, column: id.mark.column,
        code: FindingCode.idNotFile.rawValue, severity: .warning,
        message: "The file is called \(stem), and the id in it is \(prompt.id).",
        hint: "Rename the file to \(prompt.id).yaml. If nobody has used it yet, write: id: \(stem)"
      ))
  }

  private mutating func note(_ kind: ItemKind, _ id: String, _ file: String, _ root: Node?) {
    sources["\(kind.rawValue)/\(id)"] = root.map { ItemSource(file: file, root: $0) }
  }

  /// A file that is broken is missed under its own name at least.
  private static func stem(of file: String) -> String {
    String((file.split(separator: "/").last ?? "").dropLast(".yaml".count))
  }

  /// The language that a file's place speaks of: `locales/cy.yaml`, `locales/cy/more.yaml`.
  private static func locale(of file: String) -> String {
    let parts = file.split(separator: "/").map(String.init)
    return parts.count == 3 ? parts[1] : stem(of: file)
  }

  private mutating func isNew(_ id: String, _ kind: FileKind, _ file: String) -> Bool {
    let name = "\(kind.schema) \(id)"
    guard let other = files[name] else {
      files[name] = file
      return true
    }
    add(
      .duplicateID, file, .start, "The id \"\(id)\" is used in \(other) already.",
      "Give this one an id of its own.")
    return false
  }

  /// The frameworks named without a pack, or with this one, must be in this pack, with the items
  /// that conditions look for.
  mutating func checkLists() {
    let known = values.map(\.id)
    for (file, list) in lists {
      guard let id = ownID(list.name) else { continue }
      if let framework = values.first(where: { $0.id == id }) {
        let items = framework.items.map(\.id)
        guard let item = list.item, !items.contains(item) else { continue }
        add(
          .unknownOption, file, list.mark,
          "\"\(item)\" is not one of: \(items.joined(separator: ", ")).",
          Nearest.question(item, among: items) ?? "Name a value of \(list.name) by its id.")
      } else if list.item == nil, !triedValues.contains(id) {
        add(
          .unknownList, file, list.mark, "There is no values framework \"\(id)\" in this pack.",
          Nearest.question(id, among: known)
            ?? "Name one of another pack with its pack, such as core/srn.")
      }
    }
  }

  /// The id of an item of this pack; `nil` for one of another pack.
  func ownID(_ name: String) -> String? {
    let parts = name.split(separator: "/").map(String.init)
    return parts.count == 1 || parts.first == pack ? parts.last : nil
  }

  mutating func add(
    _ code: FindingCode, _ file: String, _ mark: Mark, _ message: String, _ hint: Hint
  ) {
    findings.append(
      Finding(
        file: file, line: mark.line, column: mark.column, code: code.rawValue, severity: .error,
        message: message, hint: hint))
  }

  mutating func add(_ more: [Finding]) { findings += more }

  func pack(with manifest: Manifest) -> Pack {
    var pack = Pack(
      manifest: manifest, prompts: prompts, values: values, signposts: signposts,
      sessions: sessions, locales: locales, tests: tests)
    pack.sources = sources
    pack.lists = lists.map { file, list in
      NamedList(file: file, mark: list.mark, name: list.name, item: list.item)
    }
    pack.onwards = onwards
    return pack
  }
}
