// Health: what `doctor` looks at around a journal, without opening it.
//
// `HealthChecks` gathers the checks. A check is a value with plain inputs. It looks, changes
// nothing, and returns a `HealthNote`: a level and a `HealthFact`. `MountTable` and `BlockDevices`
// read what the kernel says about mounts and disks; `HealthChecks.Machine` is the edge that
// supplies those texts. Only `SandboxCheck` is asynchronous.
//
// The module asks `Disk` for files and knows the signposts of `Practice`. It reads no environment
// and no clock, starts no process, and has no words: the command line has a sentence and a next
// step for each fact.
//
// It must never change what it looks at, follow a link inside a journal, or put a word of a kit or
// an entry into a fact.

internal import Disk
package import Practice

/// Everything `doctor` looks at around a journal, gathered from one set of plain inputs.
///
/// ```swift
/// var health = HealthChecks(
///   folder: "/home/ada/alongside/journals/journal", home: "/home/ada/alongside",
///   editor: .ready("nano"), searchPath: "/usr/bin:/bin", today: today, machine: .this())
/// health.personHome = "/home/ada"
/// for note in health.notes() where note.level == .worthDoing { tell(note.fact) }
/// ```
package struct HealthChecks: Sendable {
  /// The journal's folder, as named by the person.
  package var folder: String
  /// The folder above all journals, as `--home` names it.
  package var home: String
  /// The result of looking for the person's editor.
  package var editor: EditorCheck.Lookup
  /// The value of `PATH`.
  package var searchPath: String
  package var today: Day
  package var machine: Machine
  /// `HOME`, and the person's current folder.
  package var personHome: String?
  package var current: String?
  /// Memory-backed folders.
  package var memory: [String] = []
  /// The file that a passphrase is read from, if one was named.
  package var passphraseFile: String?
  package var signposts: [SignpostList] = []
  /// The settings file, if it exists but cannot be read.
  package var unreadableSettings: String?

  package init(
    folder: String, home: String, editor: EditorCheck.Lookup, searchPath: String, today: Day,
    machine: Machine
  ) {
    self.folder = folder
    self.home = home
    self.editor = editor
    self.searchPath = searchPath
    self.today = today
    self.machine = machine
  }

  /// What the system says about itself; a test supplies its own.
  package struct Machine: Sendable {
    /// The texts of `/proc/self/mountinfo` and `/proc/swaps`; `nil` if they do not exist.
    var mountInfo: String?
    var swaps: String?
    /// The path of the tree of devices.
    var sys: String

    /// Returns the facts of this machine.
    package static func this() -> Machine {
      Machine(
        mountInfo: FileFacts.text("/proc/self/mountinfo"), swaps: FileFacts.text("/proc/swaps"),
        sys: BlockDevices.system)
    }
  }

  /// The checks, in the order of their notes.
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
      EditorCheck(lookup: editor, searchPath: searchPath),
      KitFileCheck(folders: KitFileCheck.usualFolders(home: personHome, current: current)),
      LeftoverCheck(folder: folder, memory: memory),
      SealedFilesCheck(folder: folder),
      SignpostCheck(lists: signposts, today: today, unreadableSettings: unreadableSettings),
    ]
  }

  /// Returns all notes except the sandbox's, which is asynchronous.
  package func notes() -> [HealthNote] { checks.flatMap { $0.notes() } }
}

/// Reads for checks: a folder or file that cannot be read counts as empty or missing.
extension FileFacts {
  /// Returns the names in a folder, or no names if it cannot be read.
  static func names(in folder: String) -> [String] {
    ((try? Folders.names(in: folder)) ?? []).map(\.text)
  }

  /// Returns the first bytes of a plain file, or `nil` if it cannot be read.
  static func beginning(of path: String, limit: Int) -> [UInt8]? {
    (try? Files.bytes(of: path, upTo: limit)) ?? nil
  }

  /// Returns a small text file of the system without the line break at its end.
  static func text(_ path: String) -> String? {
    guard let bytes = beginning(of: path, limit: 1 << 20) else { return nil }
    let text = String(decoding: bytes, as: UTF8.self)
    return text.hasSuffix("\n") ? String(text.dropLast()) : text
  }
}
