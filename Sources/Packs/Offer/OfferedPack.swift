package import Archive
import Disk
package import PackFormat
package import SSHSigning

/// A pack that someone holds out: its files, and whether they are those that were listed and signed.
///
/// Nothing is trusted for being here. `findings` says what is wrong; `InstalledPacks.judge` decides.
package struct OfferedPack: Sendable {
  /// The archive or folder as the caller named it.
  package let name: String
  package let files: PackFiles
  /// The list that came with the files; nil when there is none, or none that can be read.
  package let sums: Sums?
  /// The signature over the list; nil when there is none, or none that holds good.
  package let signature: SSHSignature?
  /// What the files make; nil without a manifest that names it.
  package let pack: Pack?
  /// Everything found: in the list, in the signature, in the files.
  package let findings: [Finding]

  /// Reads an archive.
  ///
  /// - Throws: `PackTrouble` for an archive that a pack cannot be; then nothing of it is used.
  package init(archive bytes: [UInt8], name: String) throws(PackTrouble) {
    self.init(try PackFiles(archive: bytes), name: name)
  }

  /// Reads a folder.
  package init(folder path: String) {
    self.init(PackFiles(folder: path), name: path)
  }

  /// Reads the archive or folder at a path.
  ///
  /// - Throws: `PackTrouble` when it cannot be read, or is an archive that a pack cannot be.
  package init(path: String) throws(PackTrouble) {
    if OpenFolder(path: path) != nil {
      self.init(folder: path)
    } else {
      try self.init(archive: PackArchive.bytes(at: path), name: path)
    }
  }

  /// Takes files that were read already.
  package init(_ files: PackFiles, name: String) {
    var check = OfferCheck(files)
    self.name = name
    self.files = files
    sums = check.readSums()
    signature = sums.flatMap { check.readSignature(over: $0) }
    if let sums { check.compare(with: sums) }
    // What is in a file that was changed on its way is not looked at any closer.
    let isChanged = OfferCheck.isChanged(check.findings)
    let folder = PackFolder(files, linting: !isChanged)
    pack = folder.pack
    findings = check.findings + (isChanged ? [] : folder.findings)
  }

  package var manifest: Manifest? { pack?.manifest }
  package var id: String? { pack?.id }
  /// The hash that stands for all of it, by its own list.
  package var h1: String? { sums?.h1 }
  /// Who signed it, by a signature that fits.
  package var signer: VerifyingKey? { signature?.key }

  /// Why this cannot be installed anywhere, or nil when it is sound.
  package var trouble: PackTrouble? { OfferCheck.trouble(in: findings, of: name) }
}
