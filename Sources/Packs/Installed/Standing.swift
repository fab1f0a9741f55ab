package import PackFormat
package import SSHSigning

/// How an offered pack stands here: what a person must do before it can be installed.
package enum Standing: Sendable, Hashable {
  /// Signed by someone accepted already: by this person, or by a policy.
  case known(name: String)
  /// Signed with a key never seen here: the person compares its words with the signer first.
  case firstSight(VerifyingKey)
  /// Signed with another key than the installed version: compared like a first sight, and said so.
  case otherSigner(VerifyingKey, before: SignerKey?, nameBefore: String?)
  /// Nobody signed it: the person must want it all the same.
  case unsigned
  /// It cannot be installed here.
  case refused(PackTrouble)
}

/// What installing an offered pack would mean.
package struct Judgement: Sendable, Hashable {
  package let standing: Standing
  /// The version that is in use now.
  package let now: InstalledVersion?
  /// True when the very same content is in use already.
  package let isSame: Bool
  /// Worth knowing, and no reason to stop: an expiry that has passed, warnings in the files.
  package let notes: [Finding]
}

/// What a person said to the standing of a pack.
package enum Acceptance: Sendable, Hashable {
  /// Nothing: enough for a signer who is known.
  case nothing
  /// They compared this fingerprint with the signer, whom they call by this name.
  case signer(fingerprint: String, name: String)
  /// They want a pack that nobody signed.
  case unsigned
}

/// What an offered pack is held against, besides what is installed.
package struct InstallRules: Sendable {
  package var policies: Policies
  /// The ids that came with the program, which nothing replaces.
  package var bundled: Set<String>
  /// The program's version.
  package var program: String
  /// The names of what the program can do, for `needs`.
  package var features: Set<String>
  /// Where the pack and another change the same thing, with file and line in both.
  package var conflicts: [Finding]

  package init(
    policies: Policies = Policies(), bundled: Set<String> = ["core"], program: String,
    features: Set<String> = [], conflicts: [Finding] = []
  ) {
    self.policies = policies
    self.bundled = bundled
    self.program = program
    self.features = features
    self.conflicts = conflicts
  }
}
