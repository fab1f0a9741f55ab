internal import Packs

/// Packs as they are read one after the other, and what is wrong in them.
struct PackGathering {
  var members: [Composition.Member] = []
  /// With whole paths.
  var findings: [Finding] = []
  /// The words of the program's own vocabulary, which every pack may name.
  private(set) var terms: Set<String> = []

  /// Adds a pack; one of the same id that was there before gives way to it.
  mutating func add(_ folder: PackFolder, at path: String, _ standing: Composition.Standing) {
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
}
