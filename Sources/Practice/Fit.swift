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
      case .ids, .records, .cells, .yes, .other: false
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

  /// For one option, or words of one's own; the id of those by itself says that there are no words.
  init(choice value: Value, among options: [Option]) {
    self =
      switch value {
      case .words(Option.other): .fits(.other(""))
      case .words(let id) where options.holds(id): .fits(value)
      case .other(let words, let ids) where ids.isEmpty && words.isOneLine:
        .fits(.other(words.trimmed))
      default: .fitsNot
      }
  }

  /// For any of the options, where one that excludes the others comes by itself.
  init(ids value: Value, among options: [Option], orOther hasOther: Bool) {
    var (ids, words): ([String], String?)
    switch value {
    case .ids(let all): (ids, words) = (all, hasOther && all.contains(Option.other) ? "" : nil)
    case .other(let own, let all) where hasOther: (ids, words) = (all, own)
    default: (ids, words) = ([""], nil)
    }
    if words != nil { ids.removeAll { $0 == Option.other } }
    let kept = options.filter { ids.contains($0.id) }
    let count = kept.count + (words == nil ? 0 : 1)
    guard ids.allSatisfy(options.holds), words?.isOneLine ?? true,
      count < 2 || !kept.contains(where: \.isAlone)
    else {
      self = .fitsNot
      return
    }
    if let words {
      self = .fits(.other(words.trimmed, beside: kept.map(\.id)))
    } else {
      self = kept.isEmpty ? .empty : .fits(.ids(kept.map(\.id)))
    }
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
