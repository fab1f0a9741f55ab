internal import AlongsideRuntime
internal import Console
internal import SSHSigning

/// A signer's key as two people can compare it.
enum SignerText {
  /// The words on lines of four, and the fingerprint below.
  static func lines(_ key: VerifyingKey) -> [String] {
    let words = KeyWords.words(of: key).split(separator: " ").map(String.init)
    return stride(from: 0, to: words.count, by: 4).map { start in
      "    " + words[start..<min(start + 4, words.count)].joined(separator: " ")
    } + ["    \(key.fingerprint)"]
  }

  static func say(_ key: VerifyingKey, _ terminal: Terminal) {
    for line in lines(key) { terminal.say(line) }
  }
}
