import Foundation
import TestSupport
import Testing

@testable import Health

/// Where a journal lies: mounts, synced folders, disks and swap, from texts and trees of our own.
@Suite struct HealthPlaceTests {
  private static let mountInfo = """
    22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw,errors=remount-ro
    23 22 254:1 / /home rw,relatime shared:2 - ext4 /dev/mapper/home rw
    24 22 0:40 /@data /data rw,relatime shared:3 - btrfs /dev/mapper/pool rw,subvol=/@data
    25 22 0:41 / /plain rw,relatime - btrfs /dev/sdb1 rw
    26 22 0:42 / /tmp rw,nosuid,nodev - tmpfs tmpfs rw,size=8g
    27 22 0:43 / /srv/team rw,relatime master:7 propagate_from:2 - nfs4 files.example:/team rw
    28 22 0:44 / /srv/far rw,nosuid - fuse.sshfs me@far.example:/home/me rw,user_id=1000
    29 22 0:45 / /root/in\\040two\\134words rw - cifs //files.example/me rw
    30 22 0:46 / /dav rw - fuse https://files.example/dav rw
    31 22 0:47 / /box rw - overlay overlay rw,lowerdir=/a,upperdir=/b
    32 22 0:48 / /tank/me rw - zfs tank/me rw,xattr
    33 22 0:49 / /vault rw - fuse.gocryptfs /home/me/cipher rw
    34 22 0:50 / /host rw - 9p hostshare rw
    35 22 254:3 / /spread rw - xfs /dev/mapper/spread rw
    36 22 7:0 / /looped rw - ext4 /dev/loop0 rw
    37 22 254:4 / /checked rw - ext4 /dev/mapper/checked rw
    this line says nothing
    38 22 0:51 / /tmp rw - ext4
    """
  private let mounts = MountTable(mountInfo)

  @Test(arguments: [
    ("/etc", "/", "ext4"), ("/home", "/home", "ext4"), ("/home/me/x", "/home", "ext4"),
    ("/homely", "/", "ext4"), ("/data/deep/er", "/data", "btrfs"), ("/tmp/x", "/tmp", "tmpfs"),
    ("/srv/team/x", "/srv/team", "nfs4"), ("/root/in two\\words/x", "/root/in two\\words", "cifs"),
  ])
  func findsTheFileSystemOfAPath(path: String, point: String, type: String) {
    let mount = mounts.mount(holding: path)
    #expect(mount?.point == point)
    #expect(mount?.type == type)
  }

  @Test func takesTheLatestOfTwoMountsAtOnePlace() {
    let table = MountTable("1 0 8:1 / /a rw - ext4 /dev/sda1 rw\n2 0 0:9 / /a rw - tmpfs none rw\n")
    #expect(table.mount(holding: "/a/b")?.type == "tmpfs")
    #expect(table.mount(holding: "/b") == nil)
    #expect(MountTable("").mount(holding: "/") == nil)
  }

  @Test(arguments: [
    ("a\\040b", "a b"), ("\\134040", "\\040"), ("\\04", "\\04"), ("\\999", "\\999"),
  ])
  func undoesEscapes(field: String, meant: String) {
    #expect(MountTable.unescaped(field[...]) == meant)
  }

  @Test(arguments: [
    ("/home/me/Dropbox/j", "Dropbox"), ("/home/me/Dropbox (Personal)/j", "Dropbox"),
    ("/home/me/OneDrive - Example Trust/j", "OneDrive"), ("/home/me/OneDrive/j", "OneDrive"),
    ("/home/me/Google Drive/My Drive/j", "Google Drive"),
    ("/Users/me/Library/CloudStorage/GoogleDrive-me@example.org/j", "Google Drive"),
    ("/Users/me/Library/Mobile Documents/j", "iCloud"), ("/home/me/Nextcloud/j", "Nextcloud"),
    ("/home/me/ownCloud/j", "ownCloud"), ("/home/me/Seafile/Mine/j", "Seafile"),
    ("/home/me/pCloudDrive/j", "pCloud"), ("/home/me/Box/j", "Box"), ("/home/me/Box Sync", "Box"),
    ("/home/me/MEGA/j", "MEGA"), ("/home/me/MEGAsync/j", "MEGA"),
  ])
  func knowsSyncedFolders(path: String, service: String) throws {
    let note = try #require(SyncedFolderCheck(folder: path, mounts: mounts).notes().first)
    #expect(note.level == .worthDoing)
    guard case .syncedFolder(.synced(let found, let place)) = note.fact else {
      Issue.record("\(note.fact)")
      return
    }
    #expect(found == service)
    #expect(path == place || path.hasPrefix(place + "/"))
  }

  @Test(arguments: [
    "/home/me/.local/share/alongside/j", "/home/me/Boxes/j", "/home/me/megan/j",
    "/home/me/dropboxes",
    "/home/me/Inbox/j", "/box/j", "/tank/me/j",
  ])
  func leavesOtherFoldersAlone(path: String) {
    // A folder called box at the top is a mount of the table and no service's.
    let folder = path == "/box/j" ? "/boxed/j" : path
    let notes = SyncedFolderCheck(folder: folder, mounts: mounts).notes()
    #expect(notes == [HealthNote(.good, .syncedFolder(.notSynced))])
  }

  @Test(
    arguments: [
      ("/srv/team/j", .onServer(point: "/srv/team", type: "nfs4")),
      ("/srv/far/j", .onServer(point: "/srv/far", type: "fuse.sshfs")),
      ("/root/in two\\words/j", .onServer(point: "/root/in two\\words", type: "cifs")),
      ("/dav/j", .onServer(point: "/dav", type: "fuse")),
      ("/host/j", .onHost(point: "/host", type: "9p")),
    ] as [(String, SyncedFolderCheck.Finding)])
  func knowsOtherMachines(path: String, finding: SyncedFolderCheck.Finding) {
    let notes = SyncedFolderCheck(folder: path, mounts: mounts).notes()
    #expect(notes == [HealthNote(.worthDoing, .syncedFolder(finding))])
  }

  @Test(arguments: [
    (".stfolder", "Syncthing"), (".stignore", "Syncthing"), (".dropbox.cache", "Dropbox"),
    ("._sync_12ab.db", "ownCloud or Nextcloud"),
  ])
  func knowsAFolderByWhatLiesInIt(marker: String, service: String) throws {
    let scratch = try Scratch()
    try FileManager.default.createDirectory(
      atPath: scratch.file("kept/journals/mine"), withIntermediateDirectories: true)
    let folder = scratch.file("kept/journals/mine")
    #expect(SyncedFolderCheck(folder: folder, mounts: nil).notes().map(\.level) == [.good])
    _ = try scratch.write([], to: "kept/\(marker)")
    #expect(
      SyncedFolderCheck(folder: folder, mounts: nil).notes().map(\.fact)
        == [.syncedFolder(.synced(service: service, place: scratch.file("kept")))])
  }
}
