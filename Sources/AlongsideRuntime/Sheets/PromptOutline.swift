package import Practice

/// All that a prompt says and asks, as text to read through; for a meeting also who answers, and who
/// can read.
package struct PromptOutline {
  private let steps: [Step]
  private let people: MeetingWords
  private let sets: [String: [Option]]
  private let conditions: ConditionWords

  private init(_ prompt: Prompt, _ sets: [String: [Option]]) {
    steps = prompt.steps.map { $0.withValues(sets) }
    people = MeetingWords(prompt.meeting)
    self.sets = sets
    conditions = ConditionWords(prompt.steps, parties: prompt.meeting?.parties ?? [])
  }

  /// The text; lines are not wrapped.
  ///
  /// - Parameter sets: the items of the values frameworks that it names.
  package static func text(of prompt: Prompt, sets: [String: [Option]]) -> String {
    (top(of: prompt) + PromptOutline(prompt, sets).blocks + bottom(of: prompt))
      .joined(separator: "\n\n")
  }

  private static func top(of prompt: Prompt) -> [String] {
    var line = "\(prompt.meeting?.kind.words ?? "prompt") \(prompt.fullID)"
    if let minutes = prompt.minutes {
      line += ", about \(minutes) \(minutes == 1 ? "minute" : "minutes")"
    }
    if !prompt.tags.isEmpty { line += ", tags: \(prompt.tags.joined(separator: ", "))" }
    let people = MeetingWords(prompt.meeting).taking
    return ["\(prompt.title)\n\(line)"] + [people].compactMap(\.self)
  }

  private static func bottom(of prompt: Prompt) -> [String] {
    ["Every question can be skipped."]
      + (prompt.then.isEmpty ? [] : ["At the end it offers: \(names(prompt.then))."])
      + (prompt.source.map { ["With thanks to: \(AnswerWords.credit($0))"] } ?? [])
  }

  private static func names(_ onward: [Onward]) -> String {
    onward.map { one in
      if case .command(let plugin, let name) = one { return "\(name) of \(plugin)" }
      return one.name
    }.joined(separator: ", ")
  }

  private var blocks: [String] { steps.map { lines($0).joined(separator: "\n") } }

  private func lines(_ step: Step) -> [String] {
    let ask = Self.oneLine(conditions.filled(step.text, of: step, item: "(each one)"))
    let start = conditions.number(of: step).map { "\($0). " } ?? "   "
    let room = String(repeating: " ", count: max(3, start.count))
    let said =
      step.isLeader
      ? "about each of these" : step.isSaid ? "said" : AnswerWords.kind(step.type)
    let name = "\(said) [\(step.id)]"
    return [start + ask] + ([name] + notes(step) + options(step)).map { room + $0 }
  }

  private func notes(_ step: Step) -> [String] {
    var notes: [String] = []
    if let when = step.when {
      notes.append(Self.sentence(conditions.text(when, asking: step.who)))
    }
    notes += sources(step)
    if step.isTender { notes.append("Tender: the ways out are shown before it.") }
    if step.protects { notes.append("Protects: no other pack changes or hides it.") }
    if !step.isSkippable { notes.append("Asks for a yes, and once more before it is skipped.") }
    if let minutes = step.minutes { notes.append("About \(minutes) min.") }
    notes += people.notes(on: step)
    if let carry = step.carry {
      notes.append("Offered again: \(carry.split(separator: "-").joined(separator: " ")).")
    }
    if let help = step.help {
      notes.append("Help: \(Self.oneLine(conditions.filled(help, of: step, item: "(each one)")))")
    }
    if let example = step.example { notes.append("For example: \(Self.oneLine(example))") }
    if let source = step.source { notes.append("Thanks to: \(AnswerWords.credit(source))") }
    return notes
  }

  /// Where its items, its options and what is offered as an answer come from.
  private func sources(_ step: Step) -> [String] {
    var notes: [String] = []
    if let block = step.block {
      notes.append("Once for each one of [\(block)].")
    } else if let repeats = step.repeats {
      let items = AnswerWords.repeated(repeats, of: step, conditions, steps, sets)
      notes.append("Once for each: \(items).")
    }
    if case .answered(let name)? = step.optionsFrom {
      let given = AnswerWords.given(name, of: step, conditions, steps)
      notes.append("What can be chosen: \(given).")
    }
    if step.fallback == .last {
      notes.append("An open journal offers last time's answer.")
    }
    if step.showsLast { notes.append("An open journal shows what was answered last time.") }
    return notes
  }

  private func options(_ step: Step) -> [String] {
    guard !step.isSaid else { return [] }
    if case .table(let rows, let columns) = step.type {
      return rows.map { "- \(AnswerWords.labelled($0))" }
        + ["Each: " + columns.map(\.label).joined(separator: ", ")]
    }
    return AnswerWords.options(step.type).map { option in
      let notes = [
        option.isAlone ? "by itself" : nil,
        option.id == Option.other && step.type.parts.other != nil ? "and what it is" : nil,
        option.then.isEmpty ? nil : "offers at the end: \(Self.names(option.then))",
      ].compactMap(\.self)
      return "- \(Self.oneLine(AnswerWords.labelled(option)))"
        + (notes.isEmpty ? "" : " (\(notes.joined(separator: "; ")))")
    }
  }

  static func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).joined(separator: " ")
  }

  static func sentence(_ words: String) -> String {
    words.prefix(1).uppercased() + words.dropFirst() + "."
  }
}
