import Archive
package import PackFormat
import SSHSigning

/// An installed pack as it is read for use.
package struct PackInUse: Sendable {
  package let installed: InstalledPack
  /// Its prompts and other words; nothing, with a finding, when it is left out.
  package let folder: PackFolder
}

extension InstalledPacks {
  /// All installed packs in order, and what is wrong with any of them.
  ///
  /// A pack whose files were changed, or that a policy no longer accepts, is left out with a
  /// finding; the others work. A policy or lock that cannot be read leaves out all of them.
  ///
  /// - Parameter terms: words of the program's vocabulary, which texts may name.
  package func packs(
    under policies: Policies = Policies(), terms: Set<String> = []
  ) -> (packs: [PackInUse], findings: [Finding]) {
    do throws(PackTrouble) {
      let packs = try lock().packs
      guard !packs.isEmpty else { return ([], []) }
      if let trouble = policies.trouble {
        return ([], [finding(.brokenPolicy, trouble, in: policies.findings.first?.file)])
      }
      let inUse = packs.map { PackInUse(installed: $0, folder: read($0, under: policies, terms)) }
      return (inUse, inUse.flatMap { leftOut($0) })
    } catch {
      return ([], [finding(.badLock, error, in: lockPath)])
    }
  }

  private func read(
    _ pack: InstalledPack, under policies: Policies, _ terms: Set<String>
  ) -> PackFolder {
    do throws(PackTrouble) {
      let key = pack.active.signer.flatMap { try? VerifyingKey(line: $0.line) }
      _ = try policies.acceptedName(of: key, for: pack.id, on: nil)
    } catch {
      return PackFolder(leftOut: [finding(.notAccepted, error, in: "\(pack.id)/pack.yaml")])
    }
    switch store.read(pack.active.h1) {
    case .sound(let files):
      if policies.namesSigners, let finding = unproved(pack, files) {
        return PackFolder(leftOut: [finding])
      }
      return PackFolder(files, terms: terms)
    case .changed(let finding): return PackFolder(leftOut: [finding])
    }
  }

  /// Where a policy counts on signers, the list of what is installed is not believed: the signature
  /// itself has to be there and hold good.
  private func unproved(_ pack: InstalledPack, _ files: PackFiles) -> Finding? {
    let key = pack.active.signer.flatMap { try? VerifyingKey(line: $0.line) }
    if let key, let list = files[Sums.name], let bytes = files[Sums.signatureName],
      let signature = try? SSHSignature(armored: bytes), signature.key == key,
      (try? signature.verify(list, namespace: .pack)) != nil
    {
      return nil
    }
    return Finding(
      file: "\(store.folder(pack.active.h1))/\(Sums.signatureName)", line: 1, column: 1,
      code: FindingCode.storeChanged.rawValue, severity: .error,
      message: "The signature of \(pack.id) is not the one that it was installed with.",
      hint: "Install the pack again from its file. Until then it is left out.")
  }

  /// The findings that say why a pack is not there; small ones inside a pack are its own.
  private func leftOut(_ pack: PackInUse) -> [Finding] {
    pack.folder.pack == nil ? pack.folder.findings : []
  }

  private func finding(
    _ code: FindingCode, _ trouble: PackTrouble, in file: String?
  ) -> Finding {
    Finding(
      file: file ?? path, line: 1, column: 1, code: code.rawValue, severity: .error,
      message: trouble.message, hint: trouble.hint)
  }
}
