internal import Practice

/// An answer's value as JSON: a string, a number, a list of ids, a list of maps, a map, or true; and
/// `{"chosen": [...], "other": "..."}` for words under the `other` of a choice.
struct ValueJSON: Codable {
  let value: Value

  init(_ value: Value) {
    self.value = value
  }

  init(from decoder: any Decoder) throws {
    let box = try decoder.singleValueContainer()
    if let flag = try? box.decode(Bool.self), flag {
      value = .yes
    } else if let words = try? box.decode(String.self) {
      value = .words(words)
    } else if let number = try? box.decode(Double.self) {
      value = .number(number)
    } else if let ids = try? box.decode([String].self) {
      value = .ids(ids)
    } else if let cells = try? box.decode([String: String].self) {
      value = .cells(cells)
    } else if let own = try? box.decode(Own.self) {
      value = .other(own.other, beside: own.chosen)
    } else {
      let records = try box.decode([[String: ValueJSON]].self)
      value = .records(records.map { $0.mapValues(\.value) })
    }
  }

  /// Words of one's own; `chosen` is a list, so no map of cells reads the same.
  private struct Own: Codable {
    let chosen: [String]
    let other: String
  }

  func encode(to encoder: any Encoder) throws {
    var box = encoder.singleValueContainer()
    switch value {
    case .words(let words): try box.encode(words)
    case .number(let number):
      if let whole = Int64(exactly: number) {
        try box.encode(whole)
      } else {
        try box.encode(number)
      }
    case .ids(let ids): try box.encode(ids)
    case .records(let records): try box.encode(records.map { $0.mapValues(ValueJSON.init) })
    case .cells(let cells): try box.encode(cells)
    case .yes: try box.encode(true)
    case .other(let words, let ids): try box.encode(Own(chosen: ids, other: words))
    }
  }
}
