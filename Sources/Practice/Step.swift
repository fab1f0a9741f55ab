/// One thing said or asked.
package struct Step: Sendable, Hashable {
  /// Unique in its prompt; never moves, because answers are filed under it.
  package var id: String
  /// The words on screen.
  package var words: Words
  /// What kind of answer it takes, with what belongs to that kind alone.
  package var type: StepType
  package var help: String?
  package var example: String?
  package var fallback: Default?
  /// Whether what was answered last time is shown beside the question, in an open journal.
  package var showsLast = false
  /// Where the options come from, if they are not its own; the type has them once they are known.
  package var optionsFrom: OptionSource?
  package var minutes: Int?
  /// Asked only when this holds; nil means always.
  package var when: Condition?
  /// Whether it is skipped at once, without a second question.
  ///
  /// False is legal on `confirm` alone. Nobody is held at a question, and nobody gives a reason.
  package var isSkippable: Bool
  /// A tender step offers its exits before it asks.
  package var isTender: Bool
  /// True for a step that no other pack changes or hides.
  ///
  /// It says nothing about what is asked, so it is no part of the prompt's hash.
  package var protects = false
  package var tags: [String]
  package var source: Source?
  /// Asked once for each of these; nil means once.
  package var repeats: Repeat?
  /// The step that leads a block of steps for each item; nil outside a block.
  ///
  /// A step of a block has the items of its leader, which alone says how they are picked.
  package var block: String?
  /// A party's name, or `each`, `both`, `either`; in meetings only.
  package var who: String?
  package var reveal: Reveal?
  package var keep: Keep?
  /// Where the answer is offered again, as `next-session`.
  package var carry: String?
  /// True where braces are shown as they are: in a question that was asked already.
  package var isLiteral = false
  /// What its own pack says, where another pack says something else or nothing.
  package var originals: [Original] = []

  /// One text of a step as its own pack has it.
  package struct Original: Sendable, Hashable {
    /// Which text it is: `ask`, `help`, `options/hard`, `options/hard/gloss`.
    package var field: String
    package var text: String

    package init(field: String, text: String) {
      self.field = field
      self.text = text
    }
  }

  /// What a step puts on screen: a question, or words that want no answer.
  package enum Words: Sendable, Hashable {
    case ask(String)
    case say(String)
  }

  /// When parallel answers of several parties become visible.
  package enum Reveal: String, Sendable, Hashable, CaseIterable { case now, together, never }

  /// Who may read the answer.
  ///
  /// The author moves it, never the template.
  package enum Keep: String, Sendable, Hashable, CaseIterable { case `private`, shared, agreed }

  /// Where the options of a step come from.
  package enum OptionSource: Sendable, Hashable {
    /// A values framework, by id (`core/srn`).
    case values(String)
    /// What was answered to an earlier `list`, `choices` or `table` step.
    case answered(String)

    /// The id of the step whose answer gives the options.
    package var source: String? {
      guard case .answered(let name) = self else { return nil }
      return StepName.plain(name)
    }
  }

  /// What stands there before the person writes: fixed, or what they wrote last time.
  package enum Default: Sendable, Hashable {
    case value(Value)
    case last
  }

  package init(
    id: String, words: Words, type: StepType = .text, help: String? = nil,
    example: String? = nil, fallback: Default? = nil, minutes: Int? = nil,
    when: Condition? = nil, isSkippable: Bool = true, isTender: Bool = false,
    tags: [String] = [], source: Source? = nil, repeats: Repeat? = nil, who: String? = nil,
    reveal: Reveal? = nil, keep: Keep? = nil, carry: String? = nil
  ) {
    self.id = id
    self.words = words
    self.type = type
    self.help = help
    self.example = example
    self.fallback = fallback
    self.minutes = minutes
    self.when = when
    self.isSkippable = isSkippable
    self.isTender = isTender
    self.tags = tags
    self.source = source
    self.repeats = repeats
    self.who = who
    self.reveal = reveal
    self.keep = keep
    self.carry = carry
  }

  /// The words, whichever kind they are.
  package var text: String {
    switch words {
    case .ask(let text), .say(let text): text
    }
  }

  /// The words as its own pack has them, where another pack reworded them.
  package var original: String? {
    originals.first { ["ask", "say"].contains($0.field) }?.text
  }

  /// The earlier steps that decide whether, or how often, it comes up.
  package var looksAt: Set<StepName> {
    var names = when?.names ?? []
    if case .answered(let name)? = repeats?.items { names.insert(StepName(name)) }
    if case .answered(let name)? = optionsFrom { names.insert(StepName(name)) }
    return names
  }

  /// True for a step that wants no answer: words alone, or the leader of a block.
  package var isSaid: Bool {
    if case .say = words { return true }
    return isLeader
  }

  /// Whether it brings what was answered last time.
  package var bringsLastTime: Bool { showsLast || fallback == .last }

  /// True for a step that leads a block: at most its items are picked, the block's steps are asked.
  package var isLeader: Bool { repeats?.isBlock ?? false }

  /// The values frameworks that give it items or options, as it names them.
  package var frameworks: [String] {
    var names: [String] = []
    if case .values(let name)? = repeats?.items { names.append(name) }
    if case .values(let name)? = optionsFrom { names.append(name) }
    return names
  }

  /// The earlier answers that its words show, as `{answer:STEP}` names them.
  package var shownAnswers: Set<StepName> {
    [text, help].compactMap(\.self).reduce(into: []) { names, text in
      names.formUnion(Filling.answers(in: text).map { StepName($0) })
    }
  }
}

extension Step {
  /// The same step with options that it does not bring itself.
  package func with(options: [Option]) -> Step {
    var (step, parts) = (self, type.parts)
    parts.options = options
    // The words of one's own at this step have that id.
    for index in options.indices where parts.other != nil && options[index].id == Option.other {
      parts.options[index].id = "\(Option.other)-above"
    }
    step.type = StepType(type.kind, parts, isOpen: true) ?? type
    return step
  }

  /// The same step with the options of the values framework it names.
  package func withValues(_ sets: [String: [Option]]) -> Step {
    guard case .values(let name)? = optionsFrom else { return self }
    return with(options: sets[name] ?? [])
  }

  /// True while options that come from elsewhere are not there.
  var lacksOptions: Bool { optionsFrom != nil && type.isOpen }
}
