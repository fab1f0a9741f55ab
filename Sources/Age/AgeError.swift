/// Why an age file could not be opened or made.
///
/// The cases are the outcomes that the format's own test vectors name. None carries plaintext, a
/// passphrase or a key.
package enum AgeError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The ASCII wrapping is broken.
  case armor(String)
  /// The header breaks the grammar or a stanza of a known kind breaks its own rules.
  case header(String)
  /// The header was changed after it was written.
  case headerChanged
  /// No identity given opens this file: a wrong passphrase, or a file for someone else.
  case noMatch
  /// The content is cut short, changed, or goes on after its end.
  case payload(String)
  /// An identity or recipient text is not one.
  case key(String)
  /// The operating system refused a read or a write.
  case system(String)

  package var description: String {
    switch self {
    case .armor(let reason): "the armor around this age file is broken: \(reason)"
    case .header(let reason): "the header of this age file is broken: \(reason)"
    case .headerChanged: "the header of this age file was changed after it was written"
    case .noMatch: "none of the keys given opens this age file"
    case .payload(let reason): "the content of this age file is damaged: \(reason)"
    case .key(let reason): "not an age key: \(reason)"
    case .system(let reason): "the age file could not be read or written: \(reason)"
    }
  }
}
