package import PackFormat

extension PackDifference {
  /// All of it for people, a line each.
  package var text: String {
    var lines = [summary]
    for item in items { lines += [""] + Self.lines(item) }
    if !notes.isEmpty { lines += ["", "In the pack itself"] + notes.map { "  \($0)" } }
    return lines.joined(separator: "\n")
  }

  private static func lines(_ item: Item) -> [String] {
    let heading = "\(item.title) (\(item.kind.rawValue)/\(item.id))"
    let state =
      switch item.change {
      case .added: ": new"
      case .removed: ": taken away"
      case .reworded, .changed: ""
      }
    return [heading + state] + item.notes.map { "  \($0)" } + item.questions.flatMap(lines)
  }

  private static func lines(_ question: Question) -> [String] {
    var lines: [String]
    switch question.change {
    case .added: lines = ["  + \(flat(question.after))"]
    case .removed: lines = ["  - \(flat(question.before))"]
    case .reworded: lines = ["  - \(flat(question.before))", "  + \(flat(question.after))"]
    case .changed: lines = ["  * \(flat(question.after))"]
    }
    return lines + question.notes.map { "      \($0)" }
  }

  private static func flat(_ text: String?) -> String {
    (text ?? "").split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// All of it as `--json` prints it.
  package var json: JSONValue {
    .object([
      "summary": .string(summary),
      "counts": .object([
        "added": .number(Double(count(.added))), "reworded": .number(Double(count(.reworded))),
        "changed": .number(Double(count(.changed))), "removed": .number(Double(count(.removed))),
      ]),
      "items": .array(items.map(Self.json)), "notes": .array(notes.map { .string($0) }),
    ])
  }

  private static func json(_ item: Item) -> JSONValue {
    .object([
      "kind": .string(item.kind.rawValue), "id": .string(item.id), "title": .string(item.title),
      "change": .string(item.change.rawValue), "notes": .array(item.notes.map { .string($0) }),
      "questions": .array(
        item.questions.map { question in
          .object([
            "step": .string(question.step), "change": .string(question.change.rawValue),
            "asked": .bool(question.isAsked),
            "before": question.before.map { .string($0) } ?? .null,
            "after": question.after.map { .string($0) } ?? .null,
            "notes": .array(question.notes.map { .string($0) }),
          ])
        }),
    ])
  }
}
