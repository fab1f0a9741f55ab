import Practice
import YAML

/// Reads a value in a file as the answer to a step: answers, defaults, conditions.
///
/// No finding holds a word of the answer itself.
enum ValueReader {
  /// Returns the answer, or `nil` after reporting why it is not one.
  static func value(
    from node: Node, for type: StepType, into findings: inout FindingList
  ) -> Value? {
    let parts = type.parts
    if node["other"] != nil || node["chosen"] != nil, parts.other != nil {
      return own(node, type, &findings)
    }
    return switch type.kind.facts.form {
    case .ids: choices(node, type, &findings)
    case .records: records(node, parts.fields, type, &findings)
    case .cells: cells(node, parts.rows, parts.options, type, &findings)
    case .words, .exact, .option, .number, .numberOrOption, .yes: scalar(node, type, &findings)
    }
  }

  private static func scalar(
    _ node: Node, _ type: StepType, _ findings: inout FindingList
  ) -> Value? {
    guard let scalar = node.scalar else { return wrong(node, type, &findings) }
    switch type.kind.facts.form {
    case .words: return words(node, type, &findings)
    case .exact: return exact(node, type, &findings)
    case .option: return option(node, type.choosable, type, &findings)
    case .number, .numberOrOption: return number(node, also: type.choosable, type, &findings)
    case .yes:
      let isYes = scalar.text == "yes" || (scalar.isPlain && scalar.text == "true")
      return isYes ? .yes : wrong(node, type, &findings)
    case .ids, .records, .cells: return wrong(node, type, &findings)
    }
  }

  private static func words(
    _ node: Node, _ type: StepType, _ findings: inout FindingList
  ) -> Value? {
    let words = node.words ?? ""
    do throws(AnswerProblem) {
      // Blank words are a skip, not a mistake.
      _ = try type.checked(.words(words))
      return .words(words)
    } catch {
      findings.add(.notOneLine, at: node.mark, "This wants \(type.form).")
      return nil
    }
  }

  private static func wrong(
    _ node: Node, _ type: StepType, _ findings: inout FindingList
  ) -> Value? {
    findings.add(
      .wrongType, at: node.mark, "This is \(node.shapeName) that does not fit.",
      hint: "It wants \(type.form).")
    return nil
  }

  private static func option(
    _ node: Node, _ options: [Option], _ type: StepType, _ findings: inout FindingList
  ) -> Value? {
    guard let words = node.words else { return wrong(node, type, &findings) }
    if options.contains(where: { $0.id == words }) { return .words(words) }
    // Which options an earlier answer gives, only the interview knows.
    if type.isOpen, Identifier.isID(words) { return .words(words) }
    unknown(words, options, at: node.mark, type, &findings)
    return nil
  }

  private static func unknown(
    _ words: String, _ options: [Option], at mark: Mark, _ type: StepType,
    _ findings: inout FindingList
  ) {
    let labelled = options.first { $0.label == words }?.id
    let nearest = labelled ?? Nearest.near(words, among: options.map(\.id))
    findings.add(
      .unknownOption, at: mark, "This is none of the ids that can be chosen.",
      hint: nearest.map { "Did you mean \"\($0)\"?" } ?? "It wants \(type.form).")
  }

  private static func number(
    _ node: Node, also: [Option], _ type: StepType, _ findings: inout FindingList
  ) -> Value? {
    guard let number = node.number else {
      guard let words = node.words, !also.isEmpty else { return wrong(node, type, &findings) }
      return option(
        Node(.scalar(.init(words, isPlain: true)), at: node.mark), also, type, &findings)
    }
    guard (try? type.checked(.number(number))) != nil else {
      findings.add(.outOfRange, at: node.mark, "This wants \(type.form).")
      return nil
    }
    return .number(number)
  }

  private static func exact(
    _ node: Node, _ type: StepType, _ findings: inout FindingList
  ) -> Value? {
    let words = node.words ?? ""
    if (try? type.checked(.words(words))) != nil { return .words(words) }
    findings.add(
      codes[type.kind] ?? .wrongType, at: node.mark, "This wants \(type.form).")
    return nil
  }

  /// The kinds of exact words that have their own code for a mistake.
  private static let codes: [StepType.Kind: FindingCode] = [.date: .badDay, .time: .badTime]
}

