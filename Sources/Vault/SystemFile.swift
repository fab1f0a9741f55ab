internal import Age
package import Disk

/// The files of a journal: ``Files`` and ``Folders`` with trouble in the vault's terms.
///
/// Files are for this person alone, have one fixed time, and are never read through a link.
enum SystemFile {
  /// How long a file may be that is read whole.
  static let byteLimit = 64 << 20

  /// Why a name that should lead to a folder of a journal is not used.
  static let notAFolder = "it is a link or a file; a folder has to be in its place"

  static func look(
    at path: String, limit: Int = byteLimit, upTo count: Int = .max
  ) throws(VaultError) -> Files.Found {
    try told { () throws(DiskTrouble) in try Files.look(at: path, limit: limit, upTo: count) }
  }

  /// Reads a plain file; returns `nil` if none has this name.
  static func read(_ path: String, limit: Int = byteLimit) throws(VaultError) -> [UInt8]? {
    try told { () throws(DiskTrouble) in try Files.bytes(of: path, limit: limit) }
  }

  /// Puts `bytes` at `folder/name` so that a reader, or a crash, finds all of them or none.
  static func write(_ bytes: [UInt8], to name: String, in folder: String) throws(VaultError) {
    try told { () throws(DiskTrouble) in
      try Files.replace("\(folder)/\(name)", with: bytes, isTimeless: true)
    }
  }

  /// Whether anything has this name.
  ///
  /// - Throws: `VaultError.system` where the disk does not answer: that proves no absence.
  static func isThere(_ path: String) throws(VaultError) -> Bool {
    try told { () throws(DiskTrouble) in try FileFacts.isThere(path) }
  }

  /// Whether a folder has this name, and no link to one.
  ///
  /// - Throws: as `isThere`.
  static func isFolder(_ path: String) throws(VaultError) -> Bool {
    try told { () throws(DiskTrouble) in try FileFacts.look(at: path) }?.kind == .folder
  }

  /// Makes sure that a name leads to a folder or to nothing.
  ///
  /// - Throws: `VaultError.system` where a link or a file has it, or the disk does not answer.
  static func checkFolder(_ path: String) throws(VaultError) {
    let facts = try told { () throws(DiskTrouble) in try FileFacts.look(at: path) }
    guard let facts, facts.kind != .folder else { return }
    throw .system(what: "reading \(path)", reason: notAFolder)
  }

  /// The very file that has a name; `nil` if none has.
  ///
  /// - Throws: as `isThere`.
  static func identity(of path: String) throws(VaultError) -> FileFacts.Identity? {
    try told { () throws(DiskTrouble) in try FileFacts.look(at: path) }?.identity
  }

  static func sync(folder: String) throws(VaultError) {
    try told { () throws(DiskTrouble) in try Folders.confirm(folder) }
  }

  static func sync(file path: String) throws(VaultError) {
    try told { () throws(DiskTrouble) in try Files.confirm(path) }
  }

  static func makeFolder(_ path: String) throws(VaultError) {
    try told { () throws(DiskTrouble) in try Folders.make(path) }
  }

  /// The names in a folder; empty if none has this name.
  ///
  /// A name that is not UTF-8 is left out; `hasOddNames` tells.
  static func names(in folder: String) throws(VaultError) -> [String] {
    try told { () throws(DiskTrouble) in try Folders.names(in: folder) }
      .filter(\.isExact).map(\.text)
  }

  /// Whether a folder holds names that are not UTF-8: no file of a journal has one.
  static func hasOddNames(in folder: String) throws(VaultError) -> Bool {
    try told { () throws(DiskTrouble) in try Folders.names(in: folder) }.contains { !$0.isExact }
  }

  static func removeFolder(_ path: String) throws(VaultError) {
    try told { () throws(DiskTrouble) in try Folders.remove(path) }
  }

  static func remove(_ path: String) throws(VaultError) {
    try told { () throws(DiskTrouble) in try Files.remove(path) }
  }

  static func move(_ from: String, to path: String) throws(VaultError) {
    try told { () throws(DiskTrouble) in try Files.move(from, to: path) }
  }

  /// Takes a lock, trying for a while when another process has it.
  static func lock(
    _ path: String, _ kind: FileLock.Kind, making: Bool = true, tries: Int = 150
  ) throws(VaultError) -> FileLock? {
    try told { () throws(DiskTrouble) in
      try FileLock.patient(path, kind, making: making, tries: tries)
    }
  }

  /// Runs work on files and says what went wrong in the vault's terms.
  static func told<T>(_ work: () throws(DiskTrouble) -> T) throws(VaultError) -> T {
    do throws(DiskTrouble) { return try work() } catch { throw VaultError(error) }
  }
}

extension VaultError {
  package init(_ trouble: DiskTrouble) {
    self =
      trouble.reason == .isThere
      ? .fileExists(path: trouble.path) : .system(what: trouble.what, reason: trouble.words)
  }

  /// Whether the disk, or this person's share of it, is full.
  var isForWantOfRoom: Bool {
    // The error has the system's words and not its number.
    guard case .system(_, let reason) = self else { return false }
    return [ENOSPC, EDQUOT].contains { String(cString: strerror($0)) == reason }
  }
}

extension FileSource: ByteSource {}
extension FileSink: ByteSink {}
