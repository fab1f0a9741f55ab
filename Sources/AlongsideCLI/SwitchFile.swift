internal import Packs
#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif
#if canImport(Glibc)
internal import Glibc
#elseif canImport(Darwin)
internal import Darwin
#endif

/// `<home>/switches`: which prompts and packs a person switched off or on, a plain line each.
///
/// It names prompts, and never what was written: nothing in it comes from the journal.
extension Desk {
  private func switchPath() throws -> String { "\(try home())/switches" }

  /// What the person switched; nothing where the file is not there or cannot be read.
  var switches: Switches {
    guard let path = try? switchPath(), FileManager.default.fileExists(atPath: path),
      let bytes = try? InputFile.read(path, limit: 1 << 20)
    else { return Switches() }
    return Switches(reading: String(decoding: bytes, as: UTF8.self))
  }

  /// Keeps what the person switched, whole or not at all.
  func keep(_ switches: Switches) throws {
    let path = try switchPath()
    do {
      try FileManager.default.createDirectory(
        atPath: try home(), withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700])
      let part = "\(path).part"
      try? FileManager.default.removeItem(atPath: part)
      try OutputFile.write(Array(switches.text.utf8), to: part)
      guard rename(part, path) == 0 else { throw Failure(.failed, "") }
    } catch {
      throw Failure(
        .failed, "the file \(path) cannot be written", hints: ["check who may write there"])
    }
  }
}
