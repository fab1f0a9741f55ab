package import Practice

/// The one JSON text of a prompt, however its YAML was written.
///
/// It has the file's own keys, sorted, without defaults. Options, parts of records and the parties
/// of a meeting are always maps with their ids. The labels of a scale are always keyed by number.
/// With its schema moved to the top, the text is a prompt file again. An entry keeps the SHA-256
/// of these bytes.
///
/// What only says how other packs treat a step is left out: the same was asked with it and without it.
package enum CanonicalJSON {
  /// Returns the bytes to hash.
  package static func bytes(of prompt: Prompt) -> [UInt8] { value(of: prompt).bytes }

  /// Returns the prompt's own keys, with those that are no part of the hash.
  package static func wholeValue(of prompt: Prompt) -> JSONValue {
    guard case .object(var members) = value(of: prompt) else { return .null }
    members["steps"] = .array(
      steps(of: prompt) { one, inside in
        guard one.protects, case .object(var step) = step(one, inside) else {
          return step(one, inside)
        }
        step["protects"] = .bool(true)
        return .object(step)
      })
    return .object(members)
  }

  /// Returns the steps, those of a block inside the step that leads it.
  private static func steps(
    of prompt: Prompt, _ value: (Step, [JSONValue]) -> JSONValue
  ) -> [JSONValue] {
    prompt.steps.filter { $0.block == nil }.map { one in
      guard one.isLeader else { return value(one, []) }
      return value(one, prompt.steps.filter { $0.block == one.id }.map { value($0, []) })
    }
  }

  /// Returns what is offered at the end; `nil` for nothing.
  static func onward(_ onward: [Onward]) -> JSONValue? {
    onward.isEmpty ? nil : .array(onward.map(self.onward))
  }

  private static func onward(_ onward: Onward) -> JSONValue {
    switch onward {
    case .item(let name): .string(name)
    case .prompt(let name): .object(["prompt": .string(name)])
    case .signposts(let name): .object(["signposts": .string(name)])
    case .command(let plugin, let name):
      .object(["plugin": .string(plugin), "command": .string(name)])
    }
  }

  /// Returns the prompt's own keys as a value: what is hashed.
  package static func value(of prompt: Prompt) -> JSONValue {
    .object(
      [
        "schema": .string(prompt.itemKind.file.schema),
        "id": .string(prompt.id),
        "title": .string(prompt.title),
        "steps": .array(steps(of: prompt, step)),
      ].with([
        "then": onward(prompt.then),
        "minutes": number(prompt.minutes),
        "source": prompt.source.map(source),
        "tags": strings(prompt.tags),
        "kind": string(prompt.meeting?.kind.rawValue),
        "parties": prompt.meeting.map { .array($0.parties.map(party)) },
      ]))
  }

  private static func party(_ party: Meeting.Party) -> JSONValue {
    .object(
      ["id": .string(party.id), "label": .string(party.label)].with([
        "power": string(party.hasMorePower ? "more" : nil),
        "up_to": number(party.upTo == 1 ? nil : party.upTo),
      ]))
  }

  /// Returns a step with its own keys; what a step of a block has from its leader is not among them.
  ///
  /// - Parameter inside: the steps of the block that it leads.
  static func step(_ step: Step, _ inside: [JSONValue] = []) -> JSONValue {
    var members: [String: JSONValue] = ["id": .string(step.id)]
    switch step.words {
    case .ask(let text): members["ask"] = .string(text)
    case .say(let text): members["say"] = .string(text)
    }
    if !step.isSaid {
      members.merge(type(step.type)) { a, _ in a }
      if step.optionsFrom != nil { members["options"] = nil }
    }
    return .object(
      members.with([
        "help": string(step.help), "example": string(step.example),
        "default": step.fallback.map(fallback), "minutes": number(step.minutes),
        "when": step.when.map(condition), "skip": step.isSkippable ? nil : .string("no"),
        "sensitivity": step.isTender ? .string("tender") : nil, "tags": strings(step.tags),
        "source": step.source.map(source),
        "for_each": step.block == nil ? step.repeats.map { repeats($0, inside) } : nil,
        "shows": step.showsLast ? .string("last") : nil,
        "options_from": step.optionsFrom.map(optionsFrom),
        "who": step.block == nil ? string(step.who) : nil, "reveal": string(step.reveal?.rawValue),
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
    return .object(
      members.with([
        "gloss": string(option.gloss), "alone": option.isAlone ? .bool(true) : nil,
        "then": onward(option.then),
      ]))
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
  /// Returns these members plus the non-`nil` ones of `others`.
  func with(_ others: [String: JSONValue?]) -> Self {
    merging(others.compactMapValues(\.self)) { mine, _ in mine }
  }
}

extension CanonicalJSON {
  /// Returns the keys that belong to a type, or no keys for plain text.
  static func type(_ type: StepType) -> [String: JSONValue] {
    guard type != .text else { return [:] }
    let parts = type.parts
    let named: [String: JSONValue] = ["type": .string(type.kind.rawValue)]
    return named.with([
      "options": options(parts.options), "rows": options(parts.rows),
      "of": parts.fields.isEmpty ? nil : .array(parts.fields.map(field)),
      "scale": parts.scale.map(scale), "at_least": number(parts.atLeast),
      "at_most": number(parts.atMost), "also": options(parts.also), "other": string(parts.other),
    ])
  }

  private static func scale(_ scale: Scale) -> JSONValue {
    let labels = scale.labels.map { (String($0.key), JSONValue.string($0.value)) }
    let ends: [String: JSONValue] = [
      "from": .number(Double(scale.from)), "to": .number(Double(scale.to)),
    ]
    return .object(
      ends.with([
        "low": string(scale.low), "high": string(scale.high), "also": options(scale.also),
        "labels": labels.isEmpty ? nil : .object(Dictionary(labels) { a, _ in a }),
      ]))
  }

  private static func field(_ field: Field) -> JSONValue {
    .object([
      "id": .string(field.id), "label": .string(field.label), "type": .string(field.kind.rawValue),
    ])
  }

  private static func optionsFrom(_ source: Step.OptionSource) -> JSONValue {
    switch source {
    case .values(let name): .string(name)
    case .answered(let step): .object(["answered": .string(step)])
    }
  }

  static func repeats(_ repeats: Repeat, _ inside: [JSONValue]) -> JSONValue {
    var members: [String: JSONValue] = inside.isEmpty ? [:] : ["steps": .array(inside)]
    switch repeats.items {
    case .given(let all): members["given"] = .array(all.map(option))
    case .values(let name): members["list"] = .string(name)
    case .answered(let step): members["answered"] = .string(step)
    }
    members["pick"] = repeats.pick.map { pick in
      let none: [String: JSONValue] = [:]
      return .object(
        none.with(["at_least": number(pick.atLeast), "at_most": number(pick.atMost)]))
    }
    return .object(members)
  }

  static func fallback(_ fallback: Step.Default) -> JSONValue {
    switch fallback {
    case .last: .string("last")
    case .value(let value): self.value(of: value)
    }
  }

  static func condition(_ condition: Condition) -> JSONValue {
    switch condition {
    case .answered(let step, let test):
      .object(["answered": .string(step)].with(self.test(test)))
    case .skipped(let step): .object(["skipped": .string(step)])
    case .all(let parts): .object(["all": .array(parts.map(self.condition))])
    case .any(let parts): .object(["any": .array(parts.map(self.condition))])
    case .not(let part): .object(["not": self.condition(part)])
    }
  }

  private static func test(_ test: Condition.Test) -> [String: JSONValue?] {
    switch test {
    case .given: [:]
    case .equals(let value): ["is": self.value(of: value)]
    case .differs(let value): ["is_not": self.value(of: value)]
    case .oneOf(let values): ["in": .array(values.map { self.value(of: $0) })]
    case .atLeast(let bound): ["at_least": .number(bound)]
    case .atMost(let bound): ["at_most": .number(bound)]
    case .includes(let id): ["includes": .string(id)]
    }
  }

  /// Returns an answer in the form that entries and answers files keep.
  package static func value(of value: Value) -> JSONValue {
    switch value {
    case .words(let words): .string(words)
    case .number(let number): .number(number)
    case .ids(let ids): .array(ids.map { .string($0) })
    case .records(let records):
      .array(records.map { .object($0.mapValues { self.value(of: $0) }) })
    case .cells(let cells): .object(cells.mapValues { .string($0) })
    case .yes: .bool(true)
    case .other(let words, let ids):
      .object(["chosen": .array(ids.map { .string($0) }), "other": .string(words)])
    }
  }
}
