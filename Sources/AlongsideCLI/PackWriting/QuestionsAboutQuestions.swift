internal import PackFormat
internal import Packs
internal import Practice

/// The prompt that asks somebody for a prompt: a title, how long it takes, and question by question.
///
/// As many questions as `most` stand in it; each is asked about only once the one before was given,
/// so leaving one out is the end.
enum QuestionsAboutQuestions {
  /// A prompt that is written in one go has at most so many questions.
  static let most = 24

  static let prompt = Prompt(
    id: "new-prompt", title: "A prompt of your own",
    steps: about + (1...most).flatMap(steps))

  private static let about = [
    Step(
      id: "title", words: .ask("What shall people see in the list?"), type: .line,
      help: "A few inviting words. Not a task, not a test.", example: "A pause after the day"),
    Step(
      id: "minutes", words: .ask("About how many minutes does it take?"),
      type: .number(atLeast: 1, atMost: 600, also: []),
      help: "People see it before they begin. Nobody is held to it."),
    Step(
      id: "source", words: .ask("Whose idea was it?"), type: .line,
      help: "A book, a colleague, a panel: thank whoever inspired you.",
      fallback: .value(.words("Our own words"))),
  ]

  private static let kinds = PromptDraft.kinds.map { kind in
    Practice.Option(id: kind.rawValue, label: kind.facts.offer ?? kind.rawValue)
  }

  private static func steps(_ number: Int) -> [Step] {
    let isFirst = number == 1
    let isAsked = Condition.answered(step: "ask-\(number)", .given)
    return [
      Step(
        id: "ask-\(number)",
        words: .ask(isFirst ? "What is the first question?" : "What is the next question?"),
        type: .line,
        help: """
          Ask about the person's own part, never about somebody else's story. Read it aloud once \
          as someone who is worn out.
          """ + (isFirst ? "" : " Leave it empty when there are no more."),
        example: isFirst ? "What stayed with you today?" : nil,
        when: isFirst ? nil : .answered(step: "ask-\(number - 1)", .given)),
      Step(
        id: "kind-\(number)", words: .ask("How would you like it to be answered?"),
        type: .choice(kinds),
        fallback: .value(.words("text")), when: isAsked),
      Step(
        id: "options-\(number)", words: .ask("What can people choose from?"),
        type: .list([Field(id: "words", label: "In a few words", kind: .line)]),
        help: "For a line, begin at one end and go to the other.",
        when: .all([
          isAsked,
          .answered(
            step: "kind-\(number)",
            .oneOf(PromptDraft.kindsWithOptions.map { .words($0.rawValue) })),
        ])),
      Step(
        id: "help-\(number)",
        words: .ask("Is there more to say to those who ask for help with it?"),
        type: .line, help: "It is shown after /help.", when: isAsked),
      Step(
        id: "tender-\(number)", words: .ask("Could it be a tender question for somebody?"),
        type: .yesNo, help: "Then the ways out are shown before it.", when: isAsked),
    ]
  }

  /// What was answered, as a draft; nil without a single question.
  static func draft(from interview: Interview) -> PromptDraft? {
    let answers = Dictionary(
      interview.outcome.compactMap { answer in answer.value.map { (answer.step, $0) } }
    ) { first, _ in first }
    var draft = PromptDraft(title: answers["title"]?.line ?? "Our questions")
    if case .number(let minutes) = answers["minutes"] {
      draft.minutes = Int(exactly: minutes.rounded())
    }
    draft.source = answers["source"]?.line
    for number in 1...most {
      guard let ask = answers["ask-\(number)"]?.line else { continue }
      let kind = answers["kind-\(number)"]?.line.flatMap(StepType.Kind.init) ?? .text
      var labels: [String] = []
      if case .records(let records) = answers["options-\(number)"] {
        labels = records.compactMap { $0["words"]?.line }
      }
      draft.questions.append(
        .init(
          ask, kind: kind, options: labels, help: answers["help-\(number)"]?.line,
          isTender: answers["tender-\(number)"]?.line == "yes"))
    }
    return draft.questions.isEmpty ? nil : draft
  }
}

extension Value {
  /// Words without the blanks around them.
  fileprivate var line: String? {
    guard case .words(let words) = self else { return nil }
    let kept = words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return kept.isEmpty ? nil : kept
  }
}
