package import Practice

/// A prompt as somebody without a taste for files describes it: a title, and one question after
/// another.
///
/// Ids are made for them.
package struct PromptDraft: Sendable, Hashable {
  package var title: String
  package var minutes: Int?
  package var source: String?
  package var tags: [String] = []
  package var questions: [Question] = []

  package init(title: String, minutes: Int? = nil, source: String? = nil) {
    self.title = title
    self.minutes = minutes
    self.source = source
  }

  /// One question of a draft.
  package struct Question: Sendable, Hashable {
    package var ask: String
    package var kind: StepType.Kind
    /// The answers to choose from, or the words along a line, in order.
    package var options: [String]
    package var help: String?
    package var example: String?
    package var isTender: Bool

    package init(
      _ ask: String, kind: StepType.Kind = .text, options: [String] = [], help: String? = nil,
      example: String? = nil, isTender: Bool = false
    ) {
      self.ask = ask
      self.kind = kind
      self.options = options
      self.help = help
      self.example = example
      self.isTender = isTender
    }
  }

  /// The kinds of answer that need no more than a word or a list of options to describe.
  ///
  /// Words and a yes or no come first: most questions want no more.
  package static let kinds: [StepType.Kind] = {
    let offered = StepType.Kind.allCases.filter { $0.facts.offer != nil }
    let isSimple = { (kind: StepType.Kind) in
      kind.facts.form == .words || !kind.facts.ids.isEmpty
    }
    return offered.filter(isSimple) + offered.filter { !isSimple($0) }
  }()

  /// The kinds of these that want options.
  package static let kindsWithOptions = kinds.filter { room(for: $0) != nil }

  /// How many options the kind wants; nil where it takes none.
  static func room(for kind: StepType.Kind) -> ClosedRange<Int>? {
    let keys = kind.facts.keys
    return keys.contains(.options) ? 1...60 : keys.contains(.scale) ? 2...21 : nil
  }

  /// The prompt that this describes.
  ///
  /// A kind that wants options and has too few is answered in a few words instead.
  ///
  /// - Parameter id: see `ItemName.promptID(for:besides:)`.
  package func prompt(id: String) -> Prompt {
    var ids: Set<String> = []
    let steps = questions.map { question in
      let step = ItemName.stepID(for: question.ask, besides: ids)
      ids.insert(step)
      return Step(
        id: step, words: .ask(question.ask), type: question.type, help: question.help,
        example: question.example, isTender: question.isTender)
    }
    return Prompt(
      id: id, title: title, minutes: minutes, source: source.map { Source(credit: $0) },
      tags: tags, steps: steps)
  }
}

extension PromptDraft.Question {
  /// True where the kind wants options and was given too few or too many of them.
  package var lacksOptions: Bool {
    PromptDraft.room(for: kind).map { !$0.contains(options.count) } ?? false
  }

  var type: StepType {
    guard !lacksOptions else { return .line }
    let keys = kind.facts.keys
    var parts = StepParts()
    if keys.contains(.options) { parts.options = named }
    if keys.contains(.scale) {
      let points = options.enumerated().map { ($0.offset + 1, $0.element) }
      parts.scale = Scale(
        from: 1, to: options.count, labels: Dictionary(points) { first, _ in first })
    }
    return StepType(kind, parts) ?? .line
  }

  private var named: [Option] {
    var ids: Set<String> = []
    return options.map { label in
      let id = ItemName.optionID(for: label, besides: ids)
      ids.insert(id)
      return Option(id: id, label: label)
    }
  }
}
