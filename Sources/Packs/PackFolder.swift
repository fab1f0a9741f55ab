// Packs: what a pack is, from its files to the shelf that a person picks from.
//
// `PackFormat` says what one file looks like; this is about files together, and about whom to trust.
// `PackFolder` reads a pack, file by file, with `PackFormat`. It gives `Finding`s and throws nothing. `PackLint` looks
// for what is unwise, `PromptLint` in one prompt. `Composition` lays packs over each other, and `Shelf` has the result.
// `OfferedPack` is a pack that someone holds out; `InstalledPacks` judges it and keeps it in a `PackStore`.
// `Policies` narrow what is accepted.
//
// It must never run anything that a pack brings, follow a link in one, trust a pack for being here, let a
// broken file cost more than itself, or let one pack take a way out from whoever answers.

package import PackFormat
import Practice
import YAML

/// Reads a pack from its files: `pack.yaml`, and one folder for each kind of file.
///
/// A broken file costs only itself. Links, pipes and folders where files belong are never opened.
///
/// ```swift
/// let folder = PackFolder(path: "prompts/core", linting: true)
/// for finding in folder.findings {
///   print(finding.file, finding.line, finding.code, finding.message)
/// }
/// if let pack = folder.pack {
///   let prompt = try Shelf([pack]).prompt(named: "daily-three")
///   print(prompt.title)
/// }
/// ```
package struct PackFolder: Sendable {
  /// At most so many files are read from one pack.
  package static let mostFiles = PackLimits.fileCount

  /// The pack, or nil without a manifest that names it.
  package private(set) var pack: Pack?
  /// Everything found, file by file, with paths inside the folder.
  package private(set) var findings: [Finding] = []

  /// Reads the folder at a path.
  ///
  /// - Parameters:
  ///   - linting: looks for what is unwise as well as for what is wrong.
  ///   - standIn: what the folder says about itself where it has no `pack.yaml`; its id counts in
  ///     any case.
  ///   - terms: words of other packs' vocabularies that texts may name as well.
  package init(
    path: String, linting: Bool = false, standIn: Manifest? = nil, terms: Set<String> = []
  ) {
    self.init(PackFiles(folder: path), linting: linting, standIn: standIn, terms: terms)
  }

  /// Reads files from memory, by their paths inside the pack.
  package init(files: [String: [UInt8]], linting: Bool = false) {
    self.init(PackFiles(files), linting: linting)
  }

  /// Reads the files of a pack, wherever they came from.
  package init(
    _ files: PackFiles, linting: Bool = false, standIn: Manifest? = nil, terms: Set<String> = []
  ) {
    // Where the folder itself could not be opened, nothing is missing from it.
    if files.files.isEmpty, files.findings.contains(where: { $0.code == "unreadable" }) {
      findings = files.findings
      return
    }
    let manifest = readManifest(files, linting: linting, standIn: standIn)
    var contents = PackContents(
      pack: manifest?.id, revision: manifest?.revision,
      terms: terms.union(manifest?.vocabulary.keys.map(\.self) ?? []), linting: linting,
      locale: manifest?.defaultLocale ?? "en")
    for kind in FileKind.all where kind.folder != nil {
      for file in files.files where kind.isHome(of: file.path) {
        contents.take(file.bytes, file: file.path, kind)
      }
    }
    contents.checkLists()
    contents.checkOnwards()
    contents.checkTests()
    // What is said of the whole folder comes last.
    findings += files.findings.filter { $0.file != "pack.yaml" } + contents.findings
    findings += files.findings.filter { $0.file == "pack.yaml" }
    pack = manifest.map { contents.pack(with: $0) }
    if linting, let pack {
      findings += LocaleCheck(pack, broken: contents.brokenLocales).findings
    }
  }

  /// A pack that is left out, and why.
  init(leftOut findings: [Finding]) {
    self.findings = findings
  }

  private mutating func readManifest(
    _ files: PackFiles, linting: Bool, standIn: Manifest?
  ) -> Manifest? {
    guard let bytes = files["pack.yaml"] else {
      guard !files.findings.contains(where: { $0.file == "pack.yaml" }) else { return nil }
      if let standIn { return standIn }
      add(
        .noManifest, "There is no file pack.yaml in this folder.",
        "A pack begins with one; \(.begin) makes it.")
      return nil
    }
    let result = PackFile.manifest(bytes, file: "pack.yaml", linting: linting)
    findings += result.findings
    if linting, let manifest = result.content, PromptLint.isEnglish(manifest.defaultLocale) {
      findings += PromptLint.findings(in: manifest.overrides, file: "pack.yaml")
    }
    guard let standIn else { return result.content }
    var manifest = result.content ?? standIn
    manifest.id = standIn.id
    return manifest
  }

  private mutating func add(_ code: FindingCode, _ message: String, _ hint: Hint) {
    findings.append(
      Finding(
        file: "pack.yaml", line: 1, column: 1, code: code.rawValue, severity: .error,
        message: message, hint: hint))
  }
}

extension FileKind {
  /// Whether files of this kind stand at such a path; `sessions/` is read as `templates/` is.
  func isHome(of path: String) -> Bool {
    guard let folder, let slash = path.firstIndex(of: "/") else { return false }
    let first = path[..<slash]
    return first == folder || (folder == "templates" && first == "sessions")
  }
}
