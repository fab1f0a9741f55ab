internal import Disk
package import Practice

/// Entries on their way out as plain files.
///
/// ```swift
/// let path = try Export.write(entries, as: .markdown, in: "copy", title: "From my journal") {
///   library.words(of: $1, in: $0)
/// }
/// ```
package enum Export {
  /// How the files are written.
  package enum Format: String, Sendable, Hashable, CaseIterable {
    /// One file of JSON, lossless.
    case json
    /// A folder with a file for each entry.
    case markdown
    /// One page that prints well.
    case html

    /// What the file or folder is called.
    package var name: String {
      switch self {
      case .json: "entries.json"
      case .markdown: "entries"
      case .html: "entries.html"
      }
    }
  }

  /// Writes entries below a folder, which is made if it does not exist; nothing is written over.
  ///
  /// - Parameter title: the heading of a page.
  /// - Throws: ``DiskTrouble``. What was written before it stays.
  package static func write(
    _ entries: [Entry], as format: Format, in folder: String, title: String,
    answerWords: AnswerWords?
  ) throws {
    try Folders.make(folder, isAlone: true)
    let path = "\(folder)/\(format.name)"
    switch format {
    case .json: try write(try json(entries), to: path)
    case .html: try write(html(entries, title: title, answerWords: answerWords), to: path)
    case .markdown:
      try Folders.make(path, isAlone: true)
      for entry in entries {
        let file = markdown(entry, answerWords: answerWords)
        try write(file.bytes, to: "\(path)/\(file.name)")
      }
    }
  }

  private static func write(_ bytes: [UInt8], to path: String) throws(DiskTrouble) {
    try Files.make(path, bytes)
    do throws(DiskTrouble) {
      try Folders.confirm(path.folderPart)
    } catch {
      try? Files.remove(path)
      throw DiskTrouble(.writing, path, error.reason)
    }
  }

  /// All entries as one JSON array, lossless: what `show --json` prints of each.
  package static func json(_ entries: [Entry]) throws -> [UInt8] {
    try JSON.shown(entries.map { EntryJSON($0) })
  }
}
