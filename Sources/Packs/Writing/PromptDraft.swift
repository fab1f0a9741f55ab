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
    package var kind: Kind
    /// The answers to choose from, or the words along a line, in order.
    package var options: [String]
    package var help: String?
    package var example: String?
    package var isTender: Bool

    package init(
      _ ask: String, kind: Kind = .text, options: [String] = [], help: String? = nil,
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
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    case text, line
    case yesNo = "yes-no"
    case choice, choices, scale, number, date, time, duration

    /// How many options the kind wants; nil where it takes none.
    package var options: ClosedRange<Int>? {
      switch self {
      case .choice, .choices: 1...60
      case .scale: 2...21
      default: nil
      }
    }

    /// The kind in plain words, to choose it by.
    package var words: String {
      switch self {
      case .text: "As many words as they like"
      case .line: "A few words on one line"
      case .yesNo: "Yes or no"
      case .choice: "One of some answers that you give"
      case .choices: "As many as they like of some answers that you give"
      case .scale: "A place on a line, from one end to the other, in your words"
      case .number: "A number"
      case .date: "A day"
      case .time: "A time of day"
      case .duration: "A length of time"
      }
    }
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
  package var lacksOptions: Bool { kind.options.map { !$0.contains(options.count) } ?? false }

  var type: StepType {
    guard !lacksOptions else { return .line }
    switch kind {
    case .text: return .text
    case .line: return .line
    case .yesNo: return .yesNo
    case .choice: return .choice(named)
    case .choices: return .choices(named, atLeast: nil, atMost: nil)
    case .scale:
      let points = options.enumerated().map { ($0.offset + 1, $0.element) }
      return .scale(
        Scale(from: 1, to: options.count, labels: Dictionary(points) { first, _ in first }))
    case .number: return .number(atLeast: nil, atMost: nil, also: [])
    case .date: return .date
    case .time: return .time
    case .duration: return .duration
    }
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
