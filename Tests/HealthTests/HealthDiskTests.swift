import Foundation
import TestSupport
import Testing

@testable import Health

/// Disks as the kernel tells of them, in a tree of real files with links as in `/sys`.
@Suite struct HealthDiskTests {
  private let scratch: Scratch

  /// A disk with a partition, one with LUKS, LVM on LUKS, and a volume over both.
  init() throws {
    scratch = try Scratch()
    try disk("sda", partitions: ["sda1": "8:1", "sda2": "8:2"])
    try disk("sdb", partitions: ["sdb1": "8:17"])
    try mapped("dm-0", "254:0", name: "crypt", id: "CRYPT-LUKS2-00ab-crypt", on: ["sda2"])
    try mapped("dm-1", "254:1", name: "home", id: "LVM-00cd", on: ["dm-0"])
    try mapped("dm-2", "254:2", name: "pool", id: "CRYPT-LUKS1-00ef-pool", on: ["sdb1"])
    try mapped("dm-3", "254:3", name: "spread", id: "LVM-0011", on: ["dm-0", "sdb1"])
    try mapped("dm-4", "254:4", name: "checked", id: "CRYPT-VERITY-0022", on: ["sdb1"])
    try device("loop0", "7:0", in: "devices/virtual/block/loop0")
    try device("zram0", "253:0", in: "devices/virtual/block/zram0")
    try folder("fs/btrfs/0a/devices/dm-2")
    try folder("fs/btrfs/0b/devices/sdb1")
    try folder("fs/btrfs/0b/devices/dm-0")
  }

  private func folder(_ path: String) throws {
    try FileManager.default.createDirectory(
      atPath: scratch.file(path), withIntermediateDirectories: true)
  }

  private func link(_ path: String, to target: String) throws {
    try folder((path as NSString).deletingLastPathComponent)
    try FileManager.default.createSymbolicLink(
      atPath: scratch.file(path), withDestinationPath: scratch.file(target))
  }

  private func device(_ name: String, _ number: String, in path: String) throws {
    try folder(path)
    _ = try scratch.write(Array("\(number)\n".utf8), to: "\(path)/dev")
    try link("class/block/\(name)", to: path)
    try link("dev/block/\(number)", to: path)
  }

  private func disk(_ name: String, partitions: [String: String]) throws {
    try device(name, "8:\(name == "sda" ? 0 : 16)", in: "devices/pci/block/\(name)")
    for (part, number) in partitions {
      try device(part, number, in: "devices/pci/block/\(name)/\(part)")
      _ = try scratch.write([0x31, 0x0A], to: "devices/pci/block/\(name)/\(part)/partition")
    }
  }

  private func mapped(
    _ name: String, _ number: String, name mapping: String, id: String, on below: [String]
  ) throws {
    let path = "devices/virtual/block/\(name)"
    try device(name, number, in: path)
    try folder("\(path)/dm")
    _ = try scratch.write(Array("\(mapping)\n".utf8), to: "\(path)/dm/name")
    _ = try scratch.write(Array("\(id)\n".utf8), to: "\(path)/dm/uuid")
    for lower in below {
      try link(
        "\(path)/slaves/\(lower)",
        to: lower.hasPrefix("dm-")
          ? "devices/virtual/block/\(lower)" : "devices/pci/block/\(lower.prefix(3))/\(lower)")
    }
  }

  private var devices: BlockDevices { BlockDevices(root: scratch.path) }

  @Test(arguments: [
    ("8:1", BlockDevices.Protection.unencrypted), ("8:2", .unencrypted), ("254:0", .encrypted),
    ("254:1", .encrypted), ("254:2", .encrypted), ("254:3", .partly), ("254:4", .unencrypted),
    ("7:0", .unknown), ("253:0", .inMemory), ("8:99", .unknown), ("0:40", .unknown),
  ])
  func looksAtADeviceByNumber(number: String, protection: BlockDevices.Protection) {
    #expect(devices.protection(ofNumber: number) == protection)
  }

  @Test(arguments: [
    ("/dev/mapper/home", BlockDevices.Protection.encrypted), ("/dev/mapper/pool", .encrypted),
    ("/dev/dm-1", .encrypted), ("/dev/sda1", .unencrypted), ("/dev/sdb1", .partly),
    ("/dev/mapper/none", .unknown), ("tmpfs", .unknown), ("/dev/zram0", .inMemory),
  ])
  func looksAtADeviceByName(path: String, protection: BlockDevices.Protection) {
    #expect(devices.protection(ofDevice: path) == protection)
  }

