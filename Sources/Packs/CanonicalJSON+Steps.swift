import Practice

extension CanonicalJSON {
  /// The keys that belong to a type; none for plain text.
  static func type(_ type: StepType) -> [String: JSONValue] {
    func named(_ name: String, _ others: [String: JSONValue?] = [:]) -> [String: JSONValue] {
      ["type": .string(name)].with(others)
    }
    switch type {
    case .text: return [:]
    case .line: return named("line")
    case .choice(let all): return named("choice", ["options": options(all)])
    case .choices(let all, let least, let most):
      return named(
        "choices", ["options": options(all), "at_least": number(least), "at_most": number(most)])
    case .scale(let scale): return named("scale", ["scale": self.scale(scale)])
    case .yesNo: return named("yes-no")
    case .number(let least, let most, let also):
      return named(
        "number", ["at_least": number(least), "at_most": number(most), "also": options(also)])
    case .date: return named("date")
    case .time: return named("time")
    case .duration: return named("duration")
    case .list(let fields): return named("list", ["of": .array(fields.map(field))])
    case .party: return named("party")
    case .entry: return named("entry")
    case .table(let rows, let columns):
      return named("table", ["rows": options(rows), "options": options(columns)])
    case .confirm: return named("confirm")
    }
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
