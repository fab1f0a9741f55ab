package import Practice
import YAML

/// A prompt as someone who dislikes files describes it: a title and a list of questions.
///
/// Its ids are made from them.
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

  /// The kinds of answer that a word or a list of options is enough to describe.
  ///
  /// Words and a yes or no come first: most questions want no more.
  package static let kinds: [StepType.Kind] = {
    let offered = StepType.Kind.allCases.filter { $0.facts.offer != nil }
    let isSimple = { (kind: StepType.Kind) in
      kind.facts.form == .words || !kind.facts.ids.isEmpty
    }
    return offered.filter(isSimple) + offered.filter { !isSimple($0) }
  }()

  /// The kinds among these that want options.
  package static let kindsWithOptions = kinds.filter { room(for: $0) != nil }

  /// Returns how many options the kind wants; `nil` if it takes no options.
  static func room(for kind: StepType.Kind) -> ClosedRange<Int>? {
    let keys = kind.facts.keys
    return keys.contains(.options) ? 1...60 : keys.contains(.scale) ? 2...21 : nil
  }

  /// Returns the prompt that this describes.
  ///
  /// A kind that wants options and has too few becomes an answer in a few words.
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
  /// Whether the kind wants options and was given too few or too many of them.
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

extension FileKind {
  /// A prompt described in few words, for `packs add --answers`; not a file of a pack.
  static let draft = FileKind(
    schema: "alongside.draft/1", folder: nil,
    summary: "A prompt described in few words; its ids are made from them.",
    root: MapRule(
      "a description of a prompt",
      [
        KeyRule(
          "title", .line(atMost: FileKind.titleLength), .required,
          about: "What it is called on screen."),
        KeyRule("minutes", .whole(1...600), about: "About how long it takes."),
        KeyRule(
          "source", .line(atMost: 300), alsoMeantBy: ["credit"], about: "Whose idea it was."),
        KeyRule("tags", .list(.line(atMost: 40), 0...20), about: "Words that help to find it."),
        KeyRule(
          "questions", .list(.map(draftQuestion), 1...120), .required, alsoMeantBy: ["steps"],
          about: "What is asked, in order."),
      ]))

  private static let draftQuestion = MapRule(
    "a question",
    [
      KeyRule(
        "ask", .text(atMost: 2000), .required, alsoMeantBy: ["question", "words"],
        about: "The words of the question."),
      KeyRule(
        "type", .word(PromptDraft.kinds.map(\.rawValue)), alsoMeantBy: ["kind"],
        about: "The kind of answer; text when left out."),
      KeyRule(
        "options", .list(.line(atMost: 100), 1...60), alsoMeantBy: ["answers", "labels"],
        about: "What can be chosen, or the words along a scale."),
      KeyRule("help", .text(atMost: 2000), about: "More words for those who want them."),
      KeyRule("example", .text(atMost: 2000), about: "What an answer may look like."),
      KeyRule(
        "tender", .word(["yes", "no", "true", "false"]), about: "Whether it may be a tender one."),
    ],
    example: "{ask: \"What stayed with you?\"}")
}

extension PromptDraft {
  /// Reads a description from a file.
  ///
  /// Its keys are `title`, `minutes`, and `questions` with `ask`, `type`, `options`, `help`,
  /// `example` and `tender`.
  package static func reading(_ bytes: [UInt8], file: String) -> FileResult<PromptDraft> {
    var reader = FileReader(.draft, file: file, linting: true)
    guard !reader.isOther(YAMLReading(bytes)), let root = reader.root(of: bytes) else {
      return FileResult(content: nil, findings: reader.findings.inOrder)
    }
    var draft = PromptDraft(
      title: root["title"]?.words ?? "", minutes: root["minutes"]?.whole,
      source: root["source"]?.words)
    draft.tags = root["tags"]?.wordList ?? []
    for node in root["questions"]?.items ?? [] where node.pairs != nil {
      let question = Self.question(from: node)
      if question.lacksOptions { reader.note(question, at: node) }
      draft.questions.append(question)
    }
    return FileResult(
      content: reader.findings.errors == 0 ? draft : nil, findings: reader.findings.inOrder)
  }

  private static func question(from node: Node) -> Question {
    Question(
      node["ask"]?.words ?? "", kind: (node["type"]?.words).flatMap(StepType.Kind.init) ?? .text,
      options: node["options"]?.wordList ?? [], help: node["help"]?.words,
      example: node["example"]?.words, isTender: ["yes", "true"].contains(node["tender"]?.words))
  }
}

extension FileReader {
  /// Whether the file was never meant as a description; reports it if so.
  fileprivate mutating func isOther(_ reading: YAMLReading) -> Bool {
    let beginning = "Begin with the lines: title: ... and questions:"
    if reading.problems.first?.code == .empty {
      findings.add(
        YAMLProblem(.empty, at: .start, "There is nothing in this file.", hint: beginning))
    } else if let root = reading.root, root.pairs == nil {
      findings.add(
        .wrongType, at: root.mark, "This is \(root.shapeName); it should be a map.",
        hint: Hint(words: beginning))
    } else if let schema = reading.root?["schema"], schema.words == FileKind.prompt.schema {
      findings.add(
        .wrongSchema, at: schema.mark, "This is a whole prompt already.",
        hint: "Copy the file into the folder prompts of the pack; packs lint looks at it there.")
    } else {
      return false
    }
    return true
  }

  fileprivate mutating func note(_ question: PromptDraft.Question, at node: Node) {
    guard let range = PromptDraft.room(for: question.kind) else { return }
    let name = question.kind.rawValue
    guard let options = node["options"] else {
      return findings.add(
        .missingKey, at: node.mark, "A \(name) question needs the key \"options\".",
        hint: "Write them like: options: [Rest, Quiet, Company]")
    }
    findings.add(
      question.options.count < range.lowerBound ? .tooFew : .tooMany, at: options.mark,
      "A \(name) question takes \(range.lowerBound) to \(range.upperBound) options; here are "
        + "\(question.options.count).")
  }
}
