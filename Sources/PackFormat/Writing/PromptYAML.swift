package import Practice

/// Writes a prompt as a YAML file that a person would like to read and go on editing.
///
/// Reading the text again gives the same prompt. The keys are in the order in which people think
/// of them, each on its own line. Quotes occur only where they are needed.
package enum PromptYAML {
  /// Returns the whole file.
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
    members += onward(prompt.then)
    let outside = prompt.steps.filter { $0.block == nil }
    members.append(("steps", .list(outside.map { .map(step($0, of: prompt)) })))
    return YAMLPiece.file(members, heading: heading)
  }

  private static func parties(_ parties: [Meeting.Party]) -> YAMLPiece {
    .map(
      parties.map { party in
        let power = party.hasMorePower ? [("power", YAMLPiece.plain("more"))] : []
        let places = party.upTo > 1 ? [("up_to", YAMLPiece.plain("\(party.upTo)"))] : []
        let more = power + places
        return (
          party.id,
          more.isEmpty ? .words(party.label) : .braces([("label", .words(party.label))] + more)
        )
      })
  }

  /// Returns what is offered at the end, one thing by itself.
  static func onward(_ onward: [Onward]) -> [YAMLPiece.Member] {
    let pieces = onward.map { one -> YAMLPiece in
      switch one {
      case .item(let name): .words(name)
      case .prompt(let name): .braces([("prompt", .words(name))])
      case .signposts(let name): .braces([("signposts", .words(name))])
      case .command(let plugin, let name):
        .braces([("plugin", .words(plugin)), ("command", .words(name))])
      }
    }
    guard let first = pieces.first else { return [] }
    return [("then", pieces.count == 1 ? first : .list(pieces))]
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

  /// Returns options by their words alone, if their ids are made from them.
  static func options(_ options: [Option]) -> YAMLPiece {
    .list(
      options.map { option in
        if option == Option(id: option.id, label: option.label),
          Identifier.made(from: option.label) == option.id
        {
          return .words(option.label)
        }
        return .map(
          [("id", .words(option.id)), ("label", .words(option.label))]
            + words("gloss", option.gloss)
            + (option.isAlone ? [("alone", .plain("true"))] : []) + onward(option.then))
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
    case .other(let words, let ids): .map([("chosen", row(ids)), ("other", .words(words))])
    }
  }
}

extension PromptYAML {
  /// Returns the keys of one step, its words first.
  private static func step(_ step: Step, of prompt: Prompt) -> [YAMLPiece.Member] {
    let key = if case .say = step.words { "say" } else { "ask" }
    var members: [YAMLPiece.Member] = [("id", .words(step.id)), (key, .words(step.text))]
    members += words("help", step.help) + words("example", step.example)
    if !step.isSaid { members += type(of: step) }
    if let fallback = step.fallback { members.append(("default", self.fallback(fallback))) }
    if step.showsLast { members.append(("shows", .words("last"))) }
    if let when = step.when { members.append(("when", condition(when))) }
    if let repeats = step.repeats, step.block == nil {
      let inside = prompt.steps.filter { $0.block == step.id }
      members.append(
        ("for_each", self.repeats(repeats, inside.map { .map(self.step($0, of: prompt)) })))
    }
    if step.isTender { members.append(("sensitivity", .words("tender"))) }
    if !step.isSkippable { members.append(("skip", .words("no"))) }
    if step.protects { members.append(("protects", .plain("true"))) }
    members += number("minutes", step.minutes)
    if !step.tags.isEmpty { members.append(("tags", row(step.tags))) }
    if let source = step.source { members.append(("source", piece(source))) }
    return members + words("who", step.block == nil ? step.who : nil)
      + words("reveal", step.reveal?.rawValue)
      + words("keep", step.keep?.rawValue) + words("carry", step.carry)
  }

  private static func fallback(_ fallback: Step.Default) -> YAMLPiece {
    switch fallback {
    case .last: .words("last")
    case .value(let value): self.value(value)
    }
  }

  /// Returns the type with its parts.
  private static func type(of step: Step) -> [YAMLPiece.Member] {
    let parts = step.type.parts
    var members: [YAMLPiece.Member] = [("type", .words(step.type.kind.rawValue))]
    members += listed("rows", parts.rows)
    switch step.optionsFrom {
    case nil: members += listed("options", parts.options)
    case .values(let name): members.append(("options_from", .words(name)))
    case .answered(let name):
      members.append(("options_from", .braces([("answered", .words(name))])))
    }
    if let scale = parts.scale { members.append(("scale", .map(self.scale(scale)))) }
    if !parts.fields.isEmpty { members.append(("of", .map(parts.fields.map(field)))) }
    return members + number("at_least", parts.atLeast) + number("at_most", parts.atMost)
      + listed("also", parts.also) + words("other", parts.other)
  }

  private static func listed(_ key: String, _ options: [Option]) -> [YAMLPiece.Member] {
    options.isEmpty ? [] : [(key, self.options(options))]
  }

  /// Returns a scale; words for every point suffice if it begins at 1.
  private static func scale(_ scale: Scale) -> [YAMLPiece.Member] {
    let count = scale.to - scale.from + 1
    let labels = (scale.from...max(scale.from, scale.to)).compactMap { scale.labels[$0] }
    let isWhole = 2...21 ~= count && labels.count == count && scale.labels.count == count
    var members: [YAMLPiece.Member] = []
    if !isWhole || scale.from != 1 {
      members += [("from", .plain("\(scale.from)")), ("to", .plain("\(scale.to)"))]
    }
    members += words("low", scale.low) + words("high", scale.high)
    if isWhole {
      members.append(("labels", .list(labels.map { .words($0) })))
    } else if !scale.labels.isEmpty {
      let sorted = scale.labels.sorted { $0.key < $1.key }
      members.append(("labels", .map(sorted.map { ("\($0.key)", .words($0.value)) })))
    }
    return members + listed("also", scale.also)
  }

  /// Returns a part of a record, with its label only if the id does not say it.
  private static func field(_ field: Field) -> YAMLPiece.Member {
    let words = field.id.split(separator: "-").joined(separator: " ")
    guard field.label != words else { return (field.id, .words(field.kind.rawValue)) }
    return (
      field.id, .map([("label", .words(field.label)), ("type", .words(field.kind.rawValue))])
    )
  }

  private static func repeats(_ repeats: Repeat, _ inside: [YAMLPiece]) -> YAMLPiece {
    var members: [YAMLPiece.Member] =
      switch repeats.items {
      case .values(let name): [("list", .words(name))]
      case .answered(let step): [("answered", .words(step))]
      case .given(let options): [("given", self.options(options))]
      }
    if let pick = repeats.pick {
      members.append(
        ("pick", .braces(number("at_least", pick.atLeast) + number("at_most", pick.atMost))))
    }
    if !inside.isEmpty { members.append(("steps", .list(inside))) }
    return .map(members)
  }

  /// Returns a condition, on one line if it looks at one step.
  static func condition(_ condition: Condition) -> YAMLPiece {
    switch condition {
    case .answered(let step, let test): .braces([("answered", .words(step))] + self.test(test))
    case .skipped(let step): .braces([("skipped", .words(step))])
    case .all(let parts): .map([("all", .list(parts.map(self.condition)))])
    case .any(let parts): .map([("any", .list(parts.map(self.condition)))])
    case .not(let part): .map([("not", self.condition(part))])
    }
  }

  private static func test(_ test: Condition.Test) -> [YAMLPiece.Member] {
    switch test {
    case .given: []
    case .equals(let value): [("is", self.value(value))]
    case .differs(let value): [("is_not", self.value(value))]
    case .oneOf(let values): [("in", .row(values.map { self.value($0) }))]
    case .atLeast(let bound): number("at_least", bound)
    case .atMost(let bound): number("at_most", bound)
    case .includes(let id): [("includes", .words(id))]
    }
  }
}
