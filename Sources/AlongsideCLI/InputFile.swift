internal import Disk
internal import Vault

/// A file that a person names to be read.
enum InputFile {
  /// Opens a plain file.
  ///
  /// - Throws: `Failure` with 65.
  static func open(_ path: String) throws -> FileSource {
    do throws(DiskTrouble) {
      return try FileSource(path)
    } catch {
      throw Failure(.badInput, "the file \(path) cannot be read: \(error.words)")
    }
  }

  /// Reads all of a plain file.
  ///
  /// - Throws: `Failure` with 65.
  static func read(_ path: String, limit: Int = 64 << 20, hints: [String] = []) throws -> [UInt8] {
    do throws(DiskTrouble) {
      let bytes = try Files.bytes(of: path, limit: limit, followingLinks: true)
      guard let bytes else { throw DiskTrouble(.reading, path, .system(ENOENT)) }
      return bytes
    } catch {
      guard error.reason == .tooLarge else {
        throw Failure(.badInput, "the file \(path) cannot be read: \(error.words)")
      }
      throw Failure(
        .badInput, "the file \(path) is too large: at most \(limit >> 20) MiB are read",
        hints: hints)
    }
  }

  /// Whether a folder is there.
  static func isFolder(_ path: String) -> Bool {
    FileFacts(of: path, followingLinks: true)?.kind == .folder
  }

  /// Whether a plain file is there.
  static func isFile(_ path: String) -> Bool {
    FileFacts(of: path, followingLinks: true).map { $0.kind != .folder } ?? false
  }

  /// The names in a folder, sorted.
  static func names(in folder: String) throws -> [String] {
    guard isFolder(folder), let names = try? Folders.names(in: folder) else {
      throw Failure(.badInput, "the folder \(folder) cannot be read")
    }
    return names.map(\.text)
  }
}

/// All of standard input, for a page that is piped in.
enum StandardInput {
  static func read() throws -> [UInt8] {
    var bytes: [UInt8] = []
    do throws(DiskTrouble) {
      try OpenFile.drain(0, called: "standard input", into: &bytes, upTo: Page.byteLimit)
    } catch {
      throw Failure(.failed, "standard input cannot be read: \(error.words)")
    }
    guard bytes.count < Page.byteLimit else { throw VaultError.tooLong }
    return bytes
  }
}
