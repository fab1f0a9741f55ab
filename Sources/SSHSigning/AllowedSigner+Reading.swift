extension AllowedSigner {
  /// Reads one line, without its end, that is neither empty nor a comment.
  ///
  /// - Throws: `SigningError.malformed`, `.otherKey` or `.weakKey`.
  init(line: ArraySlice<UInt8>) throws(SigningError) {
    var words = Self.words(of: line)[...]
    guard let principals = words.popFirst() else { throw .malformed("the line is empty") }
    guard let next = words.first else { throw .malformed("there is no key") }
    var options = SignerOptions()
    if !Self.isKind(next) {
      options = try SignerOptions(reading: next)
      words = words.dropFirst()
    }
    try self.init(
      principals: principals.split(
        separator: UInt8(ascii: ","), omittingEmptySubsequences: false
      ).map { String(decoding: $0, as: UTF8.self) },
      namespaces: options.namespaces, validAfter: options.validAfter,
      validBefore: options.validBefore, key: VerifyingKey(words: Array(words)))
  }

  /// Whether a word is a kind of key rather than options.
  private static func isKind(_ word: ArraySlice<UInt8>) -> Bool {
    ["ssh-", "sk-", "ecdsa-", "rsa-"].contains { word.starts(with: $0.utf8) }
  }

  /// What blanks separate; within quotes they do not.
  private static func words(of line: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var isQuoted = false
    return line.split { byte in
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      return !isQuoted && (byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t"))
    }
  }
}

/// What stands between the names and the key of a line.
struct SignerOptions {
  var namespaces: [String]?
  var validAfter: SignerTime?
  var validBefore: SignerTime?

  /// No options.
  init() {}

  /// Reads `namespaces="a,b",valid-after="…",valid-before="…"`, each at most once.
  ///
  /// - Throws: `SigningError.malformed`.
  init(reading text: ArraySlice<UInt8>) throws(SigningError) {
    var isQuoted = false
    let options = text.split(omittingEmptySubsequences: false) { byte in
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      return !isQuoted && byte == UInt8(ascii: ",")
    }
    for option in options { try take(option) }
  }

  private mutating func take(_ option: ArraySlice<UInt8>) throws(SigningError) {
    let name = Self.lowered(option.prefix { $0 != UInt8(ascii: "=") })
    switch name {
    case "namespaces":
      guard namespaces == nil else { throw .malformed("it says namespaces twice") }
      namespaces = try Self.value(of: option, name).split(
        separator: UInt8(ascii: ","), omittingEmptySubsequences: false
      ).map { String(decoding: $0, as: UTF8.self) }
    case "valid-after":
      guard validAfter == nil else { throw .malformed("it says valid-after twice") }
      validAfter = try SignerTime(letters: Array(Self.value(of: option, name)))
    case "valid-before":
      guard validBefore == nil else { throw .malformed("it says valid-before twice") }
      validBefore = try SignerTime(letters: Array(Self.value(of: option, name)))
    case "cert-authority":
      throw .malformed("certificates are not taken: name each signer's own key")
    default:
      throw .malformed(
        "the options before a key are namespaces=\"…\", valid-after=\"…\" and valid-before=\"…\"")
    }
  }

  /// What stands in quotes after `name=`.
  private static func value(
    of option: ArraySlice<UInt8>, _ name: String
  ) throws(SigningError) -> ArraySlice<UInt8> {
    let quoted = option.dropFirst(name.utf8.count + 1)
    let value = quoted.dropFirst().dropLast()
    let quote = UInt8(ascii: "\"")
    guard quoted.count >= 2, quoted.first == quote, quoted.last == quote,
      !value.contains(quote), !value.contains(UInt8(ascii: "\\"))
    else { throw .malformed("what follows \(name)= must stand in quotes") }
    return value
  }

  /// The keywords may be written in capitals: ssh-keygen(1).
  private static func lowered(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes, as: UTF8.self).lowercased()
  }
}
