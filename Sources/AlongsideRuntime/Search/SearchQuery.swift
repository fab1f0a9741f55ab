package import Practice

/// What a person looks for.
///
/// - A word is found at the beginning of a word: `hope` finds `hopeful`, not `Shropeshire`.
/// - `"In quotes"` a phrase is found as it stands, to the end of its last word; spaces and ends of
///   lines are alike.
/// - A minus in front (`-word`, `-"a phrase"`) leaves out every entry that has it.
/// - Every word must occur, anywhere in the title, the tags, the answers or the text. Questions
///   are not looked at: else `helped` would find every page that asked what helped.
/// - Case and accents make no difference (`Folding`).
///
/// Without words it matches every entry.
package struct SearchQuery: Sendable, Hashable {
  let wanted: [SearchTerm]
  let unwanted: [SearchTerm]
  /// What a sealed entry must have in it to match, the longest first: most often the rarest.
  private let pieces: [ByteSearch]

  /// Takes typed words by the rules above; there is no wrong way to type them.
  package init(reading typed: String) {
    var reader = QueryReader(FoldedText(typed).bytes)
    let terms = reader.terms()
    wanted = terms.filter { !$0.isUnwanted }.map(\.term)
    unwanted = terms.filter(\.isUnwanted).map(\.term)
    pieces = wanted.compactMap(\.piece).sorted { $0.needle.count > $1.needle.count }
  }

  /// Whether it asks for nothing, so that filters alone decide.
  package var isEmpty: Bool { wanted.isEmpty && unwanted.isEmpty }

  /// Whether an entry sealed as these bytes of JSON can match; false is certain, true is not.
  ///
  /// Reads the bytes as they are. Only an entry with letters outside ASCII that does not fit as it
  /// stands is folded.
  package func mayMatch(payload: UnsafeRawBufferPointer) -> Bool {
    if pieces.allSatisfy({ $0.isFound(in: payload) }) { return true }
    guard !payload.isASCII else { return false }
    let folded = Folding.bytes(payload)
    return pieces.allSatisfy { $0.isFound(in: folded) }
  }

  /// Whether an entry sealed as these bytes of JSON can match; false is certain, true is not.
  package func mayMatch(payload: [UInt8]) -> Bool {
    payload.withUnsafeBytes { mayMatch(payload: $0) }
  }

  /// What of a sealed entry matches; nil when it does not.
  ///
  /// Much faster than decoding each entry, with the same result as `match(_:)`.
  ///
  /// - Throws: `DecodingError` for bytes that are no entry.
  package func match(payload: [UInt8], lines: Int = 3) throws -> SearchMatch? {
    guard mayMatch(payload: payload) else { return nil }
    if let fields = payload.withUnsafeBytes({ PayloadFields.read($0) }) {
      return match(fields, lines: lines)
    }
    return match(try JSON.read(EntryJSON.self, from: payload).entry, lines: lines)
  }

  /// What of an entry matches; nil when it does not.
  ///
  /// - Parameter lines: how many lines of context to give at most.
  package func match(_ entry: Entry, lines: Int = 3) -> SearchMatch? {
    match(SearchField.fields(of: entry), lines: lines)
  }

  private func match(_ fields: [SearchField], lines: Int) -> SearchMatch? {
    let texts = fields.map { FoldedText($0.text) }
    for term in unwanted where texts.contains(where: { !term.ranges(in: $0).isEmpty }) {
      return nil
    }
    var hits = [[Range<Int>]](repeating: [], count: fields.count)
    for term in wanted {
      var isFound = false
      for (index, text) in texts.enumerated() {
        let ranges = term.ranges(in: text)
        if !ranges.isEmpty { isFound = true }
        hits[index] += ranges
      }
      guard isFound else { return nil }
    }
    return SearchMatch(fields, texts, hits: hits, lines: lines)
  }
}
