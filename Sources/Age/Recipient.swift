/// Someone a file is sealed to.
package protocol Recipient: Sendable {
  /// Wraps the file key for this recipient.
  func wrap(_ key: FileKey) throws -> Stanza
  /// Recipients of different companies cannot share a file: a scrypt passphrase stands alone, and
  /// a post-quantum recipient gains nothing beside one that is not.
  var company: RecipientCompany { get }
}

/// Which recipients may stand together in one header.
package enum RecipientCompany: Sendable, Hashable {
  case alone
  case classical
  case postQuantum
}

/// Something that can open files: a secret key or a passphrase.
package protocol Identity: Sendable {
  /// Unwraps the file key from the stanza that is meant for this identity.
  ///
  /// - Returns: nil when the stanza is of another kind or for someone else.
  /// - Throws: `AgeError.header` when it is of this kind and breaks the kind's rules.
  func unwrap(_ stanza: Stanza) throws(AgeError) -> FileKey?
}
