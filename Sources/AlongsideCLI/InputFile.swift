internal import Vault
#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// A file that a person names to be read.
enum InputFile {
  /// Opens a plain file.
  ///
  /// - Throws: `Failure` with 65.
  static func open(_ path: String) throws -> FileSource {
    do {
      return try FileSource(path)
    } catch VaultError.system(_, let reason) {
      throw Failure(.badInput, "the file \(path) cannot be read: \(reason)")
    }
  }

  /// Reads all of a plain file.
  ///
  /// - Throws: `Failure` with 65.
  static func read(_ path: String, limit: Int = 64 << 20, hints: [String] = []) throws -> [UInt8] {
    let source = try open(path)
    let tooLarge = Failure(
      .badInput, "the file \(path) is too large: at most \(limit >> 20) MiB are read",
      hints: hints)
    guard source.byteCount <= limit else { throw tooLarge }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(source.byteCount)
    while bytes.count <= limit {
      let more = try source.read(1 << 20)
      if more.isEmpty { return bytes }
      bytes += more
    }
    throw tooLarge
  }

  /// Whether a folder is there.
  static func isFolder(_ path: String) -> Bool {
    var isFolder = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder
  }

  /// Whether a plain file is there.
  static func isFile(_ path: String) -> Bool {
    var isFolder = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && !isFolder
  }

  /// The names in a folder, sorted.
  static func names(in folder: String) throws -> [String] {
    do {
      return try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    } catch {
      throw Failure(.badInput, "the folder \(folder) cannot be read")
    }
  }
}
