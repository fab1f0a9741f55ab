internal import Disk

/// The kernel's tree of disks, partitions and what is mapped onto them; `/sys`, or a test's own.
struct BlockDevices: Sendable {
  /// What can be said of a device and everything it lies on.
  enum Protection: Sendable, Hashable {
    case encrypted
    /// Nothing encrypted is seen; a disk may still encrypt by itself.
    case unencrypted
    /// Some of what it lies on is encrypted, some not.
    case partly
    case inMemory
    case unknown
  }

  /// The tree of the machine this runs on.
  static let system = "/sys"

  let root: String
  private let depthLimit = 12

  init(root: String) { self.root = root }

  /// Looks at a device by its numbers, `254:1`.
  func protection(ofNumber number: String) -> Protection {
    guard !number.hasPrefix("0:") else { return .unknown }
    return protection(at: "\(root)/dev/block/\(number)", depth: 0)
  }

  /// Looks at the device of a mount: by number, or, as btrfs has none, by the name it gives.
  func protection(of mount: MountTable.Mount) -> Protection {
    let byNumber = protection(ofNumber: mount.device)
    return byNumber == .unknown ? protection(ofDevice: mount.source) : byNumber
  }

  /// Looks at a device by its path below `/dev`.
  func protection(ofDevice path: String) -> Protection {
    guard path.hasPrefix("/dev/") else { return .unknown }
    guard let name = name(of: path) else { return .unknown }
    let all = partners(of: name)
    return Self.joined(all.map { protection(at: "\(root)/class/block/\($0)", depth: 0) })
  }

  /// The kernel's name for a device, `dm-0` for `/dev/mapper/home`.
  private func name(of path: String) -> String? {
    let last = path.split(separator: "/").last.map(String.init) ?? ""
    if path.hasPrefix("/dev/mapper/") {
      let mapped = FileFacts.names(in: "\(root)/class/block").filter { $0.hasPrefix("dm-") }
      return mapped.first { FileFacts.text("\(root)/class/block/\($0)/dm/name") == last }
    }
    let names = [last, FileFacts.resolved(path).split(separator: "/").last.map(String.init) ?? ""]
    return names.first { !$0.isEmpty && FileFacts(of: "\(root)/class/block/\($0)") != nil }
  }

  /// The devices of one btrfs file system, which may be several, or the device alone.
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
    // A loop device lies on a file that may lie anywhere; a network's on another machine.
    if ["loop", "nbd", "rbd", "drbd"].contains(where: name.hasPrefix) { return .unknown }
    if let kind = FileFacts.text("\(real)/dm/uuid"), Self.isEncryption(kind) { return .encrypted }
    let below = FileFacts.names(in: "\(real)/slaves")
    guard !below.isEmpty else { return partitioned(real, depth: depth) }
    return Self.joined(below.map { protection(at: "\(real)/slaves/\($0)", depth: depth + 1) })
  }

  /// A partition lies on the disk whose folder it is in.
  private func partitioned(_ folder: String, depth: Int) -> Protection {
    let disk = "/" + folder.split(separator: "/").dropLast().joined(separator: "/")
    let isPartition = FileFacts(of: "\(folder)/partition") != nil
    guard isPartition, FileFacts(of: "\(disk)/dev") != nil else { return .unencrypted }
    return protection(at: disk, depth: depth + 1)
  }

  /// Whether a mapping's id is one of dm-crypt; the checking kinds beside it hide nothing.
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
