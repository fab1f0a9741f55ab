/// What `alongside.lock` holds: the installed packs in order, and what is remembered about signers.
package struct PackLock: Sendable, Hashable {
  package static let schema = "alongside.lock/1"
  /// A version in use and two to go back to.
  package static let mostVersions = 3

  /// In the order in which they were installed; later packs come after earlier ones.
  package var packs: [InstalledPack] = []
  package var seen: [SeenRevision] = []
  package var signers: [KnownSigner] = []

  package init() {}

  package subscript(id: String) -> InstalledPack? { packs.first { $0.id == id } }

  package func signer(_ fingerprint: String) -> KnownSigner? {
    signers.first { $0.key.fingerprint == fingerprint }
  }

  func seen(_ pack: String, by signer: String?) -> SeenRevision? {
    seen.first { $0.pack == pack && $0.signer == signer }
  }

  /// Puts a version in use; the one before it becomes the first to go back to.
  mutating func put(_ version: InstalledVersion, for id: String) {
    if let place = packs.firstIndex(where: { $0.id == id }) {
      let others = packs[place].versions.filter { $0.h1 != version.h1 }
      packs[place].active = version
      packs[place].previous = Array(others.prefix(Self.mostVersions - 1))
    } else {
      packs.append(InstalledPack(id: id, active: version, previous: []))
    }
    note(version, for: id)
  }

  private mutating func note(_ version: InstalledVersion, for id: String) {
    let signer = version.signer?.fingerprint
    let now = SeenRevision(pack: id, signer: signer, revision: version.revision, h1: version.h1)
    guard let place = seen.firstIndex(where: { $0.pack == id && $0.signer == signer }) else {
      return seen.append(now)
    }
    if seen[place].revision < version.revision { seen[place] = now }
  }

  /// Every content hash that the store must keep.
  var kept: Set<String> { Set(packs.flatMap { $0.versions.map(\.h1) }) }
}