extension ValueReader {
  /// Returns what is written under the `other` of a choice: `{other: words}`, with `chosen: [ids]`
  /// beside it where several can be chosen.
  private static func own(
    _ node: Node, _ type: StepType, _ findings: inout FindingList
  ) -> Value? {
    guard (node.pairs ?? []).allSatisfy({ ["other", "chosen"].contains($0.key) }) else {
      return wrongShape(node, type, &findings)
    }
    var ids: [String] = []
    if let chosen = node["chosen"], !chosen.isEmpty {
      guard chosen.items?.isEmpty != true else { return own(node["other"], [], type, &findings) }
      guard case .ids(let found)? = choices(chosen, type, &findings) else { return nil }
      ids = found
    }
    guard node["other"] != nil else { return .ids(ids) }
    return own(node["other"], ids, type, &findings)
  }

  private static func own(
    _ words: Node?, _ ids: [String], _ type: StepType, _ findings: inout FindingList
  ) -> Value? {
    guard let words, words.isEmpty || words.scalar != nil else {
      return words.flatMap { wrong($0, type, &findings) }
    }
    let own = Value.other(words.scalar?.text ?? "", beside: ids)
    if type.isOpen { return own }
    do throws(AnswerProblem) {
      return try type.checked(own)
    } catch {
      findings.add(
        .notOneLine, at: words.mark,
        "These words go on one line, beside what can be chosen with them.",
        hint: "It wants \(type.form).")
      return nil
    }
  }

  /// Returns the ids of what was chosen, and words of one's own among them.
  static func choices(
    _ node: Node, _ type: StepType, _ findings: inout FindingList
  ) -> Value? {
    guard let items = node.items else { return wrongShape(node, type, &findings) }
    var ids: [String] = []
    var words: String?
    for item in items {
      if type.parts.other != nil, let own = item["other"] {
        words = own.scalar?.text ?? ""
      } else if case .words(let id) = value(
        from: item, for: .choice(type.parts.options, other: type.parts.other), into: &findings)
      {
        ids.append(id)
      } else {
        return nil
      }
    }
    let made = words.map { Value.other($0, beside: ids) } ?? .ids(ids)
    guard type.isOpen || (try? type.checked(made)) != nil || ids.isEmpty else {
      findings.add(
        .unknownOption, at: node.mark, "These do not go together.",
        hint: "It wants \(type.form).")
      return nil
    }
    return made
  }

  static func records(
    _ node: Node, _ fields: [Field], _ type: StepType, _ findings: inout FindingList
  ) -> Value? {
    guard let items = node.items else { return wrongShape(node, type, &findings) }
    var records: [[String: Value]] = []
    let errors = findings.errors
    for item in items {
      guard let pairs = item.pairs else {
        _ = wrongShape(item, type, &findings)
        continue
      }
      records.append(record(pairs, fields, &findings))
    }
    return findings.errors == errors ? .records(records) : nil
  }

  private static func record(
    _ pairs: [Node.Pair], _ fields: [Field], _ findings: inout FindingList
  ) -> [String: Value] {
    var record: [String: Value] = [:]
    for pair in pairs where !pair.value.isEmpty {
      guard let field = fields.first(where: { $0.id == pair.key }) else {
        let ids = fields.map(\.id)
        findings.add(
          .unknownKey, at: pair.keyMark, "The records of this list have no such part.",
          hint: Nearest.question(pair.key, among: ids)
            ?? "They have \(ids.joined(separator: ", ")).")
        continue
      }
      record[field.id] = value(from: pair.value, for: field.kind.stepType, into: &findings)
    }
    return record
  }

  static func cells(
    _ node: Node, _ rows: [Option], _ columns: [Option], _ type: StepType,
    _ findings: inout FindingList
  ) -> Value? {
    guard let pairs = node.pairs else { return wrongShape(node, type, &findings) }
    var cells: [String: String] = [:]
    let errors = findings.errors
    for pair in pairs where !pair.value.isEmpty {
      if !rows.contains(where: { $0.id == pair.key }) {
        unknownItem(pair, among: rows.map(\.id), &findings)
      }
      let cell = value(from: pair.value, for: .choice(columns), into: &findings)
      if case .words(let id) = cell { cells[pair.key] = id }
    }
    return findings.errors == errors ? .cells(cells) : nil
  }

  static func unknownItem(
    _ pair: Node.Pair, among ids: [String], _ findings: inout FindingList
  ) {
    findings.add(
      .unknownItem, at: pair.keyMark, "This is none of the items that are asked about.",
      hint: Nearest.question(pair.key, among: ids)
        ?? "They are: \(ids.joined(separator: ", ")).")
  }

  private static func wrongShape(
    _ node: Node, _ type: StepType, _ findings: inout FindingList
  ) -> Value? {
    findings.add(
      .wrongType, at: node.mark, "This is \(node.shapeName) that does not fit.",
      hint: "It wants \(type.form).")
    return nil
  }
}
