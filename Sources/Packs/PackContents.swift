import Practice
import YAML

/// Gathers the sound files of one pack, and what is wrong between them.
struct PackContents {
  private let pack: String?
  private let revision: Int?
  private var prompts: [Prompt] = []
  private var values: [ValuesFramework] = []
  private var signposts: [SignpostList] = []
  private var files: [String: String] = [:]
  private var lists: [(file: String, reference: ListReference)] = []
  private var triedValues: Set<String> = []
  private(set) var findings: [Finding] = []

  init(pack: String?, revision: Int?) {
    self.pack = pack
    self.revision = revision
  }

  mutating func take(_ bytes: [UInt8], file: String, _ kind: FileKind) {
    switch kind.schema {
    case FileKind.values.schema:
      let result = PackFile.values(bytes, file: file, pack: pack)
      findings += result.findings
      noteTried(file)
      if let list = result.content, isNew(list.id, kind, file) { values.append(list) }
    case FileKind.signposts.schema:
      let result = PackFile.signposts(bytes, file: file, pack: pack)
      findings += result.findings
      if let list = result.content, isNew(list.id, kind, file) { signposts.append(list) }
    default:
      let (result, lists) = PackFile.promptAndLists(
        bytes, file: file, pack: pack, revision: revision)
      findings += result.findings
      self.lists += lists.map { (file, $0) }
      if let prompt = result.content, isNew(prompt.id, kind, file) { prompts.append(prompt) }
    }
  }

  /// A values file that is broken is missed under the name of its file at least.
  private mutating func noteTried(_ file: String) {
    let name = file.split(separator: "/").last ?? ""
    triedValues.insert(String(name.dropLast(".yaml".count)))
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

  /// The frameworks named without a pack, or with this one, must be in this pack.
  mutating func checkLists() {
    let known = values.map(\.id)
    for (file, list) in lists {
      let parts = list.name.split(separator: "/").map(String.init)
      guard let id = parts.last, parts.count == 1 || parts.first == pack else { continue }
      guard !known.contains(id), !triedValues.contains(id) else { continue }
      let nearest = Nearest.question(id, among: known)
      add(
        .unknownList, file, list.mark, "There is no values framework \"\(id)\" in this pack.",
        nearest ?? "Name one of another pack with its pack, such as core/srn.")
    }
  }

  private mutating func add(
    _ code: FindingCode, _ file: String, _ mark: Mark, _ message: String, _ hint: String
  ) {
    findings.append(
      Finding(
        file: file, line: mark.line, column: mark.column, code: code.rawValue, severity: .error,
        message: message, hint: hint))
  }

  func pack(with manifest: Manifest) -> Pack {
    Pack(manifest: manifest, prompts: prompts, values: values, signposts: signposts)
  }
}
