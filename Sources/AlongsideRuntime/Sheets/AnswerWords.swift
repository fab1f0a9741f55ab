internal import Practice

/// The kinds of answer in plain words, for people who read a prompt rather than answer it.
enum AnswerWords {
  static func kind(_ type: StepType) -> String {
    let parts = type.parts
    if let scale = parts.scale, scale.labels.isEmpty {
      return "a point from \(end(scale.from, scale.low)) to \(end(scale.to, scale.high))"
    }
    return type.kind.facts.reading + parts.fields.map(\.label).joined(separator: ", ")
      + bounds(parts.atLeast.map(plain), parts.atMost.map(plain))
  }

  static func plain(_ number: Double) -> String {
    Int(exactly: number).map(String.init) ?? String(number)
  }

  private static func end(_ point: Int, _ words: String?) -> String {
    words.map { "\(point) (\($0))" } ?? "\(point)"
  }

  private static func bounds(_ least: String?, _ most: String?) -> String {
    switch (least, most) {
    case (nil, nil): ""
    case (let least?, nil): ", \(least) or more"
    case (nil, let most?): ", \(most) at most"
    case (let least?, let most?): ", \(least) to \(most)"
    }
  }

  /// What can be chosen, each in the words on screen.
  static func options(_ type: StepType) -> [Option] {
    (type.parts.scale.map(points) ?? []) + type.parts.named
  }

  /// The points of a scale in words; none where it goes by numbers alone.
  static func points(_ scale: Scale) -> [Option] {
    guard !scale.labels.isEmpty, scale.from < scale.to else { return [] }
    return (scale.from...scale.to).map { point in
      Option(id: "\(point)", label: scale.labels[point] ?? "\(point)")
    }
  }

  static func labelled(_ option: Option) -> String {
    option.gloss.map { "\(option.label): \($0)" } ?? option.label
  }

  /// A credit on one line.
  static func credit(_ source: Source) -> String {
    let more = [source.url, source.licence].compactMap(\.self)
    return source.credit + (more.isEmpty ? "" : " (\(more.joined(separator: ", ")))")
  }

  /// Over what a step is repeated, in a few words.
  static func repeated(
    _ repeats: Repeat, of step: Step, _ words: ConditionWords, _ steps: [Step],
    _ sets: [String: [Option]]
  ) -> String {
    let pick = repeats.pick.map {
      $0.atMost.map { ", up to \($0) that you pick" } ?? ", those you pick"
    }
    switch repeats.items {
    case .given(let items): return list(items) + (pick ?? "")
    case .values(let name): return (sets[name].map(list) ?? name) + (pick ?? "")
    case .answered(let name): return given(name, of: step, words, steps) + (pick ?? "")
    }
  }

  /// What an earlier answer gives to a step, in a few words.
  static func given(
    _ name: String, of step: Step, _ words: ConditionWords, _ steps: [Step]
  ) -> String {
    let number = steps.first { $0.id == StepName.plain(name) }.flatMap(words.number)
    let place = number.map { "question \($0)" } ?? "an earlier question"
    return "what \(words.subject(StepName(name), asking: step.who)) gave at \(place)"
  }

  private static func list(_ items: [Option]) -> String {
    items.map(\.label).joined(separator: ", ")
  }
}
