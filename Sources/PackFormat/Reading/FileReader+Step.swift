import Practice
package import YAML

extension FileReader {
  /// Returns a step, after checking what it says about earlier ones.
  ///
  /// The second value is its type again, or `nil` if the type could not be read.
  mutating func step(from node: Node, _ context: StepContext) -> (Step, StepType?) {
    checkWords(node)
    checkScopes(node, isInside: context.leader != nil)
    checkWho(node)
    if linting { checkMeetingKeys(node) }
    checkPlaceholders(node, context)
    let type = stepType(from: node)
    var step = Step(
      id: node["id"]?.words ?? "", words: Self.words(of: node), type: type ?? .text,
      help: node["help"]?.words, example: node["example"]?.words,
      minutes: node["minutes"]?.whole, isTender: node["sensitivity"]?.words == "tender",
      tags: node["tags"]?.wordList ?? [], source: source(node["source"]),
      who: node["who"]?.words, keep: (node["keep"]?.words).flatMap(Step.Keep.init),
      carry: node["carry"]?.words)
    step.fallback = fallback(node["default"], type)
    step.when = node["when"].flatMap { condition(from: $0, context) }
    step.isSkippable = isSkippable(node)
    step.protects = node["protects"]?.words == "true"
    step.repeats = node["for_each"].flatMap { repeats(from: $0, context) }
    readOffers(of: &step, node, context)
    step.reveal = reveal(node, who: step.who ?? context.leader?.who)
    if step.isLeader { checkLeader(node) }
    if let leader = context.leader { step.join(leader) }
    return (step, type)
  }

  /// Reads what is offered to choose from, and what last time brings.
  private mutating func readOffers(of step: inout Step, _ node: Node, _ context: StepContext) {
    step.showsLast = node["shows"]?.words == "last"
    step.optionsFrom = optionsFrom(node, context)
    if let source = step.optionsFrom, let value = node["default"], value.words != "last" {
      note(value, among: source)
    }
    if step.bringsLastTime { checkLast(node, context) }
  }

  private static func words(of node: Node) -> Step.Words {
    if let say = node["say"], node["ask"] == nil { return .say(say.words ?? "") }
    return .ask(node["ask"]?.words ?? "")
  }

  private mutating func checkWords(_ node: Node) {
    let (ask, say) = (node["ask"], node["say"])
    if ask == nil, say == nil {
      guard !Self.hasSlip(for: ["ask", "say"], in: node) else { return }
      findings.add(
        .askOrSay, at: node.mark, "This step neither asks nor says anything.",
        hint: "Give it \"ask\" for a question, or \"say\" for words that want no answer.")
    } else if ask != nil, let say {
      findings.add(
        .askOrSay, at: say.mark, "This step has both \"ask\" and \"say\".",
        hint: "Make two steps of it, or put the words in \"help\".")
    }
  }

  /// Whether a key of the step is nearly one of these, which has been reported already.
  private static func hasSlip(for names: [String], in node: Node) -> Bool {
    let rule = FileKind.stepRule
    let others = rule.keys.filter { names.contains($0.name) }.flatMap(\.otherNames)
    return (node.pairs ?? []).contains { pair in
      rule.key(pair.key) == nil
        && (others.contains(pair.key) || Nearest.near(pair.key, among: names) != nil)
    }
  }

  private mutating func fallback(_ node: Node?, _ type: StepType?) -> Step.Default? {
    guard let node, let type else { return nil }
    if node.words == "last" { return .last }
    guard !node.isEmpty else {
      findings.add(
        .emptyValue, at: node.mark, "\"default\" is empty.", hint: "Take the key away.")
      return nil
    }
    return ValueReader.value(from: node, for: type, into: &findings).map(Step.Default.value)
  }

  private mutating func isSkippable(_ node: Node) -> Bool {
    guard let skip = node["skip"], skip.words == "no", node["ask"] != nil else { return true }
    if node["type"]?.words != "confirm" {
      findings.add(
        .skipNo, at: skip.mark,
        "Every question can be skipped; only a confirm step may ask once more, by skip: no.",
        hint: "Take \"skip\" away.")
    }
    return false
  }

  /// Who answers and who reads is said in a meeting; a prompt is one person's own.
  private mutating func checkMeetingKeys(_ node: Node) {
    guard kind.isSame(as: .prompt), node["because"]?.words == nil else { return }
    for pair in node.pairs ?? [] where ["who", "keep"].contains(pair.key) {
      findings.add(
        .noEffect, at: pair.keyMark,
        "\"\(pair.key)\" has no effect in a prompt: one person answers, and only they can read it.",
        hint: "Take it away, or make a template of the prompt, for a meeting of several people.",
        severity: .warning)
    }
  }

