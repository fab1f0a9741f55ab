/// How an answer fits what was asked.
enum Fit: Sendable {
  case fits(Value)
  /// There is nothing in it.
  case empty
  case fitsNot

  /// For answers that are right or wrong: words, or a number, that pass a test.
  init(
    _ value: Value, words: (String) -> Bool, number: (Double) -> Bool = { _ in false }
  ) {
    let fits =
      switch value {
      case .words(let text): words(text)
      case .number(let count): number(count)
      case .ids, .records, .cells, .yes: false
      }
    self = fits ? .fits(value) : .fitsNot
  }

  /// For the person's own words.
  init(words value: Value, if fits: (String) -> Bool = { _ in true }) {
    guard case .words(let words) = value else {
      self = .fitsNot
      return
    }
    self = words.isBlank ? .empty : fits(words) ? .fits(value) : .fitsNot
  }

  init(ids value: Value, among options: [Option]) {
    guard case .ids(let ids) = value, ids.allSatisfy(options.holds) else {
      self = .fitsNot
      return
    }
    let kept = options.map(\.id).filter(ids.contains)
    self = kept.isEmpty ? .empty : .fits(.ids(kept))
  }

  init(cells value: Value, rows: [Option], columns: [Option]) {
    guard case .cells(let cells) = value,
      cells.allSatisfy({ rows.holds($0.key) && columns.holds($0.value) })
    else {
      self = .fitsNot
      return
    }
    self = cells.isEmpty ? .empty : .fits(.cells(cells))
  }

  init(records value: Value, of fields: [Field]) {
    guard case .records(let records) = value else {
      self = .fitsNot
      return
    }
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
