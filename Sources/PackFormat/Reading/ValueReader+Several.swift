import Practice
import YAML

extension ValueReader {
  static func choices(
    _ node: Node, _ options: [Option], _ type: StepType, _ findings: inout FindingList
  ) -> Value? {
    guard let items = node.items else { return wrongShape(node, type, &findings) }
    var ids: [String] = []
    for item in items {
      let one = value(from: item, for: .choice(options), into: &findings)
      if case .words(let id) = one { ids.append(id) }
    }
    return ids.count == items.count ? .ids(ids) : nil
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
