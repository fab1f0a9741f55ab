/// How an answer fits what was asked.
enum Fit: Sendable {
  case fits(Value)
  /// There is nothing in it.
  case empty
  case fitsNot

  init(_ value: Value, if fits: Bool) {
    self = fits ? .fits(value) : .fitsNot
  }

  init(words: String) {
    self = words.isBlank ? .empty : .fits(.words(words))
  }

  init(ids: [String], among options: [Option]) {
    guard ids.allSatisfy(options.holds) else {
      self = .fitsNot
      return
    }
    let kept = options.map(\.id).filter(ids.contains)
    self = kept.isEmpty ? .empty : .fits(.ids(kept))
  }

  init(cells: [String: String], rows: [Option], columns: [Option]) {
    guard cells.allSatisfy({ rows.holds($0.key) && columns.holds($0.value) }) else {
      self = .fitsNot
      return
    }
    self = cells.isEmpty ? .empty : .fits(.cells(cells))
  }

  init(records: [[String: Value]], of fields: [Field]) {
    var kept: [[String: Value]] = []
    for record in records {
      guard let filled = Self.filled(record, of: fields) else {
        self = .fitsNot
        return
      }
      if !filled.isEmpty { kept.append(filled) }
    }
    self = kept.isEmpty ? .empty : .fits(.records(kept))
  }

  /// The record without its empty fields; nil when some field does not fit.
  private static func filled(_ record: [String: Value], of fields: [Field]) -> [String: Value]? {
    var filled: [String: Value] = [:]
    for (id, value) in record {
      guard let field = fields.first(where: { $0.id == id }) else { return nil }
      switch field.kind.stepType.fit(value) {
      case .fits(let value): filled[id] = value
      case .empty: continue
      case .fitsNot: return nil
      }
    }
    return filled
  }
}
