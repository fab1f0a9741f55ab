package import Practice

/// One version of a pack that was installed.
package struct InstalledVersion: Sendable, Hashable {
  /// The SHA-256 of its list of sums: the name of its folder in the store.
  package var h1: String
  package var version: String
  package var revision: Int
  /// Who signed it; nil for a version that nobody signed.
  package var signer: SignerKey?
  /// Where it was installed from, as the person named it.
  package var source: String
  package var installed: Day
}

/// A public key with its fingerprint.
package struct SignerKey: Sendable, Hashable {
  /// `SHA256:` and letters, as `ssh-keygen -l` prints it.
  package var fingerprint: String
  /// `ssh-ed25519 AAAA`.
  package var line: String
}

/// A pack that is installed: the version in use, and those that one can go back to.
package struct InstalledPack: Sendable, Hashable {
  package var id: String
  package var active: InstalledVersion
  /// The one last used first.
  package var previous: [InstalledVersion]

  /// Every version that the store keeps.
  package var versions: [InstalledVersion] { [active] + previous }
}

/// Someone whose key a person compared and accepted.
package struct KnownSigner: Sendable, Hashable {
  package var key: SignerKey
  /// What the person calls them.
  package var name: String
  package var since: Day
}

/// The highest revision of a pack that was ever installed from one signer.
///
/// For each key by itself, so that a stolen key cannot lock out the one that follows it.
package struct SeenRevision: Sendable, Hashable {
  package var pack: String
  /// The signer's fingerprint; nil for versions that nobody signed.
  package var signer: String?
  package var revision: Int
  package var h1: String
}
