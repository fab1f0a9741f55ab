package import Practice

/// Which entries are looked at, whatever words they hold.
package struct SearchFilter: Sendable, Hashable {
  /// Days as lived where the entry was written, both included.
  package var since: Day?
  package var until: Day?
  /// A tag, in any case and with or without accents.
  package var tag: String?
  /// A prompt's id, with or without its pack.
  package var prompt: String?
  /// The id of a value, such as `hope`.
  ///
  /// It was answered about, or chosen, or is a tag.
  package var value: String?

  package init(
    since: Day? = nil, until: Day? = nil, tag: String? = nil, prompt: String? = nil,
    value: String? = nil
  ) {
    self.since = since
    self.until = until
    self.tag = tag
    self.prompt = prompt
    self.value = value
  }

  /// Whether an entry can be taken, by what a list shows of it: all but `value`.
  package func takes(card: Entry) -> Bool {
    if let since, card.written.day < since { return false }
    if let until, card.written.day > until { return false }
    if let tag, !card.tags.contains(where: { Folding.areSame($0, tag) }) { return false }
    guard let prompt else { return true }
    return card.prompt.map { $0.id == prompt || $0.id.hasSuffix("/\(prompt)") } ?? false
  }

  /// Whether a whole entry is taken.
  package func takes(_ entry: Entry) -> Bool {
    guard takes(card: entry) else { return false }
    guard let value else { return true }
    return entry.values.contains { Folding.areSame($0, value) }
      || entry.tags.contains { Folding.areSame($0, value) }
  }

  /// What a sealed entry must have in it where a `value` is asked for: `mayMatch(payload:)` of
  /// this is certain when it is false.
  package var sieve: SearchQuery { SearchQuery(reading: value.map { "\"\($0)\"" } ?? "") }
}

extension Entry {
  /// The ids that answers were about, and those that were chosen.
  var values: [String] {
    answers.flatMap { answer in
      switch answer.value {
      case .words(let words): [answer.item, words].compactMap(\.self)
      case .ids(let ids), .other(_, let ids): [answer.item].compactMap(\.self) + ids
      case nil: [String]()
      default: [answer.item].compactMap(\.self)
      }
    }
  }
}
