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
  /// A party's name, or `each`, `both`, `either`; in meetings only.
  package var who: String?
  package var reveal: Reveal?
  package var keep: Keep?
  /// Where the answer is offered again, as `next-session`.
  package var carry: String?
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
    return names
  }

  /// True for a step that wants no answer.
  package var isSaid: Bool {
    if case .say = words { return true }
    return false
  }
}
