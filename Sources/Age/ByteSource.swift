/// Where bytes come from: memory, a file, a pipe.
package protocol ByteSource {
  /// Returns up to `count` bytes, and none only at the end.
  mutating func read(_ count: Int) throws -> ArraySlice<UInt8>
}

/// Where bytes go.
package protocol ByteSink {
  mutating func write(_ bytes: ArraySlice<UInt8>) throws
}

/// Bytes that are already in memory.
package struct BytesSource: ByteSource {
  private var rest: ArraySlice<UInt8>

  package init(_ bytes: [UInt8]) {
    rest = bytes[...]
  }

  package mutating func read(_ count: Int) -> ArraySlice<UInt8> {
    let part = rest.prefix(count)
    rest = rest.dropFirst(count)
    return part
  }
}

/// Collects bytes in memory.
package struct BytesSink: ByteSink {
  package private(set) var bytes: [UInt8] = []

  package init() {}

  package mutating func write(_ more: ArraySlice<UInt8>) {
    bytes += more
  }
}

/// Gives a source exact reads: lines, and blocks that are short only at the end.
struct BufferedBytes<Source: ByteSource> {
  private var source: Source
  private var held: ArraySlice<UInt8> = []
  private static var blockByteCount: Int { 1 << 16 }

  init(_ source: Source) {
    self.source = source
  }

  /// Reads exactly `count` bytes, or fewer at the end of the source.
  mutating func block(_ count: Int) throws -> ArraySlice<UInt8> {
    while held.count < count {
      let more = try source.read(max(Self.blockByteCount, count - held.count))
      if more.isEmpty { break }
      held = held.isEmpty ? more : held + more
    }
    defer { held = held.dropFirst(count) }
    return held.prefix(count)
  }

  /// Reads up to and including the next line feed, taking at most `limit` bytes.
  ///
  /// - Returns: the line without its line feed, or nil when none came within the limit.
  mutating func line(limit: Int) throws -> ArraySlice<UInt8>? {
    var searched = 0
    while true {
      if let end = held.dropFirst(searched).firstIndex(of: UInt8(ascii: "\n")) {
        guard end - held.startIndex < limit else { return nil }
        defer { held = held[(end + 1)...] }
        return held[..<end]
      }
      searched = held.count
      guard searched < limit else { return nil }
      let more = try source.read(Self.blockByteCount)
      if more.isEmpty { return nil }
      held = held + more
    }
  }
}
