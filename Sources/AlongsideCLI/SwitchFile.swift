internal import Disk
internal import Packs

/// `<home>/switches`: which prompts and packs a person switched off or on, a plain line each.
///
/// It names prompts, and never what was written: nothing in it comes from the journal.
extension Desk {
  private func switchPath() throws -> String { "\(try home())/switches" }

  /// What the person switched; nothing where the file is not there or cannot be read.
  var switches: Switches {
    guard let path = try? switchPath(),
      let bytes = try? Files.bytes(of: path, limit: 1 << 20, followingLinks: true)
    else { return Switches() }
    return Switches(reading: String(decoding: bytes, as: UTF8.self))
  }

  /// Keeps what the person switched, whole or not at all.
  func keep(_ switches: Switches) throws {
    let path = try switchPath()
    do throws(DiskTrouble) {
      try Folders.make(path.folderPart)
      try Files.replace(path, with: Array(switches.text.utf8))
    } catch {
      throw Failure(
        .failed, "the file \(path) cannot be written", hints: ["check who may write there"])
    }
  }
}
