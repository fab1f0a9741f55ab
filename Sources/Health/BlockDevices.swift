internal import Disk

/// The kernel's tree of disks, partitions and mappings: `/sys`, or a test's own tree.
struct BlockDevices: Sendable {
  /// How a device and everything below it is protected.
  enum Protection: Sendable, Hashable {
    case encrypted
    /// No encryption is visible; a disk may still encrypt by itself.
    case unencrypted
    /// Some of what is below is encrypted, some not.
    case partly
    case inMemory
    case unknown
  }

  /// The tree of this machine.
  static let system = "/sys"

  let root: String
  private let depthLimit = 12

  init(root: String) { self.root = root }

  /// Returns the protection of a device by its numbers, `254:1`.
  func protection(ofNumber number: String) -> Protection {
    guard !number.hasPrefix("0:") else { return .unknown }
    return protection(at: "\(root)/dev/block/\(number)", depth: 0)
  }

  /// Returns the protection of a mount's device, found by number, or by name as for btrfs.
  func protection(of mount: MountTable.Mount) -> Protection {
    let byNumber = protection(ofNumber: mount.device)
    return byNumber == .unknown ? protection(ofDevice: mount.source) : byNumber
  }

  /// Returns the protection of a device by its path below `/dev`.
  func protection(ofDevice path: String) -> Protection {
    guard path.hasPrefix("/dev/") else { return .unknown }
    guard let name = name(of: path) else { return .unknown }
    let all = partners(of: name)
    return Self.joined(all.map { protection(at: "\(root)/class/block/\($0)", depth: 0) })
  }

  /// Returns the kernel's name for a device, `dm-0` for `/dev/mapper/home`.
  private func name(of path: String) -> String? {
    let last = path.split(separator: "/").last.map(String.init) ?? ""
    if path.hasPrefix("/dev/mapper/") {
      let mapped = FileFacts.names(in: "\(root)/class/block").filter { $0.hasPrefix("dm-") }
      return mapped.first { FileFacts.text("\(root)/class/block/\($0)/dm/name") == last }
    }
    let names = [last, FileFacts.resolved(path).split(separator: "/").last.map(String.init) ?? ""]
    return names.first { !$0.isEmpty && FileFacts(of: "\(root)/class/block/\($0)") != nil }
  }

  /// Returns all devices of a btrfs file system, or the device alone.
  private func partners(of name: String) -> [String] {
    for system in FileFacts.names(in: "\(root)/fs/btrfs") {
      let devices = FileFacts.names(in: "\(root)/fs/btrfs/\(system)/devices")
      if devices.contains(name) { return devices }
    }
    return [name]
  }

  private func protection(at folder: String, depth: Int) -> Protection {
    let real = FileFacts.resolved(folder)
    guard depth < depthLimit, FileFacts(of: real)?.kind == .folder else { return .unknown }
    let name = real.split(separator: "/").last ?? ""
    if name.hasPrefix("zram") || name.hasPrefix("ram") { return .inMemory }
    // The file of a loop device may be anywhere; a network device is on another machine.
    if ["loop", "nbd", "rbd", "drbd"].contains(where: name.hasPrefix) { return .unknown }
    if let kind = FileFacts.text("\(real)/dm/uuid"), Self.isEncryption(kind) { return .encrypted }
    let below = FileFacts.names(in: "\(real)/slaves")
    guard !below.isEmpty else { return partitioned(real, depth: depth) }
    return Self.joined(below.map { protection(at: "\(real)/slaves/\($0)", depth: depth + 1) })
  }

  /// Returns the protection of the disk whose folder holds a partition.
  private func partitioned(_ folder: String, depth: Int) -> Protection {
    let disk = "/" + folder.split(separator: "/").dropLast().joined(separator: "/")
    let isPartition = FileFacts(of: "\(folder)/partition") != nil
    guard isPartition, FileFacts(of: "\(disk)/dev") != nil else { return .unencrypted }
    return protection(at: disk, depth: depth + 1)
  }

  /// Whether a mapping's id is of dm-crypt; the kinds that only check integrity hide nothing.
  private static func isEncryption(_ id: String) -> Bool {
    let parts = id.split(separator: "-")
    guard parts.first == "CRYPT", parts.count > 1 else { return false }
    return !["VERITY", "INTEGRITY", "SUBDEV"].contains(parts[1])
  }

  private static func joined(_ parts: [Protection]) -> Protection {
    let kinds = Set(parts)
    if kinds.count == 1, let only = kinds.first { return only }
    if kinds.contains(.partly) || kinds.contains(.encrypted) && kinds.contains(.unencrypted) {
      return .partly
    }
    return .unknown
  }
}
