import Archive

/// The hash by which a translation knows the text that it was made from.
package enum SourceHash {
  /// The first sixteen hexadecimal digits of the SHA-256 of the text.
  package static func of(_ text: String) -> String { String(whole(of: text).prefix(16)) }

  /// Whether a noted hash, of sixteen digits or more, is that of the text.
  package static func isMade(_ noted: String, from text: String) -> Bool {
    noted.utf8.count >= 16 && whole(of: text).hasPrefix(noted)
  }

  private static func whole(of text: String) -> String {
    ContentHash(of: Array(text.utf8)).description
  }
}
