/// Reads the texts of an entry straight out of its JSON, passing over all else.
///
/// It understands what `EntryJSON` writes. Anything it does not expect makes it give up, and the
/// entry is decoded in the ordinary way.
struct PayloadFields {
  private struct Unexpected: Error {}

  private let raw: UnsafeRawBufferPointer
  private var at = 0

  /// The fields of an entry in the order of `SearchField.fields(of:)`; nil to give up.
  static func read(_ payload: UnsafeRawBufferPointer) -> [SearchField]? {
    var reader = PayloadFields(raw: payload)
    return try? reader.entry()
  }

  private mutating func entry() throws -> [SearchField] {
    var title: [SearchField] = []
    var tags: [SearchField] = []
    var answers: [SearchField] = []
    var text: [SearchField] = []
    try members { reader, key in
      switch key {
      case "title": title = try reader.leaves(.title)
      case "tags": tags = try reader.leaves(.tag)
      case "text": text = try reader.leaves(.text)
      case "answers": try reader.elements { answers += try $0.answer() }
      default: try reader.skip()
      }
    }
    return title + tags + answers + text
  }

  private mutating func answer() throws -> [SearchField] {
    var step = ""
    var fields: [SearchField] = []
    try members { reader, key in
      switch key {
      case "step": step = try reader.string()
      // The second comes after the first, and says the same for people to read.
      case "value", "words": fields = try reader.leaves(.title)
      default: try reader.skip()
      }
    }
    return fields.map { SearchField(place: .answer(step: step), text: $0.text) }
  }

  /// Every string in a value, in order, however deep; keys are none.
  private mutating func leaves(_ place: SearchMatch.Place) throws -> [SearchField] {
    var fields: [SearchField] = []
    switch try peek() {
    case UInt8(ascii: "\""): fields = [SearchField(place: place, text: try string())]
    case UInt8(ascii: "["): try elements { fields += try $0.leaves(place) }
    case UInt8(ascii: "{"): try members { reader, _ in fields += try reader.leaves(place) }
    default: try skip()
    }
    return fields
  }

  // MARK: JSON

  private func peek() throws -> UInt8 {
    guard at < raw.count else { throw Unexpected() }
    return raw[at]
  }

  private mutating func take(_ byte: UInt8) throws {
    guard try peek() == byte else { throw Unexpected() }
    at += 1
  }

  /// Goes through a map; `member` stands before the value of each key.
  private mutating func members(
    _ member: (inout PayloadFields, String) throws -> Void
  ) throws {
    try list(UInt8(ascii: "{"), UInt8(ascii: "}")) { reader in
      let key = try reader.string()
      try reader.take(UInt8(ascii: ":"))
      try member(&reader, key)
    }
  }

  private mutating func elements(_ element: (inout PayloadFields) throws -> Void) throws {
    try list(UInt8(ascii: "["), UInt8(ascii: "]"), element)
  }

  private mutating func list(
    _ open: UInt8, _ close: UInt8, _ item: (inout PayloadFields) throws -> Void
  ) throws {
    try take(open)
    if try peek() == close { return at += 1 }
    while true {
      try item(&self)
      if try peek() == close { return at += 1 }
      try take(UInt8(ascii: ","))
    }
  }

  private mutating func skip() throws {
    switch try peek() {
    case UInt8(ascii: "\""): _ = try stringEnd()
    case UInt8(ascii: "["): try elements { try $0.skip() }
    case UInt8(ascii: "{"): try members { reader, _ in try reader.skip() }
    default:
      let start = at
      while at < raw.count, !",]}".utf8.contains(raw[at]) { at += 1 }
      if at == start { throw Unexpected() }
    }
  }

  /// Passes over a string, and says whether it has escapes and where its words lie.
  private mutating func stringEnd() throws -> (inside: Range<Int>, isPlain: Bool) {
    try take(UInt8(ascii: "\""))
    let start = at
    var isPlain = true
    while try peek() != UInt8(ascii: "\"") {
      if raw[at] == UInt8(ascii: "\\") {
        isPlain = false
        at += 1
      }
      at += 1
    }
    at += 1
    return (start..<(at - 1), isPlain)
  }

  private mutating func string() throws -> String {
    let (inside, isPlain) = try stringEnd()
    let bytes = UnsafeRawBufferPointer(rebasing: raw[inside])
    if isPlain { return String(decoding: bytes, as: UTF8.self) }
    guard let text = JSONEscapes.read(bytes) else { throw Unexpected() }
    return text
  }
}
