internal import Disk

/// What doctor reads of files that it does not know: whatever cannot be read is not there.
extension FileFacts {
  /// The names in a folder; empty when it cannot be read.
  static func names(in folder: String) -> [String] {
    ((try? Folders.names(in: folder)) ?? []).map(\.text)
  }

  /// The first bytes of a plain file; nil when it is none or cannot be read.
  static func beginning(of path: String, limit: Int) -> [UInt8]? {
    (try? Files.bytes(of: path, upTo: limit)) ?? nil
  }

  /// A small text file of the system, without the line break at its end.
  static func text(_ path: String) -> String? {
    guard let bytes = beginning(of: path, limit: 1 << 20) else { return nil }
    let text = String(decoding: bytes, as: UTF8.self)
    return text.hasSuffix("\n") ? String(text.dropLast()) : text
  }
}
