/// A plain file, read from its beginning to its end, or at any place.
package final class FileSource {
  private let file: OpenFile
  package let byteCount: Int

  /// - Throws: ``DiskTrouble``; also when it is missing or no plain file. A link is followed: a person
  ///   named this file.
  package init(_ path: String) throws(DiskTrouble) {
    guard let file = try OpenFile(reading: path, followingLinks: true) else {
      throw DiskTrouble(.reading, path, .system(ENOENT))
    }
    byteCount = Int(try file.facts().size)
    self.file = file
  }

  /// The bytes at these places, wherever reading has come to.
  ///
  /// - Throws: ``DiskTrouble``; `endsTooEarly` if the file ends before.
  package func read(at range: Range<Int>) throws(DiskTrouble) -> [UInt8] {
    var trouble: DiskTrouble?
    let (descriptor, path) = (file.descriptor, file.path)
    let bytes = [UInt8](unsafeUninitializedCapacity: range.count) { buffer, count in
      while count < range.count {
        let rest = UnsafeMutableRawBufferPointer(
          rebasing: UnsafeMutableRawBufferPointer(buffer)[count...])
        let got = pread(descriptor, rest.baseAddress, rest.count, off_t(range.lowerBound + count))
        if got < 0, errno == EINTR { continue }
        guard got > 0 else {
          trouble =
            got < 0
            ? DiskTrouble(.reading, path) : DiskTrouble(.reading, path, .endsTooEarly)
          return
        }
        count += got
      }
    }
    if let trouble { throw trouble }
    return bytes
  }

  /// The next bytes, at most `count` of them; none at the end.
  package func read(_ count: Int) throws(DiskTrouble) -> ArraySlice<UInt8> {
    var bytes: [UInt8] = []
    try file.drain(into: &bytes, upTo: min(count, 1 << 20))
    return bytes[...]
  }
}

/// A new file for this person alone, that bears its name only when it is whole and on the disk.
package final class FileSink {
  private let file: OpenFile
  private let path: String
  /// Whether the file bears its name by now, whatever failed after.
  package private(set) var isNamed = false

  /// - Throws: ``DiskTrouble``; `isThere` where something has the name.
  package init(_ path: String) throws(DiskTrouble) {
    guard try !FileFacts.isThere(path) else { throw DiskTrouble(.writing, path, .isThere) }
    do throws(DiskTrouble) {
      file = try OpenFile(making: "\(path).\(Files.freshName()).part", mode: 0o600)
    } catch {
      throw DiskTrouble(.writing, path, error.reason)
    }
    self.path = path
  }

  /// A file that was not finished leaves nothing.
  deinit { if !isNamed { unlink(file.path) } }

  package func write(_ bytes: ArraySlice<UInt8>) throws(DiskTrouble) {
    do throws(DiskTrouble) { try file.add(bytes) } catch { throw renamed(error) }
  }

  /// Has the disk confirm the file and gives it its name, never over another.
  package func finish() throws(DiskTrouble) {
    do throws(DiskTrouble) { try file.confirm() } catch { throw renamed(error) }
    // A second name, then the first one goes: unlike a rename, this replaces nothing.
    if link(file.path, path) == 0 {
      unlink(file.path)
    } else {
      guard errno != EEXIST else { throw DiskTrouble(.writing, path, .isThere) }
      // Sticks are often of a kind that knows no second names.
      guard try !FileFacts.isThere(path) else { throw DiskTrouble(.writing, path, .isThere) }
      guard rename(file.path, path) == 0 else { throw DiskTrouble(.writing, path) }
    }
    isNamed = true
    try Folders.confirm(path.folderPart)
  }

  /// The trouble under the name that the person gave.
  private func renamed(_ trouble: DiskTrouble) -> DiskTrouble {
    DiskTrouble(.writing, path, trouble.reason)
  }
}
