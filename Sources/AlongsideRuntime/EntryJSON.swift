package import Practice

/// An entry as it is sealed and as `--json` prints it: one codec for both.
///
/// Every key is always there; what does not apply is null.
package struct EntryJSON: Codable, Sendable {
  package let entry: Entry
  /// Leaves `answers` and `text` out: the shape of lists.
  private let isCard: Bool

  package init(_ entry: Entry, isCard: Bool = false) {
    self.entry = entry
    self.isCard = isCard
  }

  private enum Key: String, CodingKey {
    case id, kind, written, zone, prompt, title, tags, answers, text, revision, parents, interview
    case revised
  }

  package init(from decoder: any Decoder) throws {
    let map = try decoder.container(keyedBy: Key.self)
    let zone = try map.decode(String.self, forKey: .zone)
    let text = try map.decode(String.self, forKey: .written)
    guard let kind = Entry.Kind(rawValue: try map.decode(String.self, forKey: .kind)),
      let written = Moment(iso8601: text, zone: zone)
    else {
      throw DecodingError.dataCorruptedError(
        forKey: .written, in: map, debugDescription: "no moment or no kind of ours")
    }
    isCard = !map.contains(.answers)
    entry = Entry(
      id: try map.decode(String.self, forKey: .id), kind: kind, written: written,
      prompt: try map.decodeIfPresent(PromptJSON.self, forKey: .prompt)?.reference,
      title: try map.decodeIfPresent(String.self, forKey: .title),
      tags: try map.decode([String].self, forKey: .tags),
      answers: try map.decodeIfPresent([AnswerJSON].self, forKey: .answers)?.map(\.answer) ?? [],
      text: try map.decodeIfPresent(String.self, forKey: .text),
      revision: try map.decode(String.self, forKey: .revision),
      parents: try map.decodeIfPresent([String].self, forKey: .parents) ?? [],
      revised: try Self.revised(map),
      interview: try map.decodeIfPresent(String.self, forKey: .interview))
  }

  private static func revised(_ map: KeyedDecodingContainer<Key>) throws -> Moment? {
    guard let text = try map.decodeIfPresent(String.self, forKey: .revised) else { return nil }
    guard let moment = Moment(iso8601: text) else {
      throw DecodingError.dataCorruptedError(
        forKey: .revised, in: map, debugDescription: "no moment")
    }
    return moment
  }

  package func encode(to encoder: any Encoder) throws {
    var map = encoder.container(keyedBy: Key.self)
    try map.encode(entry.id, forKey: .id)
    try map.encode(entry.kind.rawValue, forKey: .kind)
    try map.encode(entry.written.iso8601, forKey: .written)
    try map.encode(entry.written.zone, forKey: .zone)
    try map.encode(entry.prompt.map(PromptJSON.init), forKey: .prompt)
    try map.encode(entry.title, forKey: .title)
    try map.encode(entry.tags, forKey: .tags)
    try map.encode(entry.revision, forKey: .revision)
    try map.encode(entry.parents, forKey: .parents)
    try map.encode(entry.revised?.iso8601, forKey: .revised)
    guard !isCard else { return }
    try map.encode(entry.answers.map(AnswerJSON.init), forKey: .answers)
    try map.encode(entry.text, forKey: .text)
    try map.encode(entry.interview, forKey: .interview)
  }
}

/// Which prompt an entry answered: its id, its pack's revision, and the hash of its very words.
private struct PromptJSON: Codable {
  let reference: PromptReference

  init(_ reference: PromptReference) {
    self.reference = reference
  }

  private enum Key: String, CodingKey { case id, revision, sha256 }

  init(from decoder: any Decoder) throws {
    let map = try decoder.container(keyedBy: Key.self)
    reference = PromptReference(
      id: try map.decode(String.self, forKey: .id),
      revision: try map.decodeIfPresent(Int.self, forKey: .revision),
      sha256: try map.decode(String.self, forKey: .sha256))
  }

  func encode(to encoder: any Encoder) throws {
    var map = encoder.container(keyedBy: Key.self)
    try map.encode(reference.id, forKey: .id)
    try map.encode(reference.revision, forKey: .revision)
    try map.encode(reference.sha256, forKey: .sha256)
  }
}

/// One question as it stood, and what became of it.
struct AnswerJSON: Codable {
  let answer: Answer

  init(_ answer: Answer) {
    self.answer = answer
  }

  private enum Key: String, CodingKey { case step, ask, state, value, words, item, by }

  init(from decoder: any Decoder) throws {
    let map = try decoder.container(keyedBy: Key.self)
    let name = try map.decode(String.self, forKey: .state)
    guard let state = AnswerState(rawValue: name) else {
      throw DecodingError.dataCorruptedError(
        forKey: .state, in: map, debugDescription: "no state of ours")
    }
    answer = Answer(
      step: try map.decode(String.self, forKey: .step),
      ask: try map.decode(String.self, forKey: .ask), state: state,
      value: try map.decodeIfPresent(ValueJSON.self, forKey: .value)?.value,
      words: try map.decodeIfPresent(String.self, forKey: .words),
      item: try map.decodeIfPresent(String.self, forKey: .item),
      by: try map.decodeIfPresent(String.self, forKey: .by))
  }

  func encode(to encoder: any Encoder) throws {
    var map = encoder.container(keyedBy: Key.self)
    try map.encode(answer.step, forKey: .step)
    try map.encode(answer.ask, forKey: .ask)
    try map.encode(answer.state.rawValue, forKey: .state)
    try map.encode(answer.value.map(ValueJSON.init), forKey: .value)
    // Most answers are words already; only this key is left out where there is nothing to say.
    try map.encodeIfPresent(answer.words, forKey: .words)
    try map.encode(answer.item, forKey: .item)
    try map.encode(answer.by, forKey: .by)
  }
}
