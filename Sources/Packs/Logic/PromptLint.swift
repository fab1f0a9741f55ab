package import PackFormat
package import Practice
import YAML

/// Everything about a prompt that is not about single values: conditions, tone, where the words come from, and
/// in a meeting who reads what, and who is asked.
struct PromptLint {
  let kind: FileKind
  /// Whether notes about English words make sense.
  let isEnglish: Bool
  /// What reading found, and what is found here.
  var findings: FindingList

  /// Adds to what was found on reading a prompt.
  ///
  /// - Parameter locale: the language of the words, for notes about them.
  static func linted(_ reading: PromptReading, locale: String) -> PromptReading {
    guard let prompt = reading.prompt, let root = reading.root else { return reading }
    var lint = PromptLint(
      kind: reading.kind, isEnglish: isEnglish(locale), findings: reading.findings)
    lint.lint(prompt, root)
    var linted = reading
    linted.findings = lint.findings
    return linted
  }

  /// Whether rules about English words make sense in a language.
  static func isEnglish(_ locale: String) -> Bool {
    locale == "en" || locale.hasPrefix("en-") || locale.hasPrefix("en_")
  }

  /// A person's own prompts owe nobody a source.
  private mutating func lint(_ prompt: Prompt, _ root: Node) {
    let parts = parts(of: prompt.steps, root)
    lintLogic(parts)
    if let meeting = prompt.meeting {
      lintPeople(meeting, parts)
      lintShares(meeting, prompt.steps, root)
    }
    if let pack = prompt.pack, pack != Composition.ownPack, prompt.source == nil {
      lintSource(prompt.steps, root)
    }
    lintWords(parts, root)
  }

  /// What a meeting would tell of one person to another, or ask of one alone.
  static func troubles(of prompt: Prompt, _ root: Node) -> [String] {
    guard let meeting = prompt.meeting else { return [] }
    var lint = PromptLint(kind: .session, isEnglish: false, findings: FindingList(file: ""))
    lint.lintPeople(meeting, lint.parts(of: prompt.steps, root))
    return lint.findings.inOrder.map(\.message)
  }

  private mutating func lintPeople(_ meeting: Meeting, _ parts: [Part]) {
    lintLeaks(meeting, parts)
    if meeting.kind == .coReflection { lintMirror(meeting, parts) }
  }

  /// A step beside the lines it was read from.
  struct Part {
    var step: Step
    var node: Node
    /// False when something in its lines is wrong, so that it may mean something else.
    var isSound: Bool
    var isAnswered: Bool { node["because"]?.words != nil }
  }

  private func parts(of steps: [Step], _ root: Node) -> [Part] {
    let nodes = Node.steps(in: root["steps"]).map(\.node).filter { $0.pairs != nil }
    guard nodes.count == steps.count else { return [] }
    let wrong = findings.errorLines
    return zip(steps, nodes).enumerated().map { place, pair in
      let first = pair.1.mark.line
      let next = place + 1 < nodes.count ? nodes[place + 1].mark.line : Int.max
      // Steps may share a line.
      let lines = first...max(first, next - (next > first ? 1 : 0))
      let index = wrong.partitionIndex { $0 >= lines.lowerBound }
      let isSound = index == wrong.endIndex || wrong[index] > lines.upperBound
      return Part(step: pair.0, node: pair.1, isSound: isSound)
    }
  }

  private mutating func lintLogic(_ parts: [Part]) {
    let unsound = Set(parts.indices.filter { !parts[$0].isSound })
    // A file with more steps than it may have is told so; what they mean waits until it is split.
    guard parts.count <= 200 else { return }
    let logic = StepLogic(parts.map(\.step), unsound: unsound)
    for (part, verdict) in zip(parts, logic.verdicts) { report(verdict, of: part) }
    for (part, shown) in zip(parts, logic.shown) {
      for (name, proof) in shown.sorted(by: { $0.key < $1.key }) { report(proof, name, of: part) }
    }
  }

