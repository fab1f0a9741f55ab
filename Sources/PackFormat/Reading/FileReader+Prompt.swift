package import Practice
package import YAML

/// A values framework that a prompt names, and the place of the name.
package struct ListReference: Sendable {
  /// `ID` or `PACK/ID`.
  package let name: String
  package let mark: Mark
  /// The id of an item of it, where `mark` is the place of that id.
  package var item: String?
}

/// What a prompt offers at its end, and the place where it says so.
package struct OnwardReference: Sendable, Hashable {
  package let onward: Onward
  package let mark: Mark
}

extension FileReader {
  /// Returns the prompt or session even if it has errors; the caller looks at those.
  package mutating func prompt(from root: Node) -> Prompt {
    let meeting = meeting(from: root)
    let steps = steps(from: root["steps"])
    checkMinutes(of: steps, root["minutes"])
    var prompt = Prompt(
      id: root["id"]?.words ?? "", title: root["title"]?.words ?? "",
      minutes: root["minutes"]?.whole, source: source(root["source"]),
      tags: root["tags"]?.wordList ?? [], meeting: meeting, steps: steps)
    prompt.then = onward(root["then"])
    return prompt
  }

  /// Returns what is offered at the end: one thing, or a list of them.
  mutating func onward(_ node: Node?) -> [Onward] {
    guard let node, !node.isEmpty else { return [] }
    return (node.items ?? [node]).compactMap { item in
      let onward = onward(from: item)
      if let onward { onwards.append(OnwardReference(onward: onward, mark: item.mark)) }
      return onward
    }
  }

  private mutating func onward(from node: Node) -> Onward? {
    if let words = node.words { return .item(words) }
    let kinds = (node.pairs ?? []).filter { ["prompt", "signposts", "plugin"].contains($0.key) }
    guard let kind = kinds.first, let name = kind.value.words, kinds.count == 1 else {
      if node.pairs != nil, kinds.count != 1 {
        findings.add(
          .onwardShape, at: kinds.dropFirst().first?.keyMark ?? node.mark,
          "\"then\" wants exactly one of: prompt, signposts, plugin.",
          hint: "Write it like: {prompt: daily-three} or {signposts: core/uk}")
      }
      return nil
    }
    switch kind.key {
    case "prompt": return .prompt(name)
    case "signposts": return .signposts(name)
    default:
      guard let command = node["command"]?.words else {
        findings.add(
          .onwardShape, at: kind.keyMark, "\"plugin\" does not say which command to offer.",
          hint: "Write it like: {plugin: \(name), command: plan}")
        return nil
      }
      return .command(plugin: name, name: command)
    }
  }

  /// Returns the steps of a checked list, even if they have errors.
  mutating func steps(from list: Node?) -> [Step] {
    let nodes = Node.steps(in: list)
    let most = FileKind.mostSteps
    // Without blocks the list's own count has said it.
    if nodes.count > most, (list?.items?.count ?? 0) <= most {
      findings.add(
        .tooMany, at: nodes[most].node.mark,
        "With those inside for_each there are \(nodes.count) steps; at most \(most) are allowed.",
        hint: "Take some away, or make two of it.")
    }
    var context = StepContext(all: nodes.compactMap { $0.node["id"]?.words })
    var steps: [Step] = []
    var leader: Step?
    for (node, isInside) in nodes where node.pairs != nil {
      context.leader = isInside ? leader : nil
      let (step, type) = step(from: node, context)
      note(step, type, node, in: &context)
      for name in [node["for_each"]?["list"], node["options_from"], node["options_from"]?["list"]] {
        guard let name, let words = name.words else { continue }
        lists.append(ListReference(name: words, mark: name.mark))
      }
      if !isInside { leader = step }
      steps.append(step)
    }
    return steps
  }

  private mutating func note(
    _ step: Step, _ type: StepType?, _ node: Node, in context: inout StepContext
  ) {
    guard let id = node["id"], !step.id.isEmpty else { return }
    if let first = context.earlier[step.id] {
      findings.add(
        .duplicateID, at: id.mark,
        "The id \"\(step.id)\" stands twice: first on line \(first.line), again here.",
        hint: "Give this step an id of its own.")
    }
    context.add(
      step.id,
      .init(
        line: id.mark.line, type: type, isSaid: step.isSaid,
        isRepeated: step.repeats != nil || node["for_each"] != nil, who: step.who,
        block: step.block, options: step.optionsFrom))
  }

