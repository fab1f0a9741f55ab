import Practice

extension PromptYAML {
  /// One step, its words first.
  static func step(_ step: Step) -> [YAMLPiece.Member] {
    var members: [YAMLPiece.Member] = [
      ("id", .words(step.id)), (step.isSaid ? "say" : "ask", .words(step.text)),
    ]
    members += words("help", step.help) + words("example", step.example)
    if !step.isSaid { members += type(step.type) }
    if let fallback = step.fallback { members.append(("default", self.fallback(fallback))) }
    if let when = step.when { members.append(("when", condition(when))) }
    if let repeats = step.repeats { members.append(("for_each", self.repeats(repeats))) }
    if step.isTender { members.append(("sensitivity", .words("tender"))) }
    if !step.isSkippable { members.append(("skip", .words("no"))) }
    members += number("minutes", step.minutes)
    if !step.tags.isEmpty { members.append(("tags", row(step.tags))) }
    if let source = step.source { members.append(("source", piece(source))) }
    return members + words("who", step.who) + words("reveal", step.reveal?.rawValue)
      + words("keep", step.keep?.rawValue) + words("carry", step.carry)
  }

  private static func fallback(_ fallback: Step.Default) -> YAMLPiece {
    switch fallback {
    case .last: .words("last")
    case .value(let value): self.value(value)
    }
  }

  /// The type with what belongs to it.
  private static func type(_ type: StepType) -> [YAMLPiece.Member] {
    let parts = type.parts
    var members: [YAMLPiece.Member] = [("type", .words(type.kind.rawValue))]
    members += listed("rows", parts.rows) + listed("options", parts.options)
    if let scale = parts.scale { members.append(("scale", .map(self.scale(scale)))) }
    if !parts.fields.isEmpty { members.append(("of", .map(parts.fields.map(field)))) }
    return members + number("at_least", parts.atLeast) + number("at_most", parts.atMost)
      + listed("also", parts.also)
  }

  private static func listed(_ key: String, _ options: [Option]) -> [YAMLPiece.Member] {
    options.isEmpty ? [] : [(key, self.options(options))]
  }

  /// Words for every point are enough by themselves where the scale begins at 1.
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

  /// A part of a record; its label stands only where the id does not say it.
  private static func field(_ field: Field) -> YAMLPiece.Member {
    let words = field.id.split(separator: "-").joined(separator: " ")
    guard field.label != words else { return (field.id, .words(field.kind.rawValue)) }
    return (
      field.id, .map([("label", .words(field.label)), ("type", .words(field.kind.rawValue))])
    )
  }

  private static func repeats(_ repeats: Repeat) -> YAMLPiece {
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
    return .map(members)
  }
}
