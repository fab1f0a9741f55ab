internal import PackFormat
internal import Packs

/// Collects packs as they are read, and what is wrong in them.
struct PackGathering {
  var members: [Composition.Member] = []
  /// The findings, with absolute paths.
  var findings: [Finding] = []
  /// The words of the program's own vocabulary, which every pack may name.
  private(set) var terms: Set<String> = []

  /// Adds a pack, which replaces an earlier one of the same id.
  ///
  /// A pack whose id is in `taken` is left out instead.
  mutating func add(
    _ folder: PackFolder, at path: String, _ standing: Composition.Standing,
    besides taken: Set<String> = []
  ) {
    if let pack = folder.pack, taken.contains(pack.id) {
      return leaveOut(
        path, "The id \"\(pack.id)\" belongs to Alongside, so this pack is left out.",
        "Whoever made it can give it an id of its own.")
    }
    if let pack = folder.pack {
      members.removeAll { $0.pack.id == pack.id }
      members.append(.init(pack, place: path, standing: standing))
      if standing == .bundled { terms.formUnion(pack.manifest.vocabulary.keys) }
    }
    findings += folder.findings.map { finding in
      var placed = finding
      placed.file = "\(path)/\(finding.file)"
      return placed
    }
  }

  /// Reports that a pack is not used.
  mutating func leaveOut(_ path: String, _ message: String, _ hint: Hint) {
    findings.append(
      Finding(
        file: "\(path)/pack.yaml", line: 1, column: 1, code: FindingCode.notAccepted.rawValue,
        severity: .error, message: message, hint: hint))
  }
}
