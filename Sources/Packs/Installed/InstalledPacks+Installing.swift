import Archive
import PackFormat
package import Practice
import SSHSigning

/// What an install did.
package enum Installation: Sendable, Hashable {
  case installed(InstalledVersion)
  case updated(InstalledVersion, from: InstalledVersion)
  /// The very same was in use already.
  case unchanged(InstalledVersion)
}

extension InstalledPacks {
  /// What installing an offered pack would mean; nothing is changed.
  ///
  /// - Throws: `PackTrouble` for a lock that is damaged or newer; whatever is wrong with the pack
  ///   is in the standing.
  package func judge(
    _ offer: OfferedPack, under rules: InstallRules, today: Day
  ) throws(PackTrouble) -> Judgement {
    OfferJudge(offer: offer, lock: try lock(), rules: rules, today: today).judgement()
  }

  /// Installs a pack, or puts a newer version in the place of an older.
  ///
  /// It is judged once more, against what is installed at that moment; `rules` are taken as they
  /// are. A conflict that arose since is found when the packs are put together.
  ///
  /// - Parameters:
  ///   - acceptance: what the person said to its standing.
  ///   - source: where it came from, to be shown.
  /// - Throws: `PackTrouble`; then the installed packs are as they were.
  package func install(
    _ offer: OfferedPack, accepting acceptance: Acceptance, under rules: InstallRules,
    source: String, today: Day
  ) throws(PackTrouble) -> Installation {
    try change { lock throws(PackTrouble) in
      let judge = OfferJudge(offer: offer, lock: lock, rules: rules, today: today)
      let judgement = judge.judgement()
      let signer = try Self.signer(of: judgement.standing, offer, acceptance, today)
      guard let manifest = offer.manifest, let h1 = offer.h1, offer.files.sums.h1 == h1 else {
        throw PackTrouble(
          .files, "\(offer.name) has no pack.yaml that names it.",
          hint: "Whoever made it can see why with \(.lint).")
      }
      // Written even when it is in use: that mends a store whose files were changed.
      try store.add(offer.files, h1: h1)
      if judgement.isSame, let now = judgement.now { return .unchanged(now) }
      let version = InstalledVersion(
        h1: h1, version: manifest.version, revision: manifest.revision,
        signer: offer.signer.map { SignerKey(fingerprint: $0.fingerprint, line: $0.line) },
        source: source, installed: today)
      lock.put(version, for: manifest.id)
      if let signer, lock.signer(signer.key.fingerprint) == nil { lock.signers.append(signer) }
      return judgement.now.map { .updated(version, from: $0) } ?? .installed(version)
    }
  }

  /// Someone to remember as known, when the person accepted them just now.
  private static func signer(
    of standing: Standing, _ offer: OfferedPack, _ acceptance: Acceptance, _ today: Day
  ) throws(PackTrouble) -> KnownSigner? {
    switch standing {
    case .known: return nil
    case .refused(let trouble): throw trouble
    case .unsigned:
      if acceptance == .unsigned { return nil }
      throw PackTrouble(
        .unsigned, "Nobody signed \(offer.name).",
        hint: "Ask whoever made it to sign it. If you know where it comes from, say so with"
          + " --unsigned.")
    case .firstSight(let key), .otherSigner(let key, _, _):
      if case .signer(key.fingerprint, let name) = acceptance {
        let known = SignerKey(fingerprint: key.fingerprint, line: key.line)
        return KnownSigner(key: known, name: name, since: today)
      }
      throw notCompared(standing, offer, acceptance)
    }
  }

  private static func notCompared(
    _ standing: Standing, _ offer: OfferedPack, _ acceptance: Acceptance
  ) -> PackTrouble {
    let found = offer.signer?.fingerprint ?? ""
    if case .signer(let wanted, _) = acceptance {
      return PackTrouble(
        .unknownSigner,
        "\(offer.name) is signed by \(found), not by \(wanted).",
        hint: "Do not install it before you have asked whoever you had it from.")
    }
    if case .otherSigner(_, let before, let name) = standing {
      let who = name.map { "\($0) (\(before?.fingerprint ?? ""))" } ?? before?.fingerprint ?? ""
      return PackTrouble(
        .otherSigner,
        "\(offer.name) is signed by \(found); the installed version is signed by \(who).",
        hint: "Ask \(name ?? "them") whether they have a new key, and compare it before you go on.")
    }
    return PackTrouble(
      .unknownSigner, "\(offer.name) is signed by \(found), who is not known here.",
      hint: "Compare this with the signer, over the telephone or on their own page, before you go"
        + " on.")
  }
}
