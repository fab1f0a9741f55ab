/// Finds passages of one kind.
protocol IdentifierRule: Sendable {
  var kind: IdentifierKind { get }

  /// The sorts of piece at which a match is looked for.
  var begins: TextPieces.Sort { get }

  /// The passage that stands at this piece, in time that does not depend on the text's length.
  ///
  /// The match may reach back before `index`, as an e-mail address does before its `@`.
  func match(at index: Int, in text: TextPieces) -> IdentifierMatch?
}

/// The pieces a rule has found, and why they may be a false alarm.
struct IdentifierMatch: Sendable, Hashable {
  let pieces: Range<Int>
  var note: String?
}
