package import Practice
package import YAML

/// Answers to the steps of a prompt or form from a file: a YAML map of step ids to values.
///
/// A repeated step has a map of item ids to values, whose keys are the items picked. A key that is
/// missing or has no value is a skip, and so is a no where a yes is asked for. An answer that YAML
/// would cut off at a # is refused. The items of a block are picked by a list of their ids, or by
/// answers about them. No finding holds a word of any answer.
package struct AnswersFile: Sendable {
  /// The answers that could be read; complete if `findings` is empty.
  package private(set) var answers: GivenAnswers = [:]
  /// The findings in the order of the file.
  package private(set) var findings: [Finding] = []

  private let steps: [Step]
  private let sets: [String: [Option]]
  private let party: String?
  private let today: Day?

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - steps: the steps of the whole prompt, form or meeting.
  ///   - sets: the items of the values frameworks that the steps name, by that name.
  ///   - party: in a meeting, the party that answers.
  ///   - file: the name to use in findings.
  ///   - today: what days in words are counted from; `nil` takes no such words.
  package init(
    _ bytes: [UInt8], for steps: [Step], sets: [String: [Option]], as party: String? = nil,
    file: String, today: Day? = nil
  ) {
    (self.steps, self.sets) = (steps.map { $0.withValues(sets) }, sets)
    (self.party, self.today) = (party, today)
    var list = FindingList(file: file)
    let reading = YAMLReading(bytes, quoting: false)
    for problem in reading.problems { list.add(problem) }
    Self.refuseRemarks(in: bytes, &list)
    if let root = reading.root { read(root, &list) }
    findings = list.inOrder
  }

  /// The most remarks to report.
  private static let enough = 20

  /// Reports a # after an answer, which is likelier part of it (#1, #hope) than a remark.
  ///
  /// YAML would silently drop what follows it.
  private static func refuseRemarks(in bytes: [UInt8], _ list: inout FindingList) {
    for mark in Remarks(bytes).doubtful.prefix(enough) {
      list.add(
        .cutOff, at: mark, "YAML takes this # and what follows it for a remark, and drops it.",
        hint: "If it belongs to the answer, put the whole answer in quotes, as in key: \"...\". "
          + "A remark goes on a line of its own that begins where the keys begin.")
    }
  }

  /// Reads answers inside another file.
  ///
  /// - Parameters:
  ///   - node: `nil` if the file has no answers.
  ///   - party: in a meeting, the party that answers.
  package init(
    _ node: Node?, for steps: [Step], sets: [String: [Option]], as party: String? = nil,
    file: String
  ) {
    (self.steps, self.sets) = (steps.map { $0.withValues(sets) }, sets)
    (self.party, today) = (party, nil)
    var list = FindingList(file: file)
    if let node, !node.isEmpty { read(node, &list) }
    findings = list.inOrder
  }

  private mutating func read(_ root: Node, _ list: inout FindingList) {
    if let pairs = root.pairs {
      for pair in pairs { read(pair, &list) }
    } else {
      list.add(
        .wrongType, at: root.mark, "This file is \(root.shapeName); it should be a map.",
        hint: "Write a step's id, a colon and the answer on each line.")
    }
  }

  private mutating func read(_ pair: Node.Pair, _ list: inout FindingList) {
    guard let step = steps.first(where: { $0.id == pair.key }) else {
      return unknown(pair, &list)
    }
    if let party, let who = step.who, !step.isAnswered(by: party) {
      return list.add(
        .notAsked, at: pair.keyMark, "\"\(step.id)\" is asked of \(who), not of \(party).",
        hint: "Take this line away.")
    }
    if step.isLeader, step.repeats?.pick != nil { return readPicks(pair.value, step, &list) }
    guard !step.isSaid else {
      return list.add(
        .sayStep, at: pair.keyMark,
        "The step \"\(step.id)\" only says something; it takes no answer.",
        hint: step.isLeader ? "Answer its steps: \(inside(step))." : "Take this line away.")
    }
    guard !pair.value.isEmpty, !Self.declines(pair.value, step) else { return }
    if let repeats = step.repeats {
      let items = items(of: repeats)
      answers[step.id] = read(pair.value, step, items, &list)
    } else if let value = value(from: pair.value, for: step.type, &list) {
      answers[step.id] = .value(value)
    }
  }

  private func value(from node: Node, for type: StepType, _ list: inout FindingList) -> Value? {
    ValueReader.value(from: dated(node, type), for: type, into: &list)
  }

  /// The node with days in words as the days that they are today; other words stay as they are.
  private func dated(_ node: Node, _ type: StepType) -> Node {
    guard let today else { return node }
    switch type {
    case .date:
      guard let words = node.words, case .day(let day)? = SpokenDay(words, today: today) else {
        return node
      }
      return Node(.scalar(.init(day.description, isPlain: true)), at: node.mark)
    case .list(let fields):
      guard let items = node.items else { return node }
      let records = items.map { item in
        guard let pairs = item.pairs else { return item }
        let dated = pairs.map { pair in
          var pair = pair
          if let field = fields.first(where: { $0.id == pair.key }), field.kind == .date {
            pair.value = self.dated(pair.value, .date)
          }
          return pair
        }
        return Node(.mapping(dated), at: item.mark)
      }
      return Node(.sequence(records), at: node.mark)
    default: return node
    }
  }

  /// The ids of the questions in a block.
  private func inside(_ leader: Step) -> String {
    steps.filter { $0.block == leader.id && !$0.isSaid }.map(\.id).joined(separator: ", ")
  }

  /// Reads the items of a block that are asked about: a list of their ids.
  private mutating func readPicks(_ node: Node, _ leader: Step, _ list: inout FindingList) {
    let known = leader.repeats.flatMap(items(of:))
    guard let items = node.items else {
      guard !node.isEmpty else { return }
      return list.add(
        .wrongType, at: node.mark, "Items are picked here, so this takes a list of their ids.",
        hint: known.map { "The items are: \($0.joined(separator: ", "))." })
    }
    for item in items where !(known?.contains(item.words ?? "") ?? true) {
      ValueReader.unknownItem(
        .init(key: item.words ?? "", keyMark: item.mark, value: item), among: known ?? [], &list)
    }
    answers[leader.id] = .value(.ids(items.compactMap(\.words)))
  }

  /// Returns whether a step that asks for a yes is answered with a no, which is a skip.
  private static func declines(_ node: Node, _ step: Step) -> Bool {
    guard step.type == .confirm, step.repeats == nil, let scalar = node.scalar else { return false }
    return scalar.text == "no" || (scalar.isPlain && scalar.text == "false")
  }

  /// Reports an unknown key, and shows it only if it is a valid id: it might be someone's words.
  private func unknown(_ pair: Node.Pair, _ list: inout FindingList) {
    let asked = steps.filter { step in party.map { step.isAnswered(by: $0) } ?? true }
    let ids = asked.filter { !$0.isSaid }.map(\.id)
    let name = Identifier.isID(pair.key) ? " \"\(pair.key)\"" : " of this name"
    let nearest = Nearest.near(pair.key, among: ids)
    list.add(
      .unknownStep, at: pair.keyMark,
      "There is no step\(name) in this prompt."
        + (nearest.map { " The nearest is \"\($0)\"." } ?? ""),
      hint: "It asks: \(ids.joined(separator: ", ")).")
  }

  private func read(
    _ node: Node, _ step: Step, _ items: [String]?, _ list: inout FindingList
  ) -> GivenAnswer? {
    guard let pairs = node.pairs else {
      list.add(
        .wrongType, at: node.mark,
        "This step is asked about each item, so it takes a map of item ids to answers.",
        hint: items.map { "The items are: \($0.joined(separator: ", "))." })
      return nil
    }
    if pairs.count > Interview.mostItems {
      list.add(
        .tooMany, at: node.mark, "At most \(Interview.mostItems) items are asked about.")
    }
    var given: [(String, Value)] = []
    for pair in pairs {
      if let items, !items.contains(pair.key) {
        ValueReader.unknownItem(pair, among: items, &list)
      } else if !pair.value.isEmpty,
        let value = value(from: pair.value, for: step.type, &list)
      {
        given.append((pair.key, value))
      }
    }
    return .items(given)
  }

  /// Returns the ids of all possible items; `nil` if only the answers tell.
  private func items(of repeats: Repeat) -> [String]? {
    switch repeats.items {
    case .given(let options): return options.map(\.id)
    case .values(let name): return sets[name]?.map(\.id)
    case .answered:
      switch steps.first(where: { $0.id == repeats.items.source })?.type {
      case .choices(let options, _, _, let other):
        guard !options.isEmpty else { return nil }
        return options.map(\.id) + (other == nil ? [] : [Option.other])
      case .table(let rows, _): return rows.map(\.id)
      default: return nil
      }
    }
  }
}
