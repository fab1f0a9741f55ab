internal import Disk

/// A plain file that a person asked for: for them alone, whole or not at all, and never over another.
enum OutputFile {
  /// Makes sure, before anything is asked, that the file can be made and replaces nothing.
  static func check(_ path: String) throws {
    try checkAbsent(path)
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) + "/" } ?? "."
    guard Folders.canWrite(folder) else {
      throw Failure(
        .failed, "nothing can be written in \(folder): \(String(cString: strerror(errno)))")
    }
  }

  /// Makes sure that nothing would be written over.
  static func checkAbsent(_ path: String) throws {
    guard try !FileFacts.isThere(path) else {
      throw Failure.usage("\(path) is there already; nothing is written over it")
    }
  }

  /// Puts new bytes in the place of a file, all of them or none.
  static func replace(_ path: String, with bytes: [UInt8]) throws {
    try told("\(path) could not be replaced") { () throws(DiskTrouble) in
      try Files.replace(path, with: bytes)
    }
  }

  /// Writes the file, and has the disk confirm it and its name: the words of a kit may be the only way in.
  ///
  /// - Parameter mode: who may read it; the person alone unless it is meant for others.
  static func write(_ bytes: [UInt8], to path: String, mode: mode_t = 0o600) throws {
    do throws(DiskTrouble) {
      try Files.make(path, bytes, mode: mode)
      try Folders.confirm(path.folderPart)
    } catch {
      if error.attempt != .making { remove(path) }
      throw failure(DiskTrouble(error.attempt, path, error.reason))
    }
  }

  /// Why a file or folder was not made.
  static func failure(_ trouble: DiskTrouble) -> Failure {
    let path = trouble.path
    return switch trouble.attempt {
    case .making: Failure(.failed, "\(path) cannot be made: \(trouble.words)")
    case .makingFolder: Failure(.failed, "the folder \(path) cannot be made: \(trouble.words)")
    default:
      Failure(
        .failed, "\(path) could not be written whole, so it was removed: \(trouble.words)")
    }
  }

  /// Returns what helps where a small file of the home was not kept.
  static func hint(_ error: any Error) -> String {
    (error as? DiskTrouble)?.isForWantOfRoom == true
      ? "make room on the disk" : "check who may write there"
  }

  /// Takes back a file that was just written.
  static func remove(_ path: String) { try? Files.remove(path) }

  /// Makes a folder for the person alone.
  static func makeFolder(_ path: String) throws {
    try told("the folder \(path) cannot be made") { () throws(DiskTrouble) in
      try Folders.make(path, isAlone: true)
    }
  }

  /// Makes a folder for the person alone, with every folder above it that is not there yet.
  static func makeFolders(_ path: String) throws {
    try told("the folder \(path) cannot be made") { () throws(DiskTrouble) in
      try Folders.make(path)
    }
  }

  static func told(_ what: String, _ work: () throws(DiskTrouble) -> Void) throws {
    do throws(DiskTrouble) { try work() } catch {
      throw Failure(.failed, "\(what): \(error.words)")
    }
  }
}
