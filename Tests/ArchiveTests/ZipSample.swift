import Archive
import TestSupport
import Testing

/// Zip files for tests: made by Python's own module, then changed where a rule is to be broken.
enum ZipSample {
  /// The records of a zip file, by the bytes they begin with.
  enum Record: UInt32 {
    case local = 0x0403_4b50
    case listed = 0x0201_4b50
    case end = 0x0605_4b50
  }

  /// A zip file made by a few lines of Python, which write into `z`, `method` being theirs to use.
  static func made(_ lines: String, deflated: Bool = true, seekable: Bool = true) async throws
    -> [UInt8]
  {
    let script = """
      import io, sys, zipfile, warnings
      warnings.simplefilter("ignore")
      class Stream:
          def write(self, data): return sys.stdout.buffer.write(data)
          def flush(self): sys.stdout.buffer.flush()
      out = io.BytesIO() if \(seekable ? "True" : "False") else Stream()
      method = zipfile.\(deflated ? "ZIP_DEFLATED" : "ZIP_STORED")
      with zipfile.ZipFile(out, "w", method) as z:
      \(lines.split(separator: "\n").map { "    " + $0 }.joined(separator: "\n"))
      if \(seekable ? "True" : "False"): sys.stdout.buffer.write(out.getvalue())
      """
    let result = try await Tool.run("python3", ["-c", script])
    #expect(result.code == 0, "\(result.err)")
    return result.out
  }

  /// Writes a number of `width` bytes into the first record of a kind, `offset` bytes into it.
  static func put(
    _ value: Int, width: Int, at offset: Int, of record: Record, in bytes: inout [UInt8]
  ) throws {
    let mark = (0..<4).map { UInt8(truncatingIfNeeded: record.rawValue >> (8 * UInt32($0))) }
    let start = try #require(
      (0...(bytes.count - 4)).first { bytes[$0..<($0 + 4)].elementsEqual(mark) })
    for place in 0..<width {
      bytes[start + offset + place] = UInt8(truncatingIfNeeded: value >> (8 * place))
    }
  }

  static func reader(
    _ bytes: [UInt8], archiveLimit: Int = 1 << 20, memberLimit: Int = 100,
    contentLimit: Int = 1 << 24
  ) throws -> ZipReader {
    try ZipReader(
      bytes, archiveLimit: archiveLimit, memberLimit: memberLimit, contentLimit: contentLimit)
  }

  /// Everything in a zip file, in order.
  static func everything(_ bytes: [UInt8]) throws -> [TarFile] {
    let reader = try reader(bytes)
    return try reader.members.map {
      TarFile(path: $0.path, bytes: try reader.content(of: $0, limit: .max))
    }
  }
}
