package import Practice
package import YAML

/// A values framework that a prompt names, and where it does.
package struct ListReference: Sendable {
  /// `ID` or `PACK/ID`.
  package let name: String
  package let mark: Mark
}

extension FileReader {
  /// The prompt or session, whether sound or not; the caller looks at the errors.
  package mutating func prompt(from root: Node) -> Prompt {
    let meeting = meeting(from: root)
    let steps = steps(from: root["steps"])
    checkMinutes(of: steps, root["minutes"])
    return Prompt(
      id: root["id"]?.words ?? "", title: root["title"]?.words ?? "",
      minutes: root["minutes"]?.whole, source: source(root["source"]),
      tags: root["tags"]?.wordList ?? [], meeting: meeting, steps: steps)
  }

  /// The steps, whether sound or not, of a list that was checked.
  mutating func steps(from list: Node?) -> [Step] {
    let nodes = list?.items ?? []
    var context = StepContext(all: nodes.compactMap { $0["id"]?.words })
    var steps: [Step] = []
    for node in nodes where node.pairs != nil {
      let (step, type) = step(from: node, context)
      note(step, type, node, in: &context)
      if let name = node["for_each"]?["list"], let words = name.words {
        lists.append(ListReference(name: words, mark: name.mark))
      }
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
        isRepeated: node["for_each"] != nil, who: step.who))
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

  /// The options of a list, made from words or written out.
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
      return Option(id: id, label: node["label"]?.words ?? id, gloss: node["gloss"]?.words)
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
}
