import PackFormat
import Practice
import SSHSigning

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension PackLock {
  /// Reads a lock.
  ///
  /// - Throws: `PackTrouble` for one that is damaged, or that a newer version wrote.
  package init(_ bytes: [UInt8], file: String) throws(PackTrouble) {
    let data = Data(bytes)
    guard let head = try? JSONDecoder().decode(Head.self, from: data) else {
      throw Self.damaged(file)
    }
    guard head.schema == Self.schema else {
      guard head.schema.hasPrefix("alongside.lock/") else { throw Self.damaged(file) }
      throw PackTrouble(
        .newerLockFile, "\(file) was written by a newer version of Alongside (\(head.schema)).",
        hint: "Bring this one up to date. Nothing was changed.")
    }
    guard let form = try? JSONDecoder().decode(Form.self, from: data) else {
      throw Self.damaged(file)
    }
    packs = form.packs.compactMap(\.value)
    seen = form.seen.map(\.value)
    signers = form.signers.compactMap(\.value)
    guard packs.count == form.packs.count, signers.count == form.signers.count,
      Set(packs.map(\.id)).count == packs.count
    else { throw Self.damaged(file) }
  }

  static func damaged(_ file: String) -> PackTrouble {
    PackTrouble(
      .lockFile, "\(file), the list of installed packs, is damaged.",
      hint: "Move it away and install the packs again. Nothing was changed, and what came with"
        + " Alongside works as ever.")
  }

  private struct Head: Decodable {
    var schema: String
  }

  private struct Form: Decodable {
    var packs: [PackForm]
    var seen: [SeenForm]
    var signers: [SignerForm]
  }

  private struct PackForm: Decodable {
    var id: String
    var active: VersionForm
    var previous: [VersionForm]

    var value: InstalledPack? {
      let versions = previous.compactMap(\.value)
      guard Identifier.isPackID(id), let active = active.value, versions.count == previous.count
      else { return nil }
      return InstalledPack(id: id, active: active, previous: versions)
    }
  }

  private struct VersionForm: Decodable {
    var h1: String
    var version: String
    var revision: Int
    var signer: KeyForm?
    var source: String
    var installed: String

    /// The hash becomes a part of a path, so that it must be one.
    var value: InstalledVersion? {
      guard let day = Day(installed), PackStore.isHash(h1) else { return nil }
      return InstalledVersion(
        h1: h1, version: version, revision: revision, signer: signer?.value, source: source,
        installed: day)
    }
  }

  private struct KeyForm: Decodable {
    var fingerprint: String
    var line: String
    /// The fingerprint is that of the key itself, whatever stands beside it.
    var value: SignerKey {
      let found = try? VerifyingKey(line: line).fingerprint
      return SignerKey(fingerprint: found ?? fingerprint, line: line)
    }
  }

  private struct SeenForm: Decodable {
    var pack: String
    var signer: String?
    var revision: Int
    var h1: String
    var value: SeenRevision {
      SeenRevision(pack: pack, signer: signer, revision: revision, h1: h1)
    }
  }

  private struct SignerForm: Decodable {
    var key: KeyForm
    var name: String
    var since: String
    var value: KnownSigner? {
      Day(since).map { KnownSigner(key: key.value, name: name, since: $0) }
    }
  }
}
