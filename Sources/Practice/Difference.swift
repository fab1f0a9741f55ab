/// What became of a text: its parts in order, each as it was, added or taken away.
///
/// The parts that are not `added` make the earlier text, byte for byte, and those that are not
/// `removed` the later one. Where texts are too long or too different to compare word by word in
/// good time, lines or whole passages stand for them.
package struct Difference: Sendable, Hashable {
  package enum Kind: Sendable, Hashable { case same, added, removed }

  package struct Part: Sendable, Hashable {
    package var kind: Kind
    package var text: String

    package init(_ kind: Kind, _ text: String) {
      self.kind = kind
      self.text = text
    }
  }

  /// Neighbours are of different kinds; what was removed stands before what was added.
  package private(set) var parts: [Part]

  package init(from earlier: String, to later: String) {
    let from = Token.lines(earlier)
    let to = Token.lines(later)
    var runs = DifferenceRuns()
    for run in DifferenceRuns.ofLines(from[...], to[...]).runs {
      guard !run.removed.isEmpty, !run.added.isEmpty else {
        runs.append(run)
        continue
      }
      let words = (run.removed.flatMap(\.words), run.added.flatMap(\.words))
      runs.append(DifferenceRuns.ofWords(words.0, words.1))
    }
    parts = runs.parts
  }

  package var hasChanges: Bool { parts.contains { $0.kind != .same } }

  /// The text with its changes marked in signs alone: `[-removed-]` and `{+added+}`.
  package var marked: String {
    parts.map { part in
      switch part.kind {
      case .same: part.text
      case .removed: "[-\(part.text)-]"
      case .added: "{+\(part.text)+}"
      }
    }.joined()
  }
}

/// A line, a word or a run of white space: some bytes of a text.
///
/// Bytes are compared, so that another spelling of the same letter is a change like any other.
struct Token: Sendable, Hashable {
  let bytes: ArraySlice<UInt8>

  /// The lines of a text, each with the end it has.
  static func lines(_ text: String) -> [Token] {
    cut(Array(text.utf8)[...]) { before, _ in before == 0x0A }
  }

  /// The words and the white space between them.
  var words: [Token] { Self.cut(bytes) { Self.isSpace($0) != Self.isSpace($1) } }

  var isSpace: Bool { bytes.allSatisfy(Self.isSpace) }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || 0x09...0x0D ~= byte }

  private static func cut(
    _ bytes: ArraySlice<UInt8>, between isCut: (UInt8, UInt8) -> Bool
  ) -> [Token] {
    var tokens: [Token] = []
    var start = bytes.startIndex
    for at in bytes.indices.dropFirst() where isCut(bytes[at - 1], bytes[at]) {
      tokens.append(Token(bytes: bytes[start..<at]))
      start = at
    }
    if start < bytes.endIndex { tokens.append(Token(bytes: bytes[start...])) }
    return tokens
  }
}
