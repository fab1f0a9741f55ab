import CProcess

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

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
      var template = Array("\(candidate)/\(Self.namePrefix)\(getpid())-XXXXXX".utf8CString)
      if mkdtemp(&template) != nil {
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        return
      }
    }
    throw .noMemoryFolder(candidates)
  }

  /// Writes the text to its file, which must not exist yet, and guards it against signals.
  func write(_ text: String) throws(EditorProblem) {
    guard alongside_guard_file(file, path) == 0 else { throw problem() }
    let descriptor = open(file, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw problem() }
    defer { close(descriptor) }
    let sink = DescriptorSink(descriptor)
    sink.write(text)
    if sink.isBroken { throw problem() }
  }

  /// What a program left in the file, or in one whose name is longer by `suffix`; nil when it left
  /// none.
  func read(beside suffix: String = "") throws(EditorProblem) -> String? {
    let descriptor = open(file + suffix, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    if descriptor < 0, errno == ENOENT { return nil }
    guard descriptor >= 0 else { throw problem() }
    defer { close(descriptor) }
    return Self.text(of: try bytes(of: descriptor))
  }

  private func bytes(of descriptor: Int32) throws(EditorProblem) -> [UInt8] {
    var bytes: [UInt8] = []
    while true {
      var block = [UInt8](repeating: 0, count: 65_536)
      let count = Self.read(descriptor, &block)
      if count == 0 { return bytes }
      guard count > 0 else {
        if errno == EINTR { continue }
        throw problem()
      }
      bytes += block.prefix(count)
    }
  }

  private static func read(_ descriptor: Int32, _ block: inout [UInt8]) -> Int {
    #if canImport(Darwin)
    Darwin.read(descriptor, &block, block.count)
    #elseif canImport(Musl)
    Musl.read(descriptor, &block, block.count)
    #else
    Glibc.read(descriptor, &block, block.count)
    #endif
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

  private func problem() -> EditorProblem { .cannotKeep(folder: path, error: errno) }
}

extension PrivateFolder {
  /// Removes what processes that are no longer there left in this place; only this user's own.
  static func sweep(_ place: String) {
    for name in names(in: place) where name.hasPrefix(namePrefix) {
      let path = place + "/" + name
      let owner = Int32(name.dropFirst(namePrefix.count).prefix { $0 != "-" }) ?? 0
      if owner > 0, isOwnFolder(path), kill(owner, 0) != 0, errno == ESRCH { shred(path) }
    }
  }

  private static func shred(_ folder: String) {
    for name in names(in: folder) {
      let path = folder + "/" + name
      if isOwnFolder(path) { shred(path) } else { _ = alongside_shred_file(path) }
    }
    rmdir(folder)
  }

  private static func isOwnFolder(_ path: String) -> Bool {
    var about = stat()
    guard lstat(path, &about) == 0 else { return false }
    return about.st_mode & S_IFMT == S_IFDIR && about.st_uid == getuid()
  }

  private static func names(in folder: String) -> [String] {
    guard let listing = opendir(folder) else { return [] }
    defer { closedir(listing) }
    var names: [String] = []
    while let entry = readdir(listing) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }
}