  /// Records are numbered by their list, and the first one of last time was another.
  private mutating func checkLast(_ node: Node, _ context: StepContext) {
    for source in [node["for_each"]?["answered"], node["options_from"]?["answered"]] {
      guard let id = source?.words, case .list? = context.earlier[StepName.plain(id)]?.type,
        let last = (node.pairs ?? []).first(where: { $0.value.words == "last" })
      else { continue }
      findings.add(
        .keyNotForType, at: last.keyMark,
        "\"\(last.key): last\" cannot tell the records of \"\(id)\" from those of last time.",
        hint: "Take \"\(last.key)\" away, or ask about something with an id of its own.")
    }
  }

  /// A step that leads a block asks nothing itself, so it has no answer to describe.
  private mutating func checkLeader(_ node: Node) {
    let kept = [
      "id", "ask", "help", "minutes", "tags", "source", "when", "sensitivity", "protects",
      "for_each", "who", "because",
    ]
    for pair in node.pairs ?? [] where stepRule.key(pair.key) != nil && !kept.contains(pair.key) {
      if pair.key == "type", pair.value.words == "text" { continue }
      findings.add(
        .keyNotForType, at: pair.keyMark,
        "\"\(pair.key)\" belongs to the steps inside for_each; this step has no answer of its own.",
        hint: "Move the line to one of those steps, or take it away.")
    }
  }

  private mutating func reveal(_ node: Node, who: String?) -> Step.Reveal? {
    guard let reveal = node["reveal"] else { return nil }
    if who != "each" {
      findings.add(
        .revealWithoutEach, at: reveal.mark,
        "\"reveal\" is about answers that each party gives; this step has no who: each.",
        hint: "Add who: each, or take \"reveal\" away.")
    }
    let value = reveal.words.flatMap(Step.Reveal.init)
    if linting, value == .now || value == .together, node["keep"]?.words == "private" {
      findings.add(
        .privateReveal, at: reveal.mark,
        "These answers are shown to the others, and are said to be kept private.",
        hint: "Write keep: shared, or reveal: never.", severity: .warning)
    }
    return value
  }

  /// Checks the words in braces: the item of a repeated step, an earlier answer, a party, or a
  /// vocabulary word.
  private mutating func checkPlaceholders(_ node: Node, _ context: StepContext) {
    let isBlock = node["for_each"]?["steps"] != nil
    let isRepeated = context.leader != nil || (node["for_each"] != nil && !isBlock)
    for key in ["ask", "say", "help", "example"] {
      guard let value = node[key], let text = value.scalar?.text else { continue }
      checkNearPlaceholders(text, at: value.mark)
      for name in Filling.answers(in: text) { checkAnswer(name, in: key, at: value.mark, context) }
      for name in Self.placeholders(in: text) {
        guard !parties.contains(name), !terms.contains(name) else { continue }
        if name != "item" {
          unknownPlaceholder(name, at: value.mark)
        } else if !isRepeated {
          findings.add(
            .placeholder, at: value.mark,
            isBlock
              ? "{item} has nothing to stand for: these words come once, before the items."
              : "{item} has nothing to stand for: this step has no for_each.",
            hint: isBlock
              ? "Write {item} in the steps inside for_each."
              : "Add for_each, or write the words out.")
        }
      }
    }
  }

  /// Checks that `{answer:NAME}` shows an answer that was given once before.
  private mutating func checkAnswer(
    _ name: String, in key: String, at mark: Mark, _ context: StepContext
  ) {
    guard Identifier.isStepName(name) else {
      return findings.add(
        .placeholder, at: mark, "{answer:\(name.prefix(60))} names no step.",
        hint: "Write the id of an earlier step, such as {answer:\(context.all.first ?? "first")}.")
    }
    guard key != "example" else {
      return findings.add(
        .placeholder, at: mark, "An example shows nobody's own answer.",
        hint: "Write {answer:\(name)} in \"ask\", \"say\" or \"help\".")
    }
    guard kind.isSame(as: .session) || StepName(name).party == nil else {
      return findings.add(
        .placeholder, at: mark, "{answer:\(name)} names a party; one person answers a prompt.",
        hint: "Write {answer:\(StepName(name).step)}.")
    }
    let node = Node(.scalar(.init(name, isPlain: true)), at: mark)
    guard let known = known(node, context), known.isRepeated else { return }
    guard known.block == nil || known.block != context.leader?.id else { return }
    findings.add(
      .placeholder, at: mark,
      "{answer:\(name)} could be several answers: that step is asked for each item.",
      hint: "Show it inside the same for_each, or look at a step that is asked once.")
  }