  mutating func checkMinutes(of steps: [Step], _ node: Node?) {
    let sum = steps.compactMap(\.minutes).reduce(0, +)
    guard let minutes = node?.whole, let node, sum > minutes else { return }
    findings.add(
      .minutesOver, at: node.mark,
      "The steps take \(sum) minutes together, the \(kind.name) promises \(minutes).",
      hint: "Write minutes: \(sum), or shorten the steps.", severity: .warning)
  }

  func source(_ node: Node?) -> Source? {
    guard let node else { return nil }
    if let words = node.words { return Source(credit: words) }
    guard let credit = node["credit"]?.words else { return nil }
    return Source(credit: credit, url: node["url"]?.words, licence: node["licence"]?.words)
  }

  /// Returns the options of a list, made from words or spelled out.
  mutating func options(_ node: Node?) -> [Option] {
    var options: [Option] = []
    var lines: [String: Int] = [:]
    for item in node?.items ?? [] {
      guard let option = option(item) else { continue }
      if let line = lines[option.id] {
        findings.add(
          .duplicateID, at: item["id"]?.mark ?? item.mark,
          "The id \"\(option.id)\" stands twice: first on line \(line), again here.",
          hint: "Give each an id of its own, like: {id: ..., label: ...}")
      }
      lines[option.id] = lines[option.id] ?? item.mark.line
      options.append(option)
    }
    return options
  }

  private mutating func option(_ node: Node) -> Option? {
    guard let words = node.words else {
      guard let id = node["id"]?.words else { return nil }
      return Option(
        id: id, label: node["label"]?.words ?? id, gloss: node["gloss"]?.words,
        isAlone: node["alone"]?.words == "true", then: onward(node["then"]))
    }
    guard let id = Identifier.made(from: words) else {
      noID(words, at: node.mark)
      return nil
    }
    return Option(id: id, label: words)
  }

  mutating func noID(_ words: String, at mark: Mark) {
    findings.add(
      .noID, at: mark, "No id can be made from these words.",
      hint: "Write: {id: ..., label: \"\(words.prefix(60))\"}")
  }

  mutating func repeats(from node: Node, _ context: StepContext) -> Repeat? {
    guard let pairs = node.pairs else { return nil }
    let kinds = pairs.filter { FileKind.repeatRule.exactlyOneOf.contains($0.key) }
    guard let kind = kinds.first, kinds.count == 1 else {
      let isMisspelt = pairs.contains { FileKind.repeatRule.key($0.key) == nil }
      if !isMisspelt || kinds.count > 1 {
        findings.add(
          .repeatShape, at: kinds.dropFirst().first?.keyMark ?? node.mark,
          "for_each wants exactly one of: list, given, answered.",
          hint: "Write it like: {list: core/srn}, {given: [one, two]} or {answered: some-step}")
      }
      return nil
    }
    guard let items = items(kind, context) else { return nil }
    var count: Int?
    if case .given(let options) = items { count = options.count }
    return Repeat(
      items: items, pick: pick(node["pick"], count: count), isBlock: node["steps"]?.items != nil)
  }

  /// Returns where the options of a step come from; `nil` if they are its own.
  mutating func optionsFrom(_ node: Node, _ context: StepContext) -> Step.OptionSource? {
    guard let source = node["options_from"] else { return nil }
    if let options = node["options"] {
      findings.add(
        .repeatShape, at: options.mark, "This step has both \"options\" and \"options_from\".",
        hint: "Keep one of the two.")
    }
    if let words = source.words { return .values(words) }
    let kinds = (source.pairs ?? []).filter { ["list", "answered"].contains($0.key) }
    guard let kind = kinds.first, kinds.count == 1 else {
      if source.pairs != nil {
        findings.add(
          .repeatShape, at: source.mark, "options_from wants exactly one of: list, answered.",
          hint: "Write it like: core/srn, or {answered: some-step}")
      }
      return nil
    }
    switch items(kind, context, of: "options_from") {
    case .values(let name): return .values(name)
    case .answered(let name): return .answered(name)
    case .given, nil: return nil
    }
  }

