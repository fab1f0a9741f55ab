import Practice
import YAML

/// Reads what stands in a file as the answer to a step: answers, defaults, conditions.
///
/// Nothing it says holds a word of the answer itself.
enum ValueReader {
  /// The answer, or nil after noting why it is none.
  static func value(
    from node: Node, for type: StepType, into findings: inout FindingList
  ) -> Value? {
    switch type {
    case .choices(let options, _, _): choices(node, options, type, &findings)
    case .list(let fields): records(node, fields, type, &findings)
    case .table(let rows, let columns): cells(node, rows, columns, type, &findings)
    default: scalar(node, type, &findings)
    }
  }

  private static func scalar(
    _ node: Node, _ type: StepType, _ findings: inout FindingList
  ) -> Value? {
    guard let scalar = node.scalar else { return wrong(node, type, &findings) }
    switch type {
    case .choice(let options): return option(node, options, type, &findings)
    case .yesNo:
      let answers = ["yes", "no"].map { Option(id: $0, label: $0) }
      return option(node, answers, type, &findings)
    case .scale(let scale): return number(node, also: scale.also, type, &findings)
    case .number(_, _, let also): return number(node, also: also, type, &findings)
    case .duration: return number(node, also: [], type, &findings)
    case .confirm:
      let isYes = scalar.text == "yes" || (scalar.isPlain && scalar.text == "true")
      return isYes ? .yes : wrong(node, type, &findings)
    case .date, .time: return moment(node, type, &findings)
    case .line where scalar.text.utf8.contains(0x0A):
      guard let words = node.words, !words.utf8.contains(0x0A) else {
        findings.add(.notOneLine, at: node.mark, "This wants \(type.form).")
        return nil
      }
      return .words(words)
    default: return .words(node.words ?? "")
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

  private static func moment(
    _ node: Node, _ type: StepType, _ findings: inout FindingList
  ) -> Value? {
    let words = node.words ?? ""
    if (try? type.checked(.words(words))) != nil { return .words(words) }
    findings.add(
      type == .date ? .badDay : .badTime, at: node.mark, "This wants \(type.form).")
    return nil
  }
}
