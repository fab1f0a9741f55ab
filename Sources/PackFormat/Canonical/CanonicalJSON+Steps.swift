import Practice

extension CanonicalJSON {
  /// The keys that belong to a type; none for plain text.
  static func type(_ type: StepType) -> [String: JSONValue] {
    guard type != .text else { return [:] }
    let parts = type.parts
    let named: [String: JSONValue] = ["type": .string(type.kind.rawValue)]
    return named.with([
      "options": options(parts.options), "rows": options(parts.rows),
      "of": parts.fields.isEmpty ? nil : .array(parts.fields.map(field)),
      "scale": parts.scale.map(scale), "at_least": number(parts.atLeast),
      "at_most": number(parts.atMost), "also": options(parts.also),
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

  static func repeats(_ repeats: Repeat) -> JSONValue {
    var members: [String: JSONValue] = [:]
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
}
