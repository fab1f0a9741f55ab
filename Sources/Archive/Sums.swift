/// The list `pack.sums`: every other file of a pack with its size and SHA-256.
///
/// One line for each, in order of path: `SHA256  SIZE  PATH` and a newline, with two spaces between.
/// There is exactly one such text for the same files, wherever they lie, and its hash, `h1`, stands
/// for all of them.
package struct Sums: Sendable, Hashable {
  /// One file of the list.
  package struct Line: Sendable, Hashable {
    /// Sixty-four hexadecimal digits, lower case.
    package let hash: String
    package let byteCount: Int
    package let path: String

    package init(path: String, bytes: [UInt8]) {
      self.path = path
      byteCount = bytes.count
      hash = ContentHash(of: bytes).description
    }

    init(hash: String, byteCount: Int, path: String) {
      self.hash = hash
      self.byteCount = byteCount
      self.path = path
    }
  }

  /// The list's own file.
  package static let name = "pack.sums"
  /// The signature over the list's bytes.
  package static let signatureName = "pack.sums.sig"
  /// A list is never longer than this.
  package static let byteLimit = 1 << 20

  /// In order of the paths' bytes; no path stands twice.
  package let lines: [Line]

  /// The list of these files; the list itself and its signature are left out.
  package init(of files: some Sequence<(path: String, bytes: [UInt8])>) {
    lines = files.filter { $0.path != Self.name && $0.path != Self.signatureName }
      .map { Line(path: $0.path, bytes: $0.bytes) }
      .sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  init(lines: [Line]) {
    self.lines = lines
  }

  /// The one text of this list.
  package var bytes: [UInt8] {
    lines.flatMap { Array("\($0.hash)  \($0.byteCount)  \($0.path)\n".utf8) }
  }

  /// The SHA-256 of the text: sixty-four hexadecimal digits that stand for the whole pack.
  package var h1: String { ContentHash(of: bytes).description }
}
