extension StepType {
  /// A short answer as a later question names it: the label of what was chosen, or the words themselves.
  ///
  /// Returns `nil` for what takes more than one short line.
  func brief(_ value: Value) -> String? {
    let words: String
    switch value {
    case .other(let own, let ids) where ids.isEmpty && !own.isEmpty: words = own
    case .records, .cells:
      words = Route.items(of: value, to: self).map(\.label).joined(separator: ", ")
    default: words = self.words(for: value) ?? value.plain
    }
    let line = words.trimmed
    return line.isOneLine && line.count <= Self.briefLength ? line : nil
  }

  /// The most characters of an answer that a question repeats; longer ones would hide the question.
  private static let briefLength = 60

  /// The words that an answer was picked by, or its parts were asked for; nil for one that says
  /// all of it itself.
  package func words(for value: Value) -> String? {
    let parts = parts
    let shown: String
    switch value {
    case .number(let number):
      guard let label = Int(exactly: number).flatMap({ parts.scale?.labels[$0] }) else {
        return nil
      }
      shown = label
    case .cells(let cells):
      shown = parts.rows.compactMap { row in
        cells[row.id].map { "\(row.label): \(Self.label($0, among: parts.options))" }
      }.joined(separator: "\n")
    case .records(let records):
      shown = records.map { "- \(Self.words(of: $0, parts.fields))" }.joined(separator: "\n")
    case .words(let id): shown = Self.label(id, among: parts.named)
    case .ids(let ids):
      shown = ids.map { Self.label($0, among: parts.named) }.joined(separator: ", ")
    case .other(let words, let ids):
      let other = parts.other ?? Option.other
      shown =
        (ids.map { Self.label($0, among: parts.named) }
        + [words.isEmpty ? other : "\(other): \(words)"]).joined(separator: ", ")
    case .yes: return nil
    }
    return shown.isEmpty || shown == value.listed ? nil : shown
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
