/// Whether the disk a journal lies on looks encrypted.
///
/// A journal is sealed on any disk. An encrypted one also covers what a disk may hold beside it: a
/// memory that was swapped out, the screen of another program, an export that was made once.
package struct DiskEncryptionCheck: HealthCheck {
  package enum Finding: Sendable, Hashable {
    /// The file system is one that encrypts what lies in it.
    case encryptedFolder(point: String, type: String)
    case encryptedDisk(point: String)
    /// Nothing encrypted is seen; a disk may still encrypt by itself.
    case unencrypted(point: String)
    /// Of several disks, some are encrypted.
    case partly(point: String)
    /// Gone when the machine stops: a file system in memory, or a disk made of memory.
    case inMemory(point: String, type: String)
    case diskInMemory(point: String)
    /// ZFS tells of encryption only when asked with its own program.
    case zfs(source: String)
    case unknown(point: String, type: String)
    /// The system does not say what is mounted.
    case noMounts
  }

  /// The journal's folder, links resolved.
  let folder: String
  /// Nil where the system does not say what is mounted.
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

/// Where the system puts memory it needs for others, from the text of `/proc/swaps`.
///
/// Words of an open journal are in memory in the clear, so swap is where they could reach a disk.
package struct SwapCheck: HealthCheck {
  package enum Finding: Sendable, Hashable {
    /// There is no swap.
    case nowhere
    /// All of it is encrypted, or in memory.
    case covered
    /// Nothing encrypted is seen at these places.
    case open([String])
    /// Whether these are encrypted cannot be told.
    case unclear([String])
    /// The system does not say.
    case unknown
  }

  /// Nil where the system does not say.
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

  /// The lines below the heading: file name, type, and numbers.
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
