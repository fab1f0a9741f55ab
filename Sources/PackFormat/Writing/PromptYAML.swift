package import Practice

/// A prompt as a YAML file that a person would like to read and go on editing.
///
/// Reading the text again gives the same prompt. Keys stand in the order in which people think of
/// them, each on its own line; quotes stand only where they are needed.
package enum PromptYAML {
  /// The whole file.
  ///
  /// - Parameter heading: lines to put above as comments.
  package static func text(of prompt: Prompt, heading: [String] = []) -> String {
    var members: [YAMLPiece.Member] = [
      ("schema", .plain(prompt.itemKind.file.schema)),
      ("id", .words(prompt.id)),
      ("title", .words(prompt.title)),
    ]
    if let meeting = prompt.meeting {
      members.append(("kind", .plain(meeting.kind.rawValue)))
      members.append(("parties", parties(meeting.parties)))
    }
    if let minutes = prompt.minutes { members.append(("minutes", .plain("\(minutes)"))) }
    if let source = prompt.source { members.append(("source", piece(source))) }
    if !prompt.tags.isEmpty { members.append(("tags", row(prompt.tags))) }
    members.append(("steps", .list(prompt.steps.map { .map(step($0)) })))
    return YAMLPiece.file(members, heading: heading)
  }

  private static func parties(_ parties: [Meeting.Party]) -> YAMLPiece {
    .map(parties.map { ($0.id, .words($0.label)) })
  }

  static func piece(_ source: Source) -> YAMLPiece {
    guard source.url != nil || source.licence != nil else { return .words(source.credit) }
    return .map(
      [("credit", .words(source.credit))] + words("url", source.url)
        + words("licence", source.licence))
  }

  static func words(_ key: String, _ text: String?) -> [YAMLPiece.Member] {
    text.map { [(key, .words($0))] } ?? []
  }

  static func number(_ key: String, _ number: Double?) -> [YAMLPiece.Member] {
    number.map { [(key, .plain(Numerals.text($0)))] } ?? []
  }

  static func number(_ key: String, _ number: Int?) -> [YAMLPiece.Member] {
    number.map { [(key, .plain("\($0)"))] } ?? []
  }

  static func row(_ texts: [String]) -> YAMLPiece { .row(texts.map { .words($0) }) }

  /// Options by their words alone, where their ids are made from them.
  static func options(_ options: [Option]) -> YAMLPiece {
    .list(
      options.map { option in
        if option.gloss == nil, Identifier.made(from: option.label) == option.id {
          return .words(option.label)
        }
        return .map(
          [("id", .words(option.id)), ("label", .words(option.label))]
            + words("gloss", option.gloss))
      })
  }

  static func value(_ value: Value) -> YAMLPiece {
    switch value {
    case .words(let words): .words(words)
    case .number(let number): .plain(Numerals.text(number))
    case .ids(let ids): row(ids)
    case .records(let records):
      .list(
        records.map { .map($0.sorted { $0.key < $1.key }.map { ($0.key, self.value($0.value)) }) })
    case .cells(let cells):
      .map(cells.sorted { $0.key < $1.key }.map { ($0.key, .words($0.value)) })
    case .yes: .plain("true")
    }
  }
}
