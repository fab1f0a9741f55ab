package import Practice

/// A prompt as the one JSON text that stands for it, whichever way its YAML was written.
///
/// The file's own keys, sorted, with defaults left out; options, parts of records and the parties of
/// a meeting always as maps with their ids, the labels of a scale always by number. With its schema moved to the top,
/// the text is a prompt file again. An entry keeps the SHA-256 of these bytes.
package enum CanonicalJSON {
  /// The bytes to hash.
  package static func bytes(of prompt: Prompt) -> [UInt8] { value(of: prompt).bytes }

  /// The prompt's own keys as a value.
  package static func value(of prompt: Prompt) -> JSONValue {
    .object(
      [
        "schema": .string(prompt.itemKind.file.schema),
        "id": .string(prompt.id),
        "title": .string(prompt.title),
        "steps": .array(prompt.steps.map(step)),
      ].with([
        "minutes": number(prompt.minutes),
        "source": prompt.source.map(source),
        "tags": strings(prompt.tags),
        "kind": string(prompt.meeting?.kind.rawValue),
        "parties": prompt.meeting.map { .array($0.parties.map(party)) },
      ]))
  }

  private static func party(_ party: Meeting.Party) -> JSONValue {
    .object(["id": .string(party.id), "label": .string(party.label)])
  }

  static func step(_ step: Step) -> JSONValue {
    var members: [String: JSONValue] = ["id": .string(step.id)]
    switch step.words {
    case .ask(let text): members["ask"] = .string(text)
    case .say(let text): members["say"] = .string(text)
    }
    if !step.isSaid { members.merge(type(step.type)) { a, _ in a } }
    return .object(
      members.with([
        "help": string(step.help), "example": string(step.example),
        "default": step.fallback.map(fallback), "minutes": number(step.minutes),
        "when": step.when.map(condition), "skip": step.isSkippable ? nil : .string("no"),
        "sensitivity": step.isTender ? .string("tender") : nil, "tags": strings(step.tags),
        "source": step.source.map(source), "for_each": step.repeats.map(repeats),
        "who": string(step.who), "reveal": string(step.reveal?.rawValue),
        "keep": string(step.keep?.rawValue), "carry": string(step.carry),
      ]))
  }

  static func source(_ source: Source) -> JSONValue {
    guard source.url != nil || source.licence != nil else { return .string(source.credit) }
    let credit: [String: JSONValue] = ["credit": .string(source.credit)]
    return .object(
      credit.with(["url": string(source.url), "licence": string(source.licence)]))
  }

  static func option(_ option: Option) -> JSONValue {
    let members: [String: JSONValue] = ["id": .string(option.id), "label": .string(option.label)]
    return .object(members.with(["gloss": string(option.gloss)]))
  }

  static func options(_ options: [Option]) -> JSONValue? {
    options.isEmpty ? nil : .array(options.map(option))
  }

  static func string(_ text: String?) -> JSONValue? { text.map { .string($0) } }
  static func number(_ number: Int?) -> JSONValue? { number.map { .number(Double($0)) } }
  static func number(_ number: Double?) -> JSONValue? { number.map { .number($0) } }

  private static func strings(_ texts: [String]) -> JSONValue? {
    texts.isEmpty ? nil : .array(texts.map { .string($0) })
  }
}

extension [String: JSONValue] {
  /// These members and those of the others that are there.
  func with(_ others: [String: JSONValue?]) -> Self {
    merging(others.compactMapValues(\.self)) { mine, _ in mine }
  }
}
