internal import AlongsideRuntime
internal import Practice

/// A prompt as a person reads it before answering.
enum PromptText {
  /// - Parameters:
  ///   - sets: the items of the values frameworks that the prompt names.
  ///   - titles: what is offered afterwards and is here, by its title.
  static func text(
    _ prompt: Prompt, sets: [String: [Practice.Option]], titles: [Onward: String]
  ) -> String {
    let steps = prompt.steps.map { $0.withValues(sets) }
    let words = ConditionWords(steps, parties: prompt.meeting?.parties ?? [])
    var lines = [prompt.title]
    if let minutes = prompt.minutes {
      lines.append("About \(Counted.words(minutes, "minute", "minutes")); take longer or stop.")
    }
    let people = MeetingWords(prompt.meeting)
    lines += [people.taking].compactMap(\.self) + [""]
    for step in steps {
      lines += Self.lines(step, of: prompt.pack, words)
      lines += people.notes(on: step).map { "    \($0)" }
    }
    let ahead = prompt.linesAhead(titles)
    if !ahead.isEmpty { lines += [""] + ahead }
    if let source = prompt.source {
      lines += ["", "With thanks to: \(source.credit)" + (source.url.map { " (\($0))" } ?? "")]
    }
    return lines.joined(separator: "\n")
  }

  private static func lines(
    _ step: Step, of pack: String?, _ words: ConditionWords
  ) -> [String] {
    // Something legible where each item, or an earlier answer, will be.
    let filled = { words.filled($0, of: step, item: "(each one)") }
    let originals = OriginalText.lines(step.originals, of: pack).map { "    \(filled($0))" }
    guard !step.isSaid else { return ["  \(filled(step.text))"] + originals }
    var note: [String] = []
    if step.when != nil { note.append("only if it fits what you said before") }
    if step.repeats != nil { note.append("for each one you pick") }
    if step.optionsFrom?.source != nil { note.append("from what you gave before") }
    if step.isTender { note.append("tender") }
    let tail = note.isEmpty ? "" : " [\(note.joined(separator: "; "))]"
    return ["- \(filled(step.text))\(tail)"] + originals
      + options(of: step.type).map { "    \($0)" }
  }

  private static func options(of type: StepType) -> [String] {
    let parts = type.parts
    guard parts.rows.isEmpty else { return [] }
    guard let scale = parts.scale else {
      return parts.options.map { $0.isAlone ? "\($0.label) (by itself)" : $0.label }
        + (parts.other.map { ["\($0) (in your words)"] } ?? [])
    }
    return (scale.from...scale.to).compactMap { scale.labels[$0] }
  }
}

/// What a step's own pack says, where another pack says something else or nothing.
enum OriginalText {
  /// A line for each text.
  static func lines(_ originals: [Step.Original], of pack: String?) -> [String] {
    let pack = pack ?? "its own pack"
    return originals.map { original in
      switch original.field {
      case "ask", "say": "As \(pack) words it: \(original.text)"
      case "help": "Help in \(pack): \(original.text)"
      case "example": "Example in \(pack): \(original.text)"
      default: "Answer in \(pack): \(original.text)"
      }
    }
  }
}
