extension StepType {
  /// The words that an answer was picked by, or its parts were asked for; nil for one that says
  /// all of it itself.
  package func words(for value: Value) -> String? {
    let shown: String
    switch (self, value) {
    case (.scale(let scale), .number(let number)):
      guard let label = Int(exactly: number).flatMap({ scale.labels[$0] }) else { return nil }
      shown = label
    case (.table(let rows, let columns), .cells(let cells)):
      shown = rows.compactMap { row in
        cells[row.id].map { "\(row.label): \(Self.label($0, among: columns))" }
      }.joined(separator: "\n")
    case (.list(let fields), .records(let records)):
      shown = records.map { "- \(Self.words(of: $0, fields))" }.joined(separator: "\n")
    case (_, .words(let id)): shown = Self.label(id, among: picked)
    case (_, .ids(let ids)):
      shown = ids.map { Self.label($0, among: picked) }.joined(separator: ", ")
    default: return nil
    }
    return shown.isEmpty || shown == value.listed ? nil : shown
  }

  /// What stands for an answer by its id.
  private var picked: [Option] {
    switch self {
    case .choice(let options), .choices(let options, _, _): options
    case .scale(let scale): scale.also
    case .number(_, _, let also): also
    default: []
    }
  }

  /// One record, each part under the words it was asked for with, in the order of the asking.
  private static func words(of record: [String: Value], _ fields: [Field]) -> String {
    fields.compactMap { field in record[field.id].map { "\(field.label): \($0.plain)" } }
      .joined(separator: "; ")
  }

  private static func label(_ id: String, among options: [Option]) -> String {
    options.first { $0.id == id }?.label ?? id
  }
}