  /// What an earlier answer cannot be, or need not be, where a step shows it.
  private mutating func report(_ proof: StepLogic.Shown, _ name: String, of part: Part) {
    let text = ["ask", "say", "help"].compactMap { part.node[$0] }.first {
      Filling.answers(in: $0.words ?? "").contains(name)
    }
    let mark = text?.mark ?? part.node.mark
    switch proof {
    case .never:
      findings.add(
        .answerMissing, at: mark,
        "{answer:\(name)} never has anything to show: nobody who is asked \"\(part.step.id)\" has "
          + "answered \"\(name)\".",
        hint: "Show another answer, or change when this is asked.")
    case .mayMiss where !part.isAnswered:
      findings.add(
        .answerMayMiss, at: mark,
        "\"\(name)\" may be skipped, and {answer:\(name)} would then be shown as \"…\".",
        hint: "Ask this only then: when: {answered: \(name)}", severity: .warning)
    case .mayMiss: break
    }
  }

  private mutating func report(_ verdict: StepLogic.Verdict, of part: Part) {
    let mark = part.node["when"]?.mark ?? part.node["for_each"]?.mark ?? part.node.mark
    switch verdict {
    case .open, .follows: break
    case .never:
      findings.add(
        .neverTrue, at: mark,
        "This condition is never true, so \"\(part.step.id)\" is never asked.",
        hint: "Its parts contradict each other, or what it looks at. Change or remove one of them.")
    case .unreached:
      findings.add(
        .unreached, at: mark,
        "No way through the steps leads to \"\(part.step.id)\": whenever this could hold, "
          + "a step that it looks at is hidden.",
        hint: "Compare it with the conditions of the steps it looks at.")
    case .nothingToRepeat:
      findings.add(
        .unreached, at: part.node["for_each"]?.mark ?? mark,
        "There is never anything to go through here: whenever \"\(part.step.id)\" is wanted, "
          + "the step it repeats has no answer.",
        hint: "Take the condition away, or go through another step.")
    case .always:
      findings.add(
        .alwaysTrue, at: mark,
        "This condition is always true, so it changes nothing.",
        hint: "Take \"when\" away, or say what was meant.", severity: .warning)
    }
  }

  private mutating func lintSource(_ steps: [Step], _ root: Node) {
    guard !steps.contains(where: { $0.source != nil }) else { return }
    let place = root.pairs?.first { $0.key == "id" || $0.key == "title" }
    findings.add(
      .missingSource, at: place?.keyMark ?? root.mark,
      "This \(kind.name) does not say where its questions come from.",
      hint: "Add a line such as: source: Our own words", severity: .warning)
  }
}

extension PackFile {
  /// Reads an `alongside.prompt/1` or `alongside.session/1` file as `prompt(_:file:kind:pack:revision:terms:)` does.
  ///
  /// - Parameters:
  ///   - linting: whether to look at conditions and tone too, which reading alone has no use for.
  ///   - locale: the language of the words, for notes about them.
  package static func prompt(
    _ bytes: [UInt8], file: String, kind: FileKind = .prompt, pack: String? = nil,
    revision: Int? = nil, terms: Set<String> = [], linting: Bool, locale: String = "en"
  ) -> FileResult<Prompt> {
    let reading = reading(
      bytes, file: file, kind: kind, pack: pack, revision: revision, terms: terms, linting: linting)
    return linting ? PromptLint.linted(reading, locale: locale).result : reading.result
  }

  /// Everything found in a file of this kind.
  package static func lint(
    _ bytes: [UInt8], file: String, kind: FileKind, linting: Bool = false,
    terms: Set<String> = []
  ) -> [Finding] {
    switch kind.schema {
    case FileKind.pack.schema: manifest(bytes, file: file, linting: linting).findings
    case FileKind.values.schema: values(bytes, file: file, linting: linting).findings
    case FileKind.signposts.schema: signposts(bytes, file: file, linting: linting).findings
    case FileKind.locale.schema: locale(bytes, file: file, linting: linting).findings
    case FileKind.tests.schema: tests(bytes, file: file, linting: linting).findings
    case FileKind.policy.schema: Policies(reading: bytes, file: file).findings
    default:
      prompt(bytes, file: file, kind: kind, terms: terms, linting: linting).findings
    }
  }
}

extension [Int] {
  /// Where, in order, the numbers begin for which something holds.
  fileprivate func partitionIndex(where holds: (Int) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
