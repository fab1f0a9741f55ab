package import Archive
import PackFormat

extension PackFiles {
  /// Reads an archive, strictly, and stops at the first thing that does not belong.
  ///
  /// - Throws: `PackTrouble` that names the file and the rule; then nothing of it is used.
  package init(archive bytes: [UInt8]) throws(PackTrouble) {
    self.init()
    do {
      try read(bytes)
    } catch let error as ArchiveError {
      throw PackTrouble(error)
    } catch let error as PackTrouble {
      throw error
    } catch {
      throw PackTrouble(.cutShort)
    }
  }

  private mutating func read(_ bytes: [UInt8]) throws {
    guard bytes.count <= PackLimits.archiveByteCount else {
      throw ArchiveError.tooLarge(limit: PackLimits.archiveByteCount)
    }
    // So short and without the word that a header has: it was never an archive.
    guard bytes.count >= 1024 || bytes.dropFirst(257).starts(with: "ustar".utf8) else {
      throw ArchiveError.notThisKind(
        bytes.isEmpty ? "there is nothing in this file" : "this file is no built pack")
    }
    var rest = bytes[...]
    // Folders count as members too: there is room for those that a pack can have.
    var reader = UstarReader(
      memberLimit: PackLimits.fileCount + 100, byteLimit: PackLimits.archiveByteCount,
      pathRule: { PackPath.brokenRule($0.utf8) },
      pull: { count in
        let part = rest.prefix(count)
        rest = rest.dropFirst(part.count)
        return part
      })
    var room = PackLimits.fileCount
    while let member = try reader.next() {
      guard PackPlace.isPart(member.path) else { throw PackTrouble.notAPart(member.path) }
      if member.path != Sums.name, member.path != Sums.signatureName { room -= 1 }
      guard room >= 0 else { throw ArchiveError.tooManyMembers(limit: PackLimits.fileCount) }
      take(member.path, try reader.content(limit: PackPlace.byteLimit(member.path)))
    }
    finish()
  }
}

extension PackTrouble {
  /// What an archive's error means for a pack, and what to do about it.
  package init(_ error: ArchiveError) {
    let again: Hint =
      "Nothing of it was used. Ask whoever made it to build it again with \(.build)."
    let message =
      switch error {
      case .tooLarge:
        "The archive is larger than \(PackLimits.archiveByteCount >> 20) MiB, the most that a pack"
          + " may be."
      case .tooManyMembers:
        "The archive holds more than \(PackLimits.fileCount) files, the most that a pack may have."
      case .memberTooLarge(let path, let limit):
        "\"\(path)\" in the archive is larger than \(limit >> 10) KiB, the most that a file of a"
          + " pack may have."
      default: "\(error.description.beginningSentence)."
      }
    let hint: Hint =
      switch error {
      case .cutShort: "Perhaps it did not arrive whole: copy or fetch it again."
      case .notThisKind:
        "A pack is the file that \(.build) makes; it is neither zipped nor packed."
          + " If it should be one, it did not arrive whole: fetch it again."
      case .tooLarge, .tooManyMembers:
        "Nothing of it was used. Whoever makes it can make two packs of it."
      case .memberTooLarge: "Nothing of it was used. Whoever makes it can make two files of it."
      default: again
      }
    self.init(.archive, message, hint: hint)
  }

  static func notAPart(_ path: String) -> PackTrouble {
    PackTrouble(
      .archive, "\"\(path)\" in the archive is no part of a pack that is known here.",
      hint: "Nothing of it was used. Build it again with \(.build), or, if it was made"
        + " for a newer version of Alongside, bring this one up to date.")
  }
}
