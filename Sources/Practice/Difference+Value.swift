extension Value {
  /// The words and ids in it, in order; keys, numbers and a plain yes are none.
  package var texts: [String] {
    switch self {
    case .words(let words): [words]
    case .ids(let ids): ids
    case .records(let records):
      records.flatMap { record in record.sorted { $0.key < $1.key }.flatMap(\.value.texts) }
    case .cells(let cells): cells.sorted { $0.key < $1.key }.map(\.value)
    case .other(let words, let ids): ids + [words]
    case .number, .yes: []
    }
  }

  /// The answer in plain words, a line for each record or cell; ids stand as they are kept.
  package var plain: String { lines.joined(separator: "\n") }

  /// The same with a dash before each record or cell.
  package var listed: String {
    switch self {
    case .records, .cells: lines.map { "- \($0)" }.joined(separator: "\n")
    default: plain
    }
  }

  private var lines: [String] {
    switch self {
    case .words(let words): [words]
    case .number(let number): [Int64(exactly: number).map(String.init) ?? "\(number)"]
    case .ids(let ids): [ids.joined(separator: ", ")]
    case .records(let records):
      records.map { record in
        record.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value.plain)" }
          .joined(separator: "; ")
      }
    case .cells(let cells): cells.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
    case .yes: ["yes"]
    case .other(let words, let ids):
      [(ids + [words.isEmpty ? Option.other : words]).joined(separator: ", ")]
    }
  }
}