  /// Reports `{Item}` and `{ item }`, which would be shown as written.
  private mutating func checkNearPlaceholders(_ text: String, at mark: Mark) {
    let known = ["item"] + parties + terms.sorted()
    for part in text.split(separator: "{").dropFirst(text.hasPrefix("{") ? 0 : 1) {
      guard let end = part.firstIndex(of: "}"), part[..<end].utf8.count <= 80 else { continue }
      let typed = String(part[..<end])
      let plain = typed.split(separator: " ").joined(separator: " ").lowercased()
      let parts = plain.split(separator: ":", maxSplits: 1).map { $0.split(separator: " ") }
      let isAnswer =
        parts.count == 2 && parts[1].count == 1 && parts[0].count == 1
        && Nearest.word(to: String(parts[0][0]), among: ["answer"]) != nil
      let meant = isAnswer ? "answer:\(parts[1][0])" : plain
      guard meant != typed, isAnswer || known.contains(meant) else { continue }
      findings.add(
        .placeholder, at: mark, "{\(typed)} would be shown as it stands here.",
        hint: "Write {\(meant)}, in small letters and without blanks.")
    }
  }

  private mutating func unknownPlaceholder(_ name: String, at mark: Mark) {
    let known = ["item"] + parties + terms.sorted()
    findings.add(
      .placeholder, at: mark,
      "{\(name)} is not known; what is filled in is "
        + known.map { "{\($0)}" }.joined(separator: ", ") + ".",
      hint: Nearest.near(name, among: known).map { "Did you mean {\($0)}?" }
        ?? "Write the words out.")
  }

  /// Returns the names in braces: a letter, then letters, digits, hyphens and underscores.
  private static func placeholders(in text: String) -> [String] {
    text.split(separator: "{").dropFirst(text.hasPrefix("{") ? 0 : 1).compactMap { part in
      guard let end = part.firstIndex(of: "}"), end > part.startIndex else { return nil }
      let name = part[..<end]
      let isName =
        name.utf8.count <= 64 && name.utf8.first.map { (0x61...0x7A) ~= $0 } == true
        && name.utf8.allSatisfy {
          (0x61...0x7A) ~= $0 || (0x30...0x39) ~= $0 || $0 == 0x2D || $0 == 0x5F
        }
      return isName ? String(name) : nil
    }
  }

  private var stepRule: MapRule {
    kind.isSame(as: .session) ? FileKind.sessionStepRule : FileKind.stepRule
  }

  /// Who answers a block of a session is said by the step that leads it.
  private func isSaidByLeader(_ key: KeyRule, isInside: Bool) -> Bool {
    isInside && FileKind.blockStepRule.key(key.name) == nil
  }

  /// Checks the step's keys against those that the description allows and requires for its type.
  mutating func checkScopes(_ node: Node, isInside: Bool) {
    let isSaid = node["say"] != nil && node["ask"] == nil
    let type = node["type"].map { $0.words ?? "" } ?? "text"
    guard FileKind.stepTypes.contains(type) else { return }
    for pair in node.pairs ?? [] {
      guard let key = stepRule.key(pair.key) else { continue }
      checkScope(of: key, at: pair.keyMark, type, isSaid: isSaid)
    }
    guard !isSaid else { return }
    for key in stepRule.keys
    where node[key.name] == nil && !isSaidByLeader(key, isInside: isInside) {
      switch key.presence {
      case .requiredFor(let types, let other) where types.contains(type):
        guard other.map({ node[$0] == nil }) ?? true else { break }
        missingKey(key, at: node.mark, in: "a \(type) step")
      case .requiredInQuestions: missingKey(key, at: node.mark, in: "a question of a session")
      default: break
      }
    }
  }

  private mutating func checkScope(
    of key: KeyRule, at mark: Mark, _ type: String, isSaid: Bool
  ) {
    if isSaid, key.scope != .everywhere {
      return findings.add(
        .keyNotForType, at: mark,
        "\"\(key.name)\" belongs to a question; this step only says something.",
        hint: "Write \"ask\" in place of \"say\", or take \"\(key.name)\" away.")
    }
    guard case .types(let types) = key.scope, !types.contains(type) else { return }
    let first = types.first ?? ""
    findings.add(
      .keyNotForType, at: mark,
      "\"\(key.name)\" belongs to \(types.joined(separator: ", ")); this step is \(type).",
      hint: "Write type: \(first), or take \"\(key.name)\" away.")
  }
}

extension Step {
  /// Makes it a step of the block that `leader` leads: asked of the same people, about its items.
  fileprivate mutating func join(_ leader: Step) {
    block = leader.id
    who = leader.who
    repeats = leader.repeats?.inside
  }
}

extension Node {
  /// The nodes of a list of steps in the order in which they are asked: those of a block come after
  /// the step that leads it.
  package static func steps(in list: Node?) -> [(node: Node, isInside: Bool)] {
    (list?.items ?? []).flatMap { node in
      [(node, false)] + (node["for_each"]?["steps"]?.items ?? []).map { ($0, true) }
    }
  }
}