  @Test func aRingOfDevicesEnds() throws {
    try mapped("dm-8", "254:8", name: "a", id: "LVM-1", on: ["dm-9"])
    try mapped("dm-9", "254:9", name: "b", id: "LVM-2", on: ["dm-8"])
    #expect(devices.protection(ofNumber: "254:8") == .unknown)
  }

  private func disk(_ type: String, _ device: String, _ source: String) -> [HealthNote] {
    let line = "22 1 \(device) / / rw,relatime shared:1 - \(type) \(source) rw"
    return DiskEncryptionCheck(
      folder: "/home/me/j", mounts: MountTable(line), devices: devices
    ).notes()
  }

  @Test(
    arguments: [
      ("ext4", "254:0", "/dev/mapper/crypt", HealthNote.Level.good, .encryptedDisk(point: "/")),
      ("ext4", "254:1", "/dev/mapper/home", .good, .encryptedDisk(point: "/")),
      ("btrfs", "0:40", "/dev/mapper/pool", .good, .encryptedDisk(point: "/")),
      (
        "fuse.gocryptfs", "0:49", "/home/me/cipher", .good,
        .encryptedFolder(point: "/", type: "fuse.gocryptfs")
      ),
      ("ecryptfs", "0:50", "/x", .good, .encryptedFolder(point: "/", type: "ecryptfs")),
      ("ext4", "8:1", "/dev/sda1", .worthKnowing, .unencrypted(point: "/")),
      ("btrfs", "0:41", "/dev/sdb1", .worthKnowing, .partly(point: "/")),
      ("overlay", "0:47", "overlay", .worthKnowing, .unknown(point: "/", type: "overlay")),
      ("nfs4", "0:43", "far:/x", .worthKnowing, .unknown(point: "/", type: "nfs4")),
      ("zfs", "0:48", "tank/me", .worthKnowing, .zfs(source: "tank/me")),
      ("tmpfs", "0:42", "tmpfs", .worthDoing, .inMemory(point: "/", type: "tmpfs")),
      ("ext4", "253:0", "/dev/zram0", .worthDoing, .diskInMemory(point: "/")),
    ] as [(String, String, String, HealthNote.Level, DiskEncryptionCheck.Finding)])
  func tellsOfTheDisk(
    type: String, device: String, source: String, level: HealthNote.Level,
    finding: DiskEncryptionCheck.Finding
  ) {
    #expect(disk(type, device, source) == [HealthNote(level, .diskEncryption(finding))])
  }

  @Test func saysWhereMountsAreUnknown() {
    let check = DiskEncryptionCheck(folder: "/j", mounts: nil, devices: devices)
    #expect(check.notes() == [HealthNote(.worthKnowing, .diskEncryption(.noMounts))])
  }

  private func swap(_ lines: String...) -> [HealthNote] {
    let heading = "Filename\t\t\t\tType\t\tSize\t\tUsed\t\tPriority\n"
    let mounts = MountTable(
      "1 0 8:1 / / rw - ext4 /dev/sda1 rw\n2 0 254:1 / /home rw - ext4 /dev/mapper/home rw")
    return SwapCheck(
      swaps: heading + lines.map { $0 + "\n" }.joined(), mounts: mounts, devices: devices
    ).notes()
  }

  @Test func tellsOfSwap() {
    #expect(swap() == [HealthNote(.good, .swap(.nowhere))])
    let covered = [HealthNote(.good, .swap(.covered))]
    #expect(swap("/dev/zram0 partition\t8388604\t0\t100") == covered)
    #expect(swap("/dev/dm-1 partition\t8388604\t0\t-2") == covered)
    #expect(swap("/home/swap\\040file file\t8388604\t0\t-2") == covered)
    #expect(
      swap("/dev/zram0 partition 1 0 100", "/dev/sda1 partition 1 0 -2")
        == [HealthNote(.worthKnowing, .swap(.open(["/dev/sda1"])))])
    #expect(
      swap("/swap\\040file file 1 0 -2")
        == [HealthNote(.worthKnowing, .swap(.open(["/swap file"])))])
    #expect(
      swap("/dev/sdz9 partition 1 0 -2")
        == [HealthNote(.worthKnowing, .swap(.unclear(["/dev/sdz9"])))])
    let silent = SwapCheck(swaps: nil, mounts: nil, devices: devices).notes()
    #expect(silent == [HealthNote(.worthKnowing, .swap(.unknown))])
  }
}
