import Age
import CZlib
import Foundation

/// One file of the age community's vectors: what to open, with what, and what must come of it.
struct Vector {
  var fields: [(name: String, value: String)] = []
  var body: [UInt8] = []

  init(path: String) throws {
    var rest = Array(try Data(contentsOf: URL(fileURLWithPath: path)))[...]
    while let end = rest.firstIndex(of: UInt8(ascii: "\n")), end > rest.startIndex {
      let line = String(decoding: rest[..<end], as: UTF8.self)
      let colon = line.range(of: ": ")
      fields.append(
        (
          String(line[..<(colon?.lowerBound ?? line.endIndex)]),
          colon.map { String(line[$0.upperBound...]) } ?? ""
        ))
      rest = rest[(end + 1)...]
    }
    body = Array(rest.dropFirst())
    if self["compressed"] == "zlib" { body = try Self.inflate(body) }
  }

  subscript(_ name: String) -> String? { fields.first { $0.name == name }?.value }

  func identities() throws -> [any Identity] {
    try fields.compactMap { field -> (any Identity)? in
      switch field.name {
      case "passphrase": try ScryptIdentity(Passphrase(Array(field.value.utf8)))
      case "identity" where field.value.contains("-PQ-"): try HybridIdentity(field.value)
      case "identity": try X25519Identity(field.value)
      default: nil
      }
    }
  }

  private static func inflate(_ bytes: [UInt8]) throws -> [UInt8] {
    var size = uLongf(1 << 20)
    while size < 1 << 28 {
      var out = [UInt8](repeating: 0, count: Int(size))
      let code = uncompress(&out, &size, bytes, uLong(bytes.count))
      if code == Z_OK { return Array(out.prefix(Int(size))) }
      guard code == Z_BUF_ERROR else { break }
      size = uLongf(out.count * 4)
    }
    throw CocoaError(.fileReadCorruptFile)
  }
}
