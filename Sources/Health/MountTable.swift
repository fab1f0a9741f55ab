/// The mounted file systems, from the text of `/proc/self/mountinfo`.
struct MountTable: Sendable {
  /// One mounted file system.
  struct Mount: Sendable, Hashable {
    /// `major:minor` of the device as the kernel counts them; major 0 if it is no single device.
    let device: String
    let point: String
    /// The type, for example `ext4` or `fuse.sshfs`.
    let type: String
    /// The device, server or folder it came from.
    let source: String
  }

  let mounts: [Mount]

  /// Reads the text and skips lines that it does not understand.
  init(_ text: String) {
    mounts = text.split(separator: "\n").compactMap { Mount($0) }
  }

  /// Returns the file system of a path: the longest mount point, and the latest of equal ones.
  ///
  /// - Parameter path: absolute and without links.
  func mount(holding path: String) -> Mount? {
    var best: Mount?
    for mount in mounts where mount.holds(path) {
      if mount.point.utf8.count >= best?.point.utf8.count ?? 0 { best = mount }
    }
    return best
  }
}

extension MountTable.Mount {
  /// Reads one line of proc(5): six fields, optional ones, `-`, then type and source.
  fileprivate init?(_ line: Substring) {
    let fields = line.split(separator: " ", omittingEmptySubsequences: false)
    guard fields.count > 6, let dash = fields[6...].firstIndex(of: "-"), fields.count > dash + 2
    else { return nil }
    device = String(fields[2])
    point = MountTable.unescaped(fields[4])
    type = String(fields[dash + 1])
    source = MountTable.unescaped(fields[dash + 2])
  }

  fileprivate func holds(_ path: String) -> Bool {
    point == "/" || path == point || path.hasPrefix(point + "/")
  }
}

extension MountTable {
  /// Undoes the kernel's octal escapes, `\040` for a space.
  static func unescaped(_ field: Substring) -> String {
    var bytes: [UInt8] = []
    var rest = field.utf8
    while let first = rest.popFirst() {
      let digits = rest.prefix(3)
      // The initialiser would take a sign.
      let isEscape =
        first == UInt8(ascii: "\\") && digits.count == 3 && digits.first != UInt8(ascii: "+")
      if isEscape, let byte = UInt8(String(decoding: digits, as: UTF8.self), radix: 8) {
        bytes.append(byte)
        rest = rest.dropFirst(3)
      } else {
        bytes.append(first)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
