import Archive
import Disk
import PackFormat
import YAML

extension PackFiles {
  /// Reads the folder at a path: the plain files that belong to a pack.
  ///
  /// Hidden files are passed over, links and pipes are never opened, and whatever else does not
  /// belong is a warning and stays out.
  package init(folder path: String) {
    self.init()
    guard let folder = OpenFolder(path: path) else {
      add(
        FindingCode.unreadable.rawValue, "pack.yaml", "This folder cannot be opened.",
        "Check its path.")
      return
    }
    var room = Room()
    for name in folder.names() where room.hasSome {
      if PackPlace.folders.contains(name) {
        read(name, in: folder, &room, isDeep: name == "locales")
      } else if name != PackPlace.editorFolder {
        read(name, named: name, in: folder, &room)
      }
    }
    finish()
    if room.files < 0 {
      add(
        FindingCode.tooManyFiles.rawValue, "pack.yaml",
        "This pack has more than \(PackLimits.fileCount) files.", "Make two packs of it.")
    } else if room.bytes < 0 {
      add(
        YAMLProblem.Code.tooLarge.rawValue, "pack.yaml",
        "The files of this pack have more than \(PackLimits.archiveByteCount >> 20) MiB together.",
        "Make two packs of it.")
    }
  }

  /// What more may be read before it is too much.
  private struct Room {
    var files = PackLimits.fileCount
    var bytes = PackLimits.archiveByteCount
    var hasSome: Bool { files >= 0 && bytes >= 0 }
  }

  /// Reads the files of one folder of the pack.
  private mutating func read(
    _ path: String, in parent: borrowing OpenFolder, _ room: inout Room, isDeep: Bool
  ) {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    guard let folder = OpenFolder(name, in: parent) else {
      add(
        FindingCode.notAFile.rawValue, path, "This should be a folder and no link.",
        "Make it a plain folder.")
      return
    }
    for name in folder.names() where room.hasSome {
      let inside = "\(path)/\(name)"
      if isDeep, !name.hasSuffix(".yaml"), folder.isFolder(name) {
        read(inside, in: folder, &room, isDeep: false)
      } else {
        read(inside, named: name, in: folder, &room)
      }
    }
  }

  private mutating func read(
    _ path: String, named name: String, in folder: borrowing OpenFolder, _ room: inout Room
  ) {
    if path != Sums.name, path != Sums.signatureName { room.files -= 1 }
    guard room.hasSome else { return }
    // What is no part is not opened: it may be anything.
    guard PackPlace.isPart(path), PackPath.brokenRule(path.utf8) == nil else {
      return PackPlace.looksMeant(path) ? take(path, []) : leaveOut(path)
    }
    do throws(DiskTrouble) {
      let bytes = try folder.bytes(of: name, limit: PackPlace.byteLimit(path))
      room.bytes -= bytes.count
      if room.hasSome { take(path, bytes) }
    } catch {
      switch error.reason {
      case .notAPlainFile:
        add(
          FindingCode.notAFile.rawValue, path, "This is no plain file.",
          "Put the file itself here, no link.")
      default:
        add(
          FindingCode.unreadable.rawValue, path, "This file cannot be read.",
          "Check who may read it.")
      }
    }
  }
}
