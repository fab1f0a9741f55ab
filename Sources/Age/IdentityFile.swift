/// A text file of secret keys, one a line, with `#` comments: what `age -i` reads.
package struct IdentityFile: Sendable {
  /// What the comments say, without `# `.
  package var notes: [String]
  package var identities: [X25519Identity]

  package init(notes: [String] = [], identities: [X25519Identity]) {
    self.notes = notes
    self.identities = identities
  }

  /// Reads an identity file.
  ///
  /// - Throws: `AgeError.key` when a line is neither a key, a comment nor empty, or no key is there.
  package init(reading bytes: [UInt8]) throws(AgeError) {
    notes = []
    identities = []
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      let text = String(decoding: line, as: UTF8.self)
      if text.hasPrefix("#") {
        notes.append(String(text.dropFirst().drop { $0 == " " }))
      } else {
        identities.append(try X25519Identity(text))
      }
    }
    guard !identities.isEmpty else { throw .key("there is no key in this identity file") }
  }

  /// The bytes of the file.
  ///
  /// They hold secrets: seal them before they touch a disk.
  package var bytes: [UInt8] {
    let lines = notes.map { "# \($0)" } + identities.map(\.secretText)
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }
}
