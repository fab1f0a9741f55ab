import PackFormat
import Practice
import SSHSigning
import YAML

/// Holds an offered pack against the lock, the policies and the program: pure, and nothing is read.
struct OfferJudge {
  let offer: OfferedPack
  let lock: PackLock
  let rules: InstallRules
  let today: Day

  func judgement() -> Judgement {
    let now = offer.id.flatMap { lock[$0] }?.active
    let isSame =
      now != nil && now?.h1 == offer.h1 && now?.signer?.fingerprint == offer.signer?.fingerprint
    return Judgement(
      standing: standing(isSame: isSame, now: now), now: now, isSame: isSame, notes: notes)
  }

  private func standing(isSame: Bool, now: InstalledVersion?) -> Standing {
    do throws(PackTrouble) {
      let manifest = try soundManifest()
      try checkNeeds(manifest)
      let name = try rules.policies.acceptedName(of: offer.signer, for: manifest.id, on: today)
      if !isSame {
        try checkRevision(manifest)
        if let trouble = PackTrouble.conflict(rules.conflicts) { throw trouble }
      }
      return try standing(accepted: name, now: now, manifest)
    } catch {
      return .refused(error)
    }
  }

  private func soundManifest() throws(PackTrouble) -> Manifest {
    if let trouble = rules.policies.trouble { throw trouble }
    if let trouble = offer.trouble { throw trouble }
    guard let manifest = offer.manifest else {
      throw PackTrouble(
        .files, "\(offer.name) has no pack.yaml that names it.",
        hint: "Whoever made it can see why with \(.lint).")
    }
    guard rules.bundled.contains(manifest.id) || manifest.id == Composition.ownPack else {
      return manifest
    }
    throw PackTrouble(
      .bundled,
      "The id \"\(manifest.id)\" belongs to a pack that is part of Alongside.",
      hint: "Whoever made this one can give it an id of its own, such as org.example.our-group.")
  }

  private func standing(
    accepted name: String?, now: InstalledVersion?, _ manifest: Manifest
  ) throws(PackTrouble) -> Standing {
    guard let key = offer.signer else {
      guard let before = now?.signer else { return .unsigned }
      let who = lock.signer(before.fingerprint)?.name ?? before.fingerprint
      throw PackTrouble(
        .unsigned,
        "The installed \(manifest.id) is signed by \(who), and nobody signed this one.",
        hint: "Ask \(who) for the signed file. To take this one all the same, first:"
          + " \(.remove(manifest.id))")
    }
    if let name { return .known(name: name) }
    if let now, let before = now.signer, before.fingerprint != key.fingerprint {
      return .otherSigner(
        key, before: before, nameBefore: lock.signer(before.fingerprint)?.name)
    }
    return lock.signer(key.fingerprint).map { .known(name: $0.name) } ?? .firstSight(key)
  }

  private func checkRevision(_ manifest: Manifest) throws(PackTrouble) {
    guard let seen = lock.seen(manifest.id, by: offer.signer?.fingerprint) else { return }
    let whose = offer.signer == nil ? "" : " from this signer"
    if manifest.revision < seen.revision {
      throw PackTrouble(
        .lowerRevision,
        "This is revision \(manifest.revision) of \(manifest.id), and revision"
          + " \(seen.revision)\(whose) was installed here before.",
        hint: "Ask for the newest file."
          + (lock[manifest.id] == nil
            ? "" : " To go back to what was here: \(.goBack(manifest.id))"))
    }
    guard manifest.revision == seen.revision, offer.h1 != seen.h1 else { return }
    throw PackTrouble(
      .otherContent,
      "This is revision \(manifest.revision) of \(manifest.id), which was installed here with"
        + " other content.",
      hint: "Whoever made it raises \"revision\" in pack.yaml by one for every change. Ask them"
        + " which is the right one.")
  }
}

extension PackTrouble {
  /// What keeps two packs from standing side by side; nil where nothing does.
  static func conflict(_ findings: [Finding]) -> PackTrouble? {
    guard let first = findings.first(where: { $0.severity == .error }) else { return nil }
    return PackTrouble(
      .conflict, "\(first.file):\(first.line): \(first.message)",
      hint: first.hint ?? "Remove one of the two packs, or ask their makers to agree.",
      findings: findings)
  }
}

extension OfferJudge {
  private func checkNeeds(_ manifest: Manifest) throws(PackTrouble) {
    if let range = manifest.needs.alongside {
      // What is no range at all was found in the file.
      if PackVersion(rules.program)?.isWithin(range) != true {
        throw needs(
          "This pack needs Alongside \(range), and this is \(rules.program).",
          hint: "Bring Alongside up to date, or ask for a version of the pack that fits.",
          "alongside")
      }
    }
    let unknown = manifest.needs.features.filter { !rules.features.contains($0) }
    if !unknown.isEmpty {
      throw needs(
        "This pack needs what this Alongside cannot do: \(unknown.joined(separator: ", ")).",
        hint: "Bring Alongside up to date, or ask for a version of the pack that fits.",
        "features")
    }
  }

  private func needs(_ message: String, hint: Hint, _ key: String) -> PackTrouble {
    let mark = manifestNode?["needs"]?[key]?.mark ?? .start
    let finding = Finding(
      file: "pack.yaml", line: mark.line, column: mark.column,
      code: FindingCode.needsNewer.rawValue, severity: .error, message: message, hint: hint)
    return PackTrouble(.needs, message, hint: hint, findings: [finding])
  }

  private var notes: [Finding] {
    let mild = offer.findings.filter { $0.severity != .error }
    guard let expires = offer.manifest?.expires, expires < today else { return mild }
    let mark = manifestNode?["expires"]?.mark ?? .start
    let old = Finding(
      file: "pack.yaml", line: mark.line, column: mark.column,
      code: FindingCode.expired.rawValue, severity: .warning,
      message: "This pack was meant to be used until \(expires), and today is \(today).",
      hint: "It works as before. Ask whoever made it for a newer one.")
    return [old] + mild
  }

  private var manifestNode: Node? {
    offer.files["pack.yaml"].flatMap { YAMLReading($0).root }
  }
}
