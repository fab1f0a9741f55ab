/// Checks whether the disk of a journal looks encrypted.
///
/// A journal is sealed on any disk. An encrypted disk also covers what else it may hold: memory
/// that was swapped out, the screen of another program, an old export.
package struct DiskEncryptionCheck: HealthCheck {
  package enum Finding: Sendable, Hashable {
    /// The file system encrypts what it holds.
    case encryptedFolder(point: String, type: String)
    case encryptedDisk(point: String)
    /// No encryption is visible; a disk may still encrypt by itself.
    case unencrypted(point: String)
    /// Some of several disks are encrypted.
    case partly(point: String)
    /// A file system in memory, or a disk made of memory: gone when the machine stops.
    case inMemory(point: String, type: String)
    case diskInMemory(point: String)
    /// ZFS reveals encryption only to its own program.
    case zfs(source: String)
    case unknown(point: String, type: String)
    /// The system does not say what is mounted.
    case noMounts
  }

  /// The journal's folder, with links resolved.
  let folder: String
  /// The mounts; `nil` if the system does not say what is mounted.
  let mounts: MountTable?
  let devices: BlockDevices

  func notes() -> [HealthNote] {
    let finding = finding
    return [HealthNote(Self.level(of: finding), .diskEncryption(finding))]
  }

  private var finding: Finding {
    guard let mount = mounts?.mount(holding: folder) else { return .noMounts }
    switch mount.type {
    case "tmpfs", "ramfs": return .inMemory(point: mount.point, type: mount.type)
    case "ecryptfs", "fuse.gocryptfs", "fuse.encfs", "fuse.cryfs", "fuse.securefs":
      return .encryptedFolder(point: mount.point, type: mount.type)
    case "zfs": return .zfs(source: mount.source)
    default: break
    }
    switch devices.protection(of: mount) {
    case .encrypted: return .encryptedDisk(point: mount.point)
    case .unencrypted: return .unencrypted(point: mount.point)
    case .partly: return .partly(point: mount.point)
    case .inMemory: return .diskInMemory(point: mount.point)
    case .unknown: return .unknown(point: mount.point, type: mount.type)
    }
  }

  private static func level(of finding: Finding) -> HealthNote.Level {
    switch finding {
    case .encryptedFolder, .encryptedDisk: .good
    case .unencrypted, .partly, .zfs, .unknown, .noMounts: .worthKnowing
    case .inMemory, .diskInMemory: .worthDoing
    }
  }
}

/// Checks where the system swaps memory out to, from the text of `/proc/swaps`.
///
/// Words of an open journal are in memory in the clear, so swap is where they could reach a disk.
package struct SwapCheck: HealthCheck {
  package enum Finding: Sendable, Hashable {
    /// The machine has no swap.
    case nowhere
    /// All swap is encrypted, or in memory.
    case covered
    /// No encryption is visible at these places.
    case open([String])
    /// These may or may not be encrypted.
    case unclear([String])
    /// The system does not say.
    case unknown
  }

  /// The text of `/proc/swaps`; `nil` if the system does not say.
  let swaps: String?
  let mounts: MountTable?
  let devices: BlockDevices

  func notes() -> [HealthNote] {
    guard let swaps else { return [HealthNote(.worthKnowing, .swap(.unknown))] }
    let places = Self.places(in: swaps)
    let open = places.filter { [.unencrypted, .partly].contains(protection(of: $0)) }
    if !open.isEmpty { return [HealthNote(.worthKnowing, .swap(.open(open.map(\.path))))] }
    let unclear = places.filter { protection(of: $0) == .unknown }
    if !unclear.isEmpty { return [HealthNote(.worthKnowing, .swap(.unclear(unclear.map(\.path))))] }
    return [HealthNote(.good, .swap(places.isEmpty ? .nowhere : .covered))]
  }

  private struct Place {
    let path: String
    let isFile: Bool
  }

  /// Returns the places in the lines below the heading: file name, type, and numbers.
  private static func places(in text: String) -> [Place] {
    text.split(separator: "\n").dropFirst().compactMap { line in
      let fields = line.split { $0 == " " || $0 == "\t" }
      guard fields.count > 1 else { return nil }
      return Place(path: MountTable.unescaped(fields[0]), isFile: fields[1] == "file")
    }
  }

  private func protection(of place: Place) -> BlockDevices.Protection {
    if place.path.hasPrefix("/dev/zram") { return .inMemory }
    guard place.isFile else { return devices.protection(ofDevice: place.path) }
    guard let mount = mounts?.mount(holding: place.path) else { return .unknown }
    return devices.protection(of: mount)
  }
}
