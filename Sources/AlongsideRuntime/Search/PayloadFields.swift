internal import Codec

/// Reads the texts of an entry straight out of its JSON, passing over all else.
///
/// It understands what `EntryJSON` writes. Anything it does not expect makes it give up, and the
/// entry is decoded in the ordinary way.
enum PayloadFields {
  /// The fields of an entry in the order of `SearchField.fields(of:)`; nil to give up.
  static func read(_ payload: UnsafeRawBufferPointer) -> [SearchField]? {
    var cursor = JSONCursor(payload)
    return try? entry(&cursor)
  }

  private static func entry(_ cursor: inout JSONCursor) throws -> [SearchField] {
    var title: [SearchField] = []
    var tags: [SearchField] = []
    var answers: [SearchField] = []
    var text: [SearchField] = []
    try cursor.members { cursor, key in
      switch key {
      case "title": title = try leaves(&cursor, .title)
      case "tags": tags = try leaves(&cursor, .tag)
      case "text": text = try leaves(&cursor, .text)
      case "answers": try cursor.elements { answers += try answer(&$0) }
      default: try cursor.skip()
      }
    }
    return title + tags + answers + text
  }

  private static func answer(_ cursor: inout JSONCursor) throws -> [SearchField] {
    var step = ""
    var fields: [SearchField] = []
    try cursor.members { cursor, key in
      switch key {
      case "step": step = try cursor.string()
      // The second comes after the first, and says the same for people to read.
      case "value", "words": fields = try leaves(&cursor, .title)
      default: try cursor.skip()
      }
    }
    return fields.map { SearchField(place: .answer(step: step), text: $0.text) }
  }

  /// Every string in a value, in order, however deep; keys are none.
  private static func leaves(
    _ cursor: inout JSONCursor, _ place: SearchMatch.Place
  ) throws -> [SearchField] {
    var fields: [SearchField] = []
    switch try cursor.peek() {
    case UInt8(ascii: "\""): fields = [SearchField(place: place, text: try cursor.string())]
    case UInt8(ascii: "["): try cursor.elements { fields += try leaves(&$0, place) }
    case UInt8(ascii: "{"): try cursor.members { cursor, _ in fields += try leaves(&cursor, place) }
    default: try cursor.skip()
    }
    return fields
  }
}
