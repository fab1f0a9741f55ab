/// Whether the disk a journal lies on looks encrypted.
///
/// A journal is sealed on any disk. An encrypted one also covers what a disk may hold beside it: a
/// memory that was swapped out, the screen of another program, an export that was made once.
struct DiskEncryptionCheck: HealthCheck {
  static let topic = "disk-encryption"

  /// The journal's folder, links resolved.
  let folder: String
  /// Nil where the system does not say what is mounted.
  let mounts: MountTable?
  var devices = BlockDevices()

  func notes() -> [HealthNote] { [note] }

  private var note: HealthNote {
    guard let mount = mounts?.mount(holding: folder) else { return Self.unknown("", next: nil) }
    switch mount.type {
    case "tmpfs", "ramfs":
      return HealthNote(
        .worthDoing, Self.topic,
        "Your journal is in memory (\(mount.type), at \(mount.point)) and is gone when the machine "
          + "stops.", next: "Make a backup: alongside backup FILE")
    case "ecryptfs", "fuse.gocryptfs", "fuse.encfs", "fuse.cryfs", "fuse.securefs":
      return Self.encrypted("the folder \(mount.point) (\(mount.type))")
    case "zfs":
      return Self.unknown(
        ": ZFS keeps that to itself", next: "zfs get encryption \(mount.source.asShellWord)")
    default: return note(for: protection(of: mount), at: mount)
    }
  }

  /// Devices are asked by number; btrfs has none, and is asked by the device it names.
  private func protection(of mount: MountTable.Mount) -> BlockDevices.Protection {
    let byNumber = devices.protection(ofNumber: mount.device)
    return byNumber == .unknown ? devices.protection(ofDevice: mount.source) : byNumber
  }

  private func note(
    for protection: BlockDevices.Protection, at mount: MountTable.Mount
  ) -> HealthNote {
    switch protection {
    case .encrypted: return Self.encrypted("the disk under \(mount.point)")
    case .unencrypted:
      return HealthNote(
        .worthKnowing, Self.topic,
        "No encryption is seen on the disk under \(mount.point). Your pages are sealed all the "
          + "same; what other programs leave there is not. A disk that encrypts by itself cannot "
          + "be seen from here, nor can folders that the file system encrypts one by one.",
        next: Self.asking)
    case .partly:
      return HealthNote(
        .worthKnowing, Self.topic,
        "The file system at \(mount.point) lies on several disks, and only some are encrypted.",
        next: Self.asking)
    case .inMemory:
      return HealthNote(
        .worthDoing, Self.topic,
        "Your journal is on a disk made of memory (at \(mount.point)) and is gone when the machine "
          + "stops.", next: "Make a backup: alongside backup FILE")
    case .unknown:
      return Self.unknown(": it lies on \(mount.type), at \(mount.point)", next: Self.asking)
    }
  }

  private static let asking = "Ask whoever looks after this machine whether its disk is encrypted."

  private static func encrypted(_ place: String) -> HealthNote {
    HealthNote(
      .good, topic,
      "Your journal lies in an encrypted place: \(place). That helps while the machine is off.")
  }

  private static func unknown(_ why: String, next: String?) -> HealthNote {
    HealthNote(
      .worthKnowing, topic,
      "Whether the disk under your journal is encrypted cannot be told from here\(why). "
        + "Your pages are sealed all the same.", next: next ?? asking)
  }
}
