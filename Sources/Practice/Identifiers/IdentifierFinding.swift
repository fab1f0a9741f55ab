/// A passage of a text that could point to a person.
package struct IdentifierFinding: Sendable, Hashable {
  package let kind: IdentifierKind

  /// The words exactly as they were written.
  package let passage: String

  /// Where the passage stands: UTF-8 offsets in the text, never empty, on whole scalars.
  package let range: Range<Int>

  /// Why it may be a false alarm, in one or two sentences; nil when there is nothing to say.
  package let note: String?

  package init(
    kind: IdentifierKind, passage: String, range: Range<Int>, note: String? = nil
  ) {
    self.kind = kind
    self.passage = passage
    self.range = range
    self.note = note
  }
}
