internal import Disk
internal import Practice

/// Everything `alongside doctor` looks at around a journal, gathered from one set of plain inputs.
struct Health: Sendable {
  /// The journal's folder as it is named.
  var folder: String
  /// The folder all journals lie below, as `--home` names it.
  var home: String
  /// `HOME`, and the folder the person is in.
  var personHome: String?
  var current: String?
  /// `VISUAL` or `EDITOR`, and `PATH`.
  var editor: String?
  var searchPath: String
  /// Memory-backed folders.
  var memory: [String]
  /// The file a passphrase is read from, where one was named.
  var passphraseFile: String?
  var signposts: [SignpostList]
  var today: Day
  var machine: Machine

  /// What the system says of itself; a test says something else.
  struct Machine: Sendable {
    /// The texts of `/proc/self/mountinfo` and `/proc/swaps`; nil where there are none.
    var mountInfo: String?
    var swaps: String?
    /// Where the tree of devices is.
    var sys: String

    /// The machine this runs on.
    static func this() -> Machine {
      Machine(
        mountInfo: FileFacts.text("/proc/self/mountinfo"), swaps: FileFacts.text("/proc/swaps"),
        sys: "/sys")
    }
  }

  /// The checks, in the order they are told.
  var checks: [any HealthCheck] {
    let real = FileFacts.resolved(folder)
    let mounts = machine.mountInfo.map { MountTable($0) }
    let devices = BlockDevices(root: machine.sys)
    return [
      PermissionsCheck(
        folder: folder, above: [home, "\(home)/journals"],
        secrets: passphraseFile.map { [$0] } ?? []),
      SyncedFolderCheck(folder: real, mounts: mounts),
      DiskEncryptionCheck(folder: real, mounts: mounts, devices: devices),
      SwapCheck(swaps: machine.swaps, mounts: mounts, devices: devices),
      EditorCheck(command: editor, searchPath: searchPath),
      KitFileCheck(folders: KitFileCheck.usualFolders(home: personHome, current: current)),
      LeftoverCheck(folder: folder, memory: memory),
      SealedFilesCheck(folder: folder),
      SignpostCheck(lists: signposts, today: today, home: home),
    ]
  }

  /// All notes but the sandbox's, which has to be waited for.
  func notes() -> [HealthNote] { checks.flatMap { $0.notes() } }
}

/// Reads for checks: a folder or file that cannot be read counts as empty or absent.
extension FileFacts {
  /// The names in a folder; empty when it cannot be read.
  static func names(in folder: String) -> [String] {
    ((try? Folders.names(in: folder)) ?? []).map(\.text)
  }

  /// The first bytes of a plain file; `nil` if it cannot be read.
  static func beginning(of path: String, limit: Int) -> [UInt8]? {
    (try? Files.bytes(of: path, upTo: limit)) ?? nil
  }

  /// A small text file of the system, without the line break at its end.
  static func text(_ path: String) -> String? {
    guard let bytes = beginning(of: path, limit: 1 << 20) else { return nil }
    let text = String(decoding: bytes, as: UTF8.self)
    return text.hasSuffix("\n") ? String(text.dropLast()) : text
  }
}
