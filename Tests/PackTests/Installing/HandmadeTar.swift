import Archive

/// Tar archives made header by header, so that any rule can be broken.
enum HandmadeTar {
  /// One member with its content; the header's fields are changed and the checksum set right.
  static func member(
    _ name: String, _ content: String = "", kind: Character = "0", size: Int? = nil
  ) throws -> [UInt8] {
    var writer = UstarWriter()
    var block = try writer.header("x", byteCount: size ?? content.utf8.count)
    let bytes = Array(name.utf8.prefix(100))
    put(bytes + [UInt8](repeating: 0, count: 100 - bytes.count), at: 0, in: &block)
    put(Array(String(kind).utf8), at: 156, in: &block)
    put(Array("        ".utf8), at: 148, in: &block)
    let sum = String(block.reduce(0) { $0 + Int($1) }, radix: 8)
    put(
      Array((String(repeating: "0", count: 6 - sum.count) + sum).utf8) + [0, 32], at: 148,
      in: &block)
    return block + content.utf8 + UstarWriter.padding(after: content.utf8.count)
  }

  static func archive(_ members: [UInt8]...) -> [UInt8] {
    members.flatMap(\.self) + UstarWriter().end()
  }

  private static func put(_ bytes: [UInt8], at place: Int, in block: inout [UInt8]) {
    block.replaceSubrange(place..<(place + bytes.count), with: bytes)
  }
}