  private mutating func items(
    _ kind: Node.Pair, _ context: StepContext, of key: String = "for_each"
  ) -> Repeat.Items? {
    switch kind.key {
    case "list": return kind.value.words.map { .values($0) }
    case "given": return .given(options(kind.value))
    default:
      guard let known = known(kind.value, context), let id = kind.value.words else { return nil }
      switch known.type {
      case .list, .choices, .table, nil:
        guard known.isRepeated else { return .answered(id) }
        notASource(kind.value, "is asked for each item itself", key)
      case let type?: notASource(kind.value, "is answered with \(type.form)", key)
      }
      return nil
    }
  }

  private mutating func notASource(_ node: Node, _ reason: String, _ key: String) {
    findings.add(
      .repeatSource, at: node.mark,
      "\(key) cannot go through \"\(node.words ?? "")\": that step \(reason).",
      hint: "Use a list, choices or table step that is asked once.")
  }

  private mutating func pick(_ node: Node?, count: Int?) -> Repeat.Pick? {
    guard let node, node.pairs != nil else { return nil }
    let (least, most) = (node["at_least"]?.whole, node["at_most"]?.whole)
    checkBounds(least, most, most: node["at_most"]?.mark, count: count)
    if let least, let count, most == nil, least > count, let mark = node["at_least"]?.mark {
      tooFewToChoose(count, at: mark)
    }
    return Repeat.Pick(atLeast: least, atMost: most)
  }

  /// Returns the framework even if it has errors; the caller looks at those.
  package mutating func values(from root: Node) -> ValuesFramework {
    ValuesFramework(
      id: root["id"]?.words ?? "", title: root["title"]?.words ?? "",
      source: source(root["source"]), items: options(root["items"]))
  }

  mutating func signposts(from root: Node) -> SignpostList {
    var lines: [String: Int] = [:]
    var items: [Signpost] = []
    for node in root["items"]?.items ?? [] where node.pairs != nil {
      let signpost = Self.signpost(from: node)
      if let mark = node["id"]?.mark {
        if let line = lines[signpost.id] { twice(signpost.id, first: line, at: mark) }
        lines[signpost.id] = lines[signpost.id] ?? mark.line
      }
      checkVerified(node)
      items.append(signpost)
    }
    return SignpostList(
      id: root["id"]?.words ?? "", title: root["title"]?.words ?? "",
      nation: root["nation"]?.words, region: root["region"]?.words, items: items)
  }

  private static func signpost(from node: Node) -> Signpost {
    Signpost(
      id: node["id"]?.words ?? "", name: node["name"]?.words ?? "",
      contact: node["contact"]?.words ?? "", hours: node["hours"]?.words,
      audience: (node["for"]?.wordList ?? []).compactMap(Signpost.Audience.init),
      sourceURL: node["source_url"]?.words, verifiedOn: node["verified_on"]?.words,
      verifiedBy: node["verified_by"]?.words, reviewBy: node["review_by"]?.words)
  }

  private mutating func twice(_ id: String, first line: Int, at mark: Mark) {
    findings.add(
      .duplicateID, at: mark,
      "The id \"\(id)\" stands twice: first on line \(line), again here.",
      hint: "Give this one an id of its own.")
  }

  /// Reports who checked without when, or the reverse: one without the other says nothing.
  private mutating func checkVerified(_ node: Node) {
    guard (node["verified_on"] == nil) != (node["verified_by"] == nil) else { return }
    let there = node["verified_on"] == nil ? "verified_by" : "verified_on"
    let absent = there == "verified_by" ? "verified_on" : "verified_by"
    guard let mark = node[there]?.mark else { return }
    findings.add(
      .halfVerified, at: mark, "\"\(there)\" stands here without \"\(absent)\".",
      hint: "Fill in both once a person has checked the operator's own page, or neither.")
  }
}
