package import PackFormat

/// Why a pack was not built, taken, changed or used.
///
/// A person reads the message, then the hint; `findings` name files and lines where there are some.
package struct PackTrouble: Error, Sendable, Hashable, CustomStringConvertible {
  /// The stable name of what happened.
  package enum Reason: String, Sendable, Hashable, CaseIterable {
    // The file itself.
    case unreadable
    case archive
    case files
    case notBuilt = "not-built"
    case sums
    /// It does not hold good.
    case signature
    /// Nobody can tell whether it holds good.
    case unusableSignature = "unusable-signature"
    // Who signed it, and what is accepted here.
    case policy
    case signerNotAccepted = "signer-not-accepted"
    case signerExpired = "signer-expired"
    case signerNotYet = "signer-not-yet"
    case unsigned
    case unknownSigner = "unknown-signer"
    case otherSigner = "other-signer"
    // What is here already.
    case bundled
    case lowerRevision = "lower-revision"
    case otherContent = "other-content"
    case conflict
    case needs
    // The installed set.
    case notInstalled = "not-installed"
    case nothingBefore = "nothing-before"
    /// It is damaged.
    case lockFile = "lock-file"
    case newerLockFile = "newer-lock-file"
    case inUse = "in-use"
    case disk
    case store
  }

  package var reason: Reason
  /// What happened, as a sentence.
  package var message: String
  /// What to do next.
  package var hint: Hint
  package var findings: [Finding]

  package init(
    _ reason: Reason, _ message: String, hint: Hint, findings: [Finding] = []
  ) {
    self.reason = reason
    self.message = message
    self.hint = hint
    self.findings = findings
  }

  package var description: String { message }
}
