#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A folder of a test's own, gone when the test lets go of it.
package final class Scratch: Sendable {
  package let path: String

  package init() throws {
    // A short path of a fixed length, so that lines which name it wrap alike everywhere.
    path = "/tmp/al-\(UUID().uuidString.prefix(8).lowercased())"
    try FileManager.default.createDirectory(
      atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  /// A path inside the folder.
  package func file(_ name: String) -> String { "\(path)/\(name)" }

  /// Writes `bytes` into the folder and returns the path.
  package func write(_ bytes: [UInt8], to name: String) throws -> String {
    try Data(bytes).write(to: URL(fileURLWithPath: file(name)))
    return file(name)
  }

  /// Reads a file of the folder.
  package func read(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: file(name))))
  }

  /// The names in a folder inside, sorted; empty where there is none.
  package func names(_ folder: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: file(folder))) ?? []).sorted()
  }

  package func exists(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: file(name))
  }

  package func remove(_ name: String) throws {
    try FileManager.default.removeItem(atPath: file(name))
  }

  /// Every regular file below the folder: path inside it, and content.
  package func everyFile() throws -> [(path: String, bytes: [UInt8])] {
    try FileManager.default.subpathsOfDirectory(atPath: path).sorted().compactMap { name in
      var isFolder = false
      guard FileManager.default.fileExists(atPath: file(name), isDirectory: &isFolder), !isFolder
      else { return nil }
      return (name, try read(name))
    }
  }
}
