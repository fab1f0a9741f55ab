internal import PackFormat
package import Practice
package import SSHSigning

extension Policies {
  /// The name under which every policy that names signers accepts this one.
  ///
  /// - Parameters:
  ///   - key: who signed; nil for a pack that nobody signed.
  ///   - today: the day of installing; nil for a pack that is installed already, which a day that
  ///     passes does not take away.
  /// - Returns: nil when no policy names signers.
  /// - Throws: `PackTrouble`, in the words of the first policy that does not accept them.
  package func acceptedName(
    of key: VerifyingKey?, for pack: String, on today: Day?
  ) throws(PackTrouble) -> String? {
    if let trouble { throw trouble }
    var name: String?
    for policy in policies {
      guard let signers = policy.signers else { continue }
      guard let key else { throw Self.unsigned(policy) }
      let found = try Self.signer(key, pack, today, among: signers, of: policy)
      name = name ?? found.name
    }
    return name
  }

  /// The name under which policies accept the signer of an installed pack; nil where none does.
  ///
  /// - Parameter line: the key as `ssh-ed25519 AAAA`.
  package func acceptedName(of line: String, for pack: String) -> String? {
    guard let key = try? VerifyingKey(line: line) else { return nil }
    return try? acceptedName(of: key, for: pack, on: nil)
  }

  private static func signer(
    _ key: VerifyingKey, _ pack: String, _ today: Day?, among signers: [Policy.Signer],
    of policy: Policy
  ) throws(PackTrouble) -> Policy.Signer {
    let same = signers.filter { $0.key == key }
    let fitting = same.filter { $0.packs?.contains(pack) ?? true }
    guard let last = fitting.last else {
      throw notAccepted(key, pack, policy, otherPacks: same.first?.name)
    }
    guard let today else { return last }
    if let signer = fitting.first(where: {
      ($0.from ?? today) <= today && today <= ($0.until ?? today)
    }) {
      return signer
    }
    if let from = last.from, today < from {
      throw PackTrouble(
        .signerNotYet,
        "The policy \(policy.file) accepts \(last.name) from \(from) on, and today is \(today).",
        hint: "Install it from that day on, or ask whoever looks after this computer.")
    }
    throw PackTrouble(
      .signerExpired,
      "The policy \(policy.file) accepted \(last.name) until \(last.until ?? today), and today is"
        + " \(today).",
      hint: "Ask \(last.name) for a pack signed with their present key, or whoever looks after"
        + " this computer. What is installed stays.")
  }

  private static func notAccepted(
    _ key: VerifyingKey, _ pack: String, _ policy: Policy, otherPacks name: String?
  ) -> PackTrouble {
    let who =
      name.map { "\($0) for other packs, but not for \(pack)" }
      ?? "other signers, but not the one of this pack (\(key.fingerprint))"
    let names = (policy.signers ?? []).map(\.name)
    let list = names.isEmpty ? "It accepts nobody." : "It accepts \(names.joined(separator: ", "))."
    return PackTrouble(
      .signerNotAccepted, "The policy \(policy.file) accepts \(who).",
      hint: "\(list) Ask whoever looks after this computer.")
  }

  private static func unsigned(_ policy: Policy) -> PackTrouble {
    PackTrouble(
      .unsigned,
      "The policy \(policy.file) takes signed packs only, and nobody signed this one.",
      hint: "Ask whoever made it to sign it with \(.sign).")
  }
}
