import Archive

/// Tar archives for tests: made by hand, block by block, so that any rule can be broken.
enum TarSample {
  /// Changes bytes of a header and sets its checksum right again.
  static func header(
    _ path: String = "a.txt", byteCount: Int = 0, _ change: (inout [UInt8]) -> Void = { _ in }
  ) throws -> [UInt8] {
    var writer = UstarWriter()
    var block = try writer.header(path, byteCount: byteCount)
    change(&block)
    setChecksum(&block)
    return block
  }

  /// A whole archive of one file, its header changed.
  static func archive(
    _ content: String = "", _ change: (inout [UInt8]) -> Void = { _ in }
  ) throws -> [UInt8] {
    let bytes = Array(content.utf8)
    return try header(byteCount: bytes.count, change) + bytes
      + UstarWriter.padding(after: bytes.count) + UstarWriter().end()
  }

  /// An archive of one empty file whose name field holds `name` and nothing else.
  static func named(_ name: [UInt8], prefix: [UInt8] = [], kind: Character = "0") throws -> [UInt8]
  {
    try archive { block in
      put(name + [UInt8](repeating: 0, count: 100 - name.count), at: 0, in: &block)
      put(prefix, at: 345, in: &block)
      put(bytes(String(kind)), at: 156, in: &block)
    }
  }

  /// The bytes of a text in which the sign for zero, which shows, stands for a zero byte.
  static func bytes(_ text: String) -> [UInt8] {
    text.unicodeScalars.flatMap { $0 == "␀" ? [0] : Array(String($0).utf8) }
  }

  static func put(_ bytes: [UInt8], at place: Int, in block: inout [UInt8]) {
    block.replaceSubrange(place..<(place + bytes.count), with: bytes)
  }

  static func setChecksum(_ block: inout [UInt8]) {
    put(Array("        ".utf8), at: 148, in: &block)
    let sum = String(block.reduce(0) { $0 + Int($1) }, radix: 8)
    let digits = String(repeating: "0", count: 6 - sum.count) + sum
    put(Array(digits.utf8) + [0, 32], at: 148, in: &block)
  }

  /// A reader over bytes in memory, which hands them out in pieces of at most `piece`.
  static func reader(
    _ bytes: [UInt8], piece: Int = .max, memberLimit: Int = 100, byteLimit: Int = 1 << 24
  ) -> UstarReader {
    var rest = bytes[...]
    return UstarReader(memberLimit: memberLimit, byteLimit: byteLimit) { count in
      let part = rest.prefix(min(count, piece))
      rest = rest.dropFirst(part.count)
      return part
    }
  }

  /// Everything in an archive, in order.
  static func everything(_ reader: UstarReader) throws -> [TarFile] {
    var reader = reader
    var files: [TarFile] = []
    while let member = try reader.next() {
      files.append(TarFile(path: member.path, bytes: try reader.content(limit: .max)))
    }
    return files
  }
}

/// A path and its content.
struct TarFile: Hashable {
  var path: String
  var bytes: [UInt8]

  init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  init(_ path: String, _ text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }
}
