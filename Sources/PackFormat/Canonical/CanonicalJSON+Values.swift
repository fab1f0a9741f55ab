package import Practice

extension CanonicalJSON {
  /// An answer in the shape that entries and answers files keep.
  package static func value(of value: Value) -> JSONValue {
    switch value {
    case .words(let words): .string(words)
    case .number(let number): .number(number)
    case .ids(let ids): .array(ids.map { .string($0) })
    case .records(let records):
      .array(records.map { .object($0.mapValues { self.value(of: $0) }) })
    case .cells(let cells): .object(cells.mapValues { .string($0) })
    case .yes: .bool(true)
    }
  }
}
