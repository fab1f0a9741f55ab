package import Practice

/// A prompt as a page for paper: numbered questions with room to write, for a panel to look at or
/// for answers by hand.
///
/// A sheet for a meeting also says who answers what.
package struct PromptSheet: Sendable, Hashable {
  /// The room that an answer gets.
  package indirect enum Room: Sendable, Hashable {
    /// Empty lines to write on.
    case lines(Int)
    /// Boxes to tick, one below the other.
    case boxes([String], several: Bool)
    /// Boxes in a row, from one end to the other.
    case row([String], low: String?, high: String?)
    case table(rows: [String], columns: [String])
    /// So many records, each with these parts.
    case records([String], count: Int)
    /// The same question about each of these.
    case each([Part])
    /// Nothing is asked.
    case none
  }

  /// One of the items of a repeated question.
  package struct Part: Sendable, Hashable {
    package var words: String
    package var room: Room
  }

  package struct Item: Sendable, Hashable {
    /// Counted from 1; nil for words that are only said.
    package var number: Int?
    package var words: String
    /// When it is to be answered and by whom, and whether it may be tender.
    package var notes: [String]
    package var help: String?
    package var example: String?
    package var room: Room
  }

  package var title: String
  package var minutes: Int?
  /// Who takes part; nil for one person alone.
  package var people: String?
  package var items: [Item]
  /// What is offered afterwards, a line each.
  package var ahead: [String]
  package var credits: [String]

  /// What holds for every sheet.
  package static let promise = "Every question can be skipped."

  /// - Parameters:
  ///   - sets: the items of the values frameworks that the prompt names.
  ///   - titles: what is offered afterwards and is here, by its title.
  package init(
    _ prompt: Prompt, sets: [String: [Option]], titles: [Onward: String] = [:]
  ) {
    title = prompt.title
    minutes = prompt.minutes
    let words = MeetingWords(prompt.meeting)
    people = words.taking.map { "\($0). One sheet for each of you." }
    let steps = prompt.steps.map { $0.withValues(sets) }
    let conditions = ConditionWords(steps, parties: prompt.meeting?.parties ?? [])
    items = steps.map { step in
      var item = Self.item(step, steps, conditions, sets)
      item.notes = words.notes(on: step) + item.notes
      return item
    }
    ahead = prompt.linesAhead(titles)
    var sources = [prompt.source].compactMap(\.self)
    for source in prompt.steps.compactMap(\.source) where !sources.contains(source) {
      sources.append(source)
    }
    credits = sources.map(AnswerWords.credit)
  }

  private static func item(
    _ step: Step, _ steps: [Step], _ conditions: ConditionWords, _ sets: [String: [Option]]
  ) -> Item {
    var notes: [String] = []
    if let when = step.when {
      notes.append(PromptOutline.sentence(conditions.text(when, asking: step.who)))
    }
    let parts = step.repeats.flatMap { Self.parts(of: step, $0, sets) }
    if let note = times(step, steps, conditions, sets, isEach: parts != nil) { notes.append(note) }
    if case .answered(let name)? = step.optionsFrom {
      notes.append("Choose from \(AnswerWords.given(name, of: step, conditions, steps)).")
    }
    if step.isTender { notes.append("This one may be tender. Leave it if you like.") }
    let isEach = parts != nil
    let filled = { conditions.filled($0, of: step, item: $1) }
    return Item(
      number: conditions.number(of: step),
      words: ([filled(step.text, isEach ? "…" : "(each one)")]
        + (step.isLeader ? leading(step, parts, notes) : [])).joined(separator: "\n"),
      notes: notes, help: step.help.map { filled($0, "…") },
      example: step.example.map { filled($0, "…") },
      room: step.isSaid ? .none : parts.map(Room.each) ?? room(step.type))
  }

  /// How often a step is asked, and about which items; nil for once.
  private static func times(
    _ step: Step, _ steps: [Step], _ conditions: ConditionWords, _ sets: [String: [Option]],
    isEach: Bool
  ) -> String? {
    if let leader = steps.first(where: { $0.id == step.block }) {
      return isEach && leader.repeats?.pick == nil ? nil : "Once for each of those above."
    }
    guard let repeats = step.repeats else { return nil }
    guard isEach else {
      let over = AnswerWords.repeated(repeats, of: step, conditions, steps, sets)
      return "Once for each: \(over)."
    }
    return repeats.pick.map { pick in
      pick.atMost.map { "Choose up to \($0) of these." } ?? "Choose from these."
    }
  }

  /// What follows the words of a step that leads a block: which items there are.
  private static func leading(_ step: Step, _ parts: [Part]?, _ notes: [String]) -> [String] {
    notes + (parts ?? []).map { step.repeats?.pick == nil ? "- \($0.words)" : "[ ] \($0.words)" }
  }

  /// The question about each item, where the items are known before anything is answered.
  private static func parts(
    of step: Step, _ repeats: Repeat, _ sets: [String: [Option]]
  ) -> [Part]? {
    let items: [Option]
    switch repeats.items {
    case .given(let given): items = given
    case .values(let name): items = sets[name] ?? []
    case .answered: return nil
    }
    guard !items.isEmpty else { return nil }
    var room = Self.room(step.type)
    if case .lines(let count) = room { room = .lines(min(count, 2)) }
    return items.map { Part(words: AnswerWords.labelled($0), room: room) }
  }

  private static func room(_ type: StepType) -> Room {
    let parts = type.parts
    let options =
      parts.options.map {
        $0.isAlone ? "\(AnswerWords.labelled($0)) (by itself)" : AnswerWords.labelled($0)
      }
      + (parts.other.map { ["\($0): ______"] } ?? [])
    if !parts.rows.isEmpty {
      return .table(
        rows: parts.rows.map(AnswerWords.labelled), columns: parts.options.map(\.label))
    }
    if !parts.fields.isEmpty { return .records(parts.fields.map(\.label), count: 3) }
    if let scale = parts.scale { return self.scale(scale) }
    if type.isOpen { return .lines(2) }
    if !options.isEmpty { return .boxes(options, several: type.kind.facts.form == .ids) }
    if !parts.also.isEmpty {
      return .boxes(["A number: ______"] + parts.also.map(\.label), several: false)
    }
    switch type.kind.facts.room {
    case .lines(let count): return .lines(count)
    case .boxes(let labels): return .boxes(labels, several: false)
    }
  }

  private static func scale(_ scale: Scale) -> Room {
    let points = AnswerWords.points(scale) + scale.also
    if !scale.labels.isEmpty { return .boxes(points.map(AnswerWords.labelled), several: false) }
    guard scale.from < scale.to else { return .lines(1) }
    let numbers = (scale.from...scale.to).map(String.init) + scale.also.map(\.label)
    return .row(numbers, low: scale.low, high: scale.high)
  }
}

extension Prompt {
  /// What is offered afterwards and is here, a line each for who reads the prompt.
  ///
  /// - Parameter titles: of what is here.
  package func linesAhead(_ titles: [Onward: String]) -> [String] {
    onward.compactMap { offer in
      guard let title = titles[offer.onward] else { return nil }
      let label = steps.first { $0.id == offer.step }?.type.parts.options
        .first { $0.id == offer.option }?.label
      let when = label.map { "If you chose “\($0)”," } ?? "Afterwards"
      return "\(when) there is also: \(title)."
    }
  }
}
