/// Something written while the journal was closed, on its way in.
///
/// Inside its age file stand one line, `alongside-page/1 ID WRITTEN LENGTH`, then the payload, then
/// spaces up to the padded length: legible to anyone who opened it with stock tools.
package struct Page: Sendable, Hashable {
  /// The largest payload.
  ///
  /// A lifetime of typing does not reach it; a hostile file might.
  package static let byteLimit = 16 << 20

  package var id: ItemID
  /// Milliseconds since 1970 in UTC.
  package var written: Int64
  /// What the runtime's codec wrote.
  package var payload: [UInt8]

  package init(id: ItemID, written: Int64, payload: [UInt8]) {
    self.id = id
    self.written = written
    self.payload = payload
  }

  var bytes: [UInt8] { Self.framed("alongside-page/1 \(id) \(written)", payload) }

  init?(reading bytes: [UInt8]) {
    guard let (words, payload) = Self.unframed(bytes), words.count == 3,
      words[0] == "alongside-page/1", let id = ItemID(words[1]), let written = Int64(words[2])
    else { return nil }
    self.init(id: id, written: written, payload: payload)
  }

  /// A head line that ends with the payload's length, the payload, and spaces.
  static func framed(_ head: String, _ payload: [UInt8]) -> [UInt8] {
    Padding.pad(
      Array("\(head) \(payload.count)\n".utf8) + payload, with: UInt8(ascii: " "))
  }

  /// The head's words without the length, and the payload.
  static func unframed(_ bytes: [UInt8]) -> (words: [String], payload: [UInt8])? {
    guard let end = bytes.prefix(256).firstIndex(of: UInt8(ascii: "\n")) else { return nil }
    let words = String(decoding: bytes[..<end], as: UTF8.self).split(separator: " ").map(
      String.init)
    guard let last = words.last, let count = Int(last), count >= 0,
      bytes.count - end - 1 >= count
    else { return nil }
    let rest = bytes[(end + 1)...]
    guard rest.dropFirst(count).allSatisfy({ $0 == UInt8(ascii: " ") }) else { return nil }
    return (words.dropLast(), Array(rest.prefix(count)))
  }
}
