import CZlib

/// Unpacks content packed with deflate, never past the size that was declared for it.
enum Inflation {
  /// Why packed content could not be unpacked.
  enum Fault: Error {
    /// The packed bytes are not deflate, or go on after its end.
    case damaged
    /// The content is longer or shorter than declared.
    case otherSize
  }

  private static let pieceByteCount = 1 << 16
  /// Deflate packs at most 258 bytes into two bits: no more than 1032 bytes come out of one.
  private static let largestRatio = 1032

  /// Unpacks `packed` into exactly `byteCount` bytes.
  static func inflate(_ packed: ArraySlice<UInt8>, byteCount: Int) throws(Fault) -> [UInt8] {
    guard byteCount / largestRatio <= packed.count else { throw .otherSize }
    return try packed.withUnsafeBufferPointer { buffer throws(Fault) in
      var stream = z_stream()
      // zlib remembers where its state lives, so one pointer serves from start to end.
      return try withUnsafeMutablePointer(to: &stream) { stream throws(Fault) in
        stream.pointee.next_in = UnsafeMutablePointer(mutating: buffer.baseAddress)
        stream.pointee.avail_in = uInt(buffer.count)
        let size = Int32(MemoryLayout<z_stream>.size)
        guard inflateInit2_(stream, -MAX_WBITS, ZLIB_VERSION, size) == Z_OK else {
          throw .damaged
        }
        defer { inflateEnd(stream) }
        return try drain(stream, byteCount: byteCount)
      }
    }
  }

  /// The checksum that zip files keep of a file's content.
  static func checksum(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.withUnsafeBufferPointer { Int(crc32(0, $0.baseAddress, uInt($0.count))) }
  }

  private static func drain(
    _ stream: UnsafeMutablePointer<z_stream>, byteCount: Int
  ) throws(Fault) -> [UInt8] {
    var content: [UInt8] = []
    content.reserveCapacity(byteCount)
    var piece = [UInt8](repeating: 0, count: pieceByteCount)
    while true {
      let (code, count) = piece.withUnsafeMutableBufferPointer { buffer in
        stream.pointee.next_out = buffer.baseAddress
        stream.pointee.avail_out = uInt(buffer.count)
        let code = CZlib.inflate(stream, Z_NO_FLUSH)
        return (code, buffer.count - Int(stream.pointee.avail_out))
      }
      guard content.count + count <= byteCount else { throw .otherSize }
      content += piece[..<count]
      if code == Z_STREAM_END { break }
      // Without progress there is nothing more to come: the packed bytes ended too early.
      guard code == Z_OK, count > 0 || stream.pointee.avail_in > 0 else { throw .damaged }
    }
    guard stream.pointee.avail_in == 0 else { throw .damaged }
    guard content.count == byteCount else { throw .otherSize }
    return content
  }
}
