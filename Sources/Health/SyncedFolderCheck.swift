internal import Disk

/// Checks whether a journal is in a place that is copied to another machine.
///
/// Sealed pages stay sealed there, but copies of erased words stay too. Two machines writing at
/// once can split a journal. A copy also shows the number and times of the pages.
package struct SyncedFolderCheck: HealthCheck {
  package enum Finding: Sendable, Hashable {
    case notSynced
    /// A program that is known by this name syncs a folder above.
    case synced(service: String, place: String)
    /// A file system of another machine.
    case onServer(point: String, type: String)
    /// A file system shared with the machine that this one runs inside.
    case onHost(point: String, type: String)
  }

  /// The journal's folder, with links resolved.
  let folder: String
  /// The mounts; `nil` if the system does not say what is mounted.
  let mounts: MountTable?

  func notes() -> [HealthNote] {
    let finding =
      synced ?? mounts?.mount(holding: folder).flatMap(Self.elsewhere) ?? .notSynced
    return [HealthNote(finding == .notSynced ? .good : .worthDoing, .syncedFolder(finding))]
  }

  /// The service and the folder that it syncs.
  private var synced: Finding? {
    var place = ""
    for part in folder.split(separator: "/") {
      place += "/\(part)"
      if let service = SyncService.named(by: String(part)) ?? SyncService.marking(place) {
        return .synced(service: service, place: place)
      }
    }
    return nil
  }

  /// Returns a finding for file systems that are on another machine, or shared with one.
  private static func elsewhere(_ mount: MountTable.Mount) -> Finding? {
    switch mount.type {
    case "nfs", "nfs4", "cifs", "smb3", "smbfs", "ncpfs", "afs", "ceph", "lustre", "davfs",
      "fuse.sshfs", "fuse.rclone", "fuse.davfs", "fuse.davfs2", "fuse.s3fs", "fuse.gvfsd-fuse",
      "fuse.glusterfs", "fuse.ceph-fuse", "fuse.google-drive-ocamlfuse", "fuse.onedriver",
      "fuse.pcloud", "fuse.curlftpfs", "fuse.smbnetfs":
      return .onServer(point: mount.point, type: mount.type)
    case "9p", "virtiofs", "vboxsf", "fuse.vmhgfs-fuse", "prl_fs":
      return .onHost(point: mount.point, type: mount.type)
    case "fuse", "fuseblk":
      guard mount.source.contains("://") || mount.source.contains(":/") else { return nil }
      return .onServer(point: mount.point, type: mount.type)
    default: return nil
    }
  }
}

/// Programs that sync a folder between machines, and how their folders are recognised.
private enum SyncService {
  /// The services by the usual names of their folders, in small letters without spaces.
  private static let names = [
    "dropbox": "Dropbox", "onedrive": "OneDrive", "googledrive": "Google Drive",
    "mobiledocuments": "iCloud", "iclouddrive": "iCloud", "nextcloud": "Nextcloud",
    "owncloud": "ownCloud", "seafile": "Seafile", "pclouddrive": "pCloud", "pcloud": "pCloud",
    "pcloudsync": "pCloud", "box": "Box", "boxsync": "Box", "box-box": "Box", "mega": "MEGA",
    "megasync": "MEGA", "syncthing": "Syncthing", "protondrive": "Proton Drive",
    "tresorit": "Tresorit",
  ]
  /// Names that may carry an account or company: `OneDrive - Example`, `Dropbox (Personal)`.
  private static let widened = ["dropbox", "onedrive", "googledrive", "nextcloud", "owncloud"]
  /// Files or folders that such a program puts into the folders it syncs.
  private static let markers = [
    ".stfolder": "Syncthing", ".stignore": "Syncthing", ".dropbox.cache": "Dropbox",
    ".owncloudsync.log": "ownCloud or Nextcloud", ".nextcloudsync.log": "Nextcloud",
    ".megaignore": "MEGA",
  ]

  static func named(by folder: String) -> String? {
    let name = folder.lowercased().replacing(" ", with: "")
    if let service = names[name] { return service }
    let isWidened = widened.first { name.hasPrefix($0 + "-") || name.hasPrefix($0 + "(") }
    return isWidened.flatMap { names[$0] }
  }

  static func marking(_ folder: String) -> String? {
    let marker = markers.sorted { $0.key < $1.key }
      .first { FileFacts(of: "\(folder)/\($0.key)") != nil }
    if let marker { return marker.value }
    let databases = FileFacts.names(in: folder).contains { name in
      name.hasSuffix(".db") && (name.hasPrefix(".sync_") || name.hasPrefix("._sync_"))
    }
    return databases ? "ownCloud or Nextcloud" : nil
  }
}
