import CProcess
import Disk

/// A folder in memory for one text while an editor has it: 0700, its file 0600, gone afterwards.
///
/// Its name carries the id of this process, so that ``sweep(_:)`` knows a leftover.
struct PrivateFolder {
  let path: String
  var file: String { path + "/page.md" }

  private static let namePrefix = "alongside-edit-"

  /// Makes the folder in the first of these places that lies in memory and can be written.
  ///
  /// - Throws: ``EditorProblem/noMemoryFolder(_:)``.
  init(in candidates: [String]) throws(EditorProblem) {
    for candidate in candidates
    where candidate.hasPrefix("/") && alongside_is_memory_backed(candidate) == 1 {
      let path = "\(candidate)/\(Self.namePrefix)\(getpid())-\(Files.freshName())"
      guard (try? Folders.makeNew(path)) != nil else { continue }
      self.path = path
      return
    }
    throw .noMemoryFolder(candidates)
  }

  /// Writes the text to its file, which must not exist yet, and guards it against signals.
  func write(_ text: String) throws(EditorProblem) {
    guard alongside_guard_file(file, path) == 0 else {
      throw .cannotKeep(folder: path, error: errno)
    }
    do throws(DiskTrouble) { try Files.make(file, Array(text.utf8)) } catch { throw problem(error) }
  }

  /// What a program left in the file, or in one whose name is longer by `suffix`; nil when it left
  /// none.
  func read(beside suffix: String = "") throws(EditorProblem) -> String? {
    do throws(DiskTrouble) {
      return try Files.bytes(of: file + suffix).map(Self.text)
    } catch {
      throw problem(error)
    }
  }

  /// An editor's bytes as text: LF between lines, no blank lines at the end.
  private static func text(of bytes: [UInt8]) -> String {
    var lines = WesternLetters.text(bytes).split(
      omittingEmptySubsequences: false, whereSeparator: { $0 == "\n" || $0 == "\r\n" })
    while lines.last?.allSatisfy({ $0 == " " || $0 == "\t" }) == true { lines.removeLast() }
    return lines.joined(separator: "\n")
  }

  /// Overwrites and removes whatever is in the folder, then the folder.
  func remove() {
    alongside_unguard_file()
    Self.shred(path)
  }

  private func problem(_ trouble: DiskTrouble) -> EditorProblem {
    .cannotKeep(folder: path, error: trouble.number)
  }
}

extension PrivateFolder {
  /// Removes what processes that are no longer there left in this place; only this user's own.
  static func sweep(_ place: String) {
    for name in names(in: place) where name.hasPrefix(namePrefix) {
      let path = place + "/" + name
      let owner = Int32(name.dropFirst(namePrefix.count).prefix { $0 != "-" }) ?? 0
      if owner > 0, isOwnFolder(path), !FileFacts.isRunning(owner) { shred(path) }
    }
  }

  private static func shred(_ folder: String) {
    for name in names(in: folder) {
      let path = folder + "/" + name
      if isOwnFolder(path) { shred(path) } else { _ = alongside_shred_file(path) }
    }
    try? Folders.remove(folder)
  }

  private static func isOwnFolder(_ path: String) -> Bool {
    guard let facts = FileFacts(of: path) else { return false }
    return facts.kind == .folder && facts.owner == FileFacts.me
  }

  private static func names(in folder: String) -> [String] {
    ((try? Folders.names(in: folder)) ?? []).map(\.text)
  }
}
