/// One line of an allowed_signers file: a key, whose it is, and what it may sign and when.
///
/// The format is that of ssh-keygen(1), ALLOWED SIGNERS. Every line that is taken here means the
/// same to ssh-keygen; some that ssh-keygen takes are refused, so that a line says plainly whom
/// it trusts: patterns (`*`, `?`, `!`) in place of names, `cert-authority`, times without `Z`.
package struct AllowedSigner: Sendable, Hashable {
  /// Whose key it is: names such as `packs@example.org`, in the order of the line.
  package let principals: [String]
  /// What it may sign; nil for everything, as when the option is not there.
  package let namespaces: [String]?
  /// The first second in which a signature is accepted.
  package let validAfter: SignerTime?
  /// The last second in which a signature is accepted.
  package let validBefore: SignerTime?
  package let key: VerifyingKey

  /// Makes a line.
  ///
  /// - Throws: `SigningError.malformed` when a name has signs that have a meaning in the file, or
  ///   the time ends before it begins.
  package init(
    principals: [String], namespaces: [String]?, validAfter: SignerTime? = nil,
    validBefore: SignerTime? = nil, key: VerifyingKey
  ) throws(SigningError) {
    guard !principals.isEmpty, principals.allSatisfy({ Self.isPrincipal(Array($0.utf8)) }) else {
      throw .malformed("a signer is named as packs@example.org: no blanks, quotes, * ? ! or #")
    }
    if let namespaces {
      guard !namespaces.isEmpty, namespaces.allSatisfy({ PlainName.fits($0.utf8) }) else {
        throw .malformed("namespaces names each one in full, without * ? or !")
      }
    }
    if let validAfter, let validBefore, validBefore <= validAfter {
      throw .malformed("valid-before is not later than valid-after")
    }
    self.principals = principals
    self.namespaces = namespaces
    self.validAfter = validAfter
    self.validBefore = validBefore
    self.key = key
  }

  /// The line, without its end.
  package var line: String {
    var options: [String] = []
    if let namespaces {
      options.append("namespaces=\"\(namespaces.joined(separator: ","))\"")
    }
    if let validAfter { options.append("valid-after=\"\(validAfter.text)\"") }
    if let validBefore { options.append("valid-before=\"\(validBefore.text)\"") }
    let words = [principals.joined(separator: ","), options.joined(separator: ","), key.line]
    return words.filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// ASCII that shows, without the signs of patterns, lists, quotes and comments.
  private static func isPrincipal(_ name: [UInt8]) -> Bool {
    (1...128).contains(name.count)
      && name.allSatisfy { (33...126).contains($0) && !#"*?!,"'#\"#.utf8.contains($0) }
  }
}
