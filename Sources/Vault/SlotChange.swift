package import Age

/// New words for a way into the journal.
package struct SlotChange: Sendable {
  package var kind: SlotKind
  /// Nil takes this way in away.
  package var words: Passphrase?
  package var logN: Int

  package init(_ kind: SlotKind, words: Passphrase?, logN: Int = ScryptWork.shipped) {
    self.kind = kind
    self.words = words
    self.logN = logN
  }
}
