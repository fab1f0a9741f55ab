internal import Practice

/// A prompt as a person reads it before answering.
enum PromptText {
  static func text(_ prompt: Prompt) -> String {
    var lines = [prompt.title]
    if let minutes = prompt.minutes {
      lines.append("About \(minutes) minutes; take longer or stop.")
    }
    lines.append("")
    for step in prompt.steps { lines += Self.lines(step, of: prompt.pack) }
    if let source = prompt.source {
      lines += ["", "With thanks to: \(source.credit)" + (source.url.map { " (\($0))" } ?? "")]
    }
    return lines.joined(separator: "\n")
  }

  private static func lines(_ step: Step, of pack: String?) -> [String] {
    let originals = OriginalText.lines(step.originals, of: pack).map { "    \(filled($0))" }
    guard !step.isSaid else { return ["  \(step.text)"] + originals }
    var note: [String] = []
    if step.when != nil { note.append("only if it fits what you said before") }
    if step.repeats != nil { note.append("for each one you pick") }
    if step.isTender { note.append("tender") }
    let tail = note.isEmpty ? "" : " [\(note.joined(separator: "; "))]"
    return ["- \(filled(step.text))\(tail)"] + originals
      + options(of: step.type).map { "    \($0)" }
  }

  /// The question with something legible where each item will stand.
  private static func filled(_ text: String) -> String {
    text.replacing("{item}", with: "(each one)")
  }

  private static func options(of type: StepType) -> [String] {
    let parts = type.parts
    guard parts.rows.isEmpty else { return [] }
    guard let scale = parts.scale else { return parts.options.map(\.label) }
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
