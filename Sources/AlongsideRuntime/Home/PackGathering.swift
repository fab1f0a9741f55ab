internal import PackFormat
internal import Packs

/// Packs as they are read one after the other, and what is wrong in them.
struct PackGathering {
  var members: [Composition.Member] = []
  /// With whole paths.
  var findings: [Finding] = []
  /// The words of the program's own vocabulary, which every pack may name.
  private(set) var terms: Set<String> = []

  /// Adds a pack; one of the same id that was there before gives way to it.
  ///
  /// What came with the program gives way to nothing that was installed or named for a run.
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

  /// Says of a pack that it is not used.
  mutating func leaveOut(_ path: String, _ message: String, _ hint: Hint) {
    findings.append(
      Finding(
        file: "\(path)/pack.yaml", line: 1, column: 1, code: FindingCode.notAccepted.rawValue,
        severity: .error, message: message, hint: hint))
  }
}
