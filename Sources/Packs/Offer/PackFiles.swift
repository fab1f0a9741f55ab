package import Archive
package import PackFormat
import YAML

/// The files of one pack, in order of path: what a folder, an archive or the store holds.
package struct PackFiles: Sendable, Hashable {
  /// One file, with its path inside the pack.
  package struct File: Sendable, Hashable {
    package let path: String
    package let bytes: [UInt8]

    package init(path: String, bytes: [UInt8]) {
      self.path = path
      self.bytes = bytes
    }
  }

  /// In order of the paths' bytes; no path stands twice.
  package private(set) var files: [File] = []
  /// What was wrong with files on the way, in order; such files are left out.
  package private(set) var findings: [Finding] = []

  /// The files given by path.
  ///
  /// Paths that a pack may not have are findings, as they are in a folder.
  package init(_ contents: [String: [UInt8]]) {
    let sorted = contents.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    for (path, bytes) in sorted { take(path, bytes) }
    finish()
  }

  /// Nothing yet; whoever begins like this takes files and then finishes.
  init() {}

  /// Everything but the list of sums and its signature.
  package var content: [File] {
    files.filter { $0.path != Sums.name && $0.path != Sums.signatureName }
  }

  /// The list that these files have.
  package var sums: Sums { Sums(of: pairs) }

  /// Paths with content, as the list of sums takes them.
  var pairs: [(path: String, bytes: [UInt8])] { files.map { ($0.path, $0.bytes) } }

  /// The content of the file at a path.
  package subscript(path: String) -> [UInt8]? {
    files.first { $0.path == path }?.bytes
  }

  /// Takes a file that keeps the rules; of any other it keeps a finding.
  mutating func take(_ path: String, _ bytes: [UInt8]) {
    guard check(path) else { return }
    guard bytes.count <= PackPlace.byteLimit(path) else { return tooLarge(path) }
    files.append(File(path: path, bytes: bytes))
  }

  /// True for a path that a pack may have; otherwise a finding says why not.
  private mutating func check(_ path: String) -> Bool {
    if let rule = PackPath.brokenRule(path.utf8) {
      add(
        FindingCode.badPath.rawValue, PackPath.shown(path.utf8),
        "A pack cannot have a file of this name: \(rule).",
        "Rename it, for example to \"\(PackPlace.better(path) ?? "my-page.yaml")\", or take it away."
      )
      return false
    }
    guard PackPlace.isPart(path) else {
      leaveOut(path)
      return false
    }
    return true
  }

  /// Says of a file that is no part that it stays out.
  mutating func leaveOut(_ path: String) {
    let words = PackPlace.notAPart(path)
    add(
      FindingCode.fileName.rawValue, PackPath.shown(path.utf8), words.message, words.hint, .warning)
  }

  private mutating func tooLarge(_ path: String) {
    let limit = PackPlace.byteLimit(path) >> 10
    add(
      YAMLProblem.Code.tooLarge.rawValue, path,
      "This file is larger than \(limit) KiB, the most that a file of a pack may have.",
      "Make two files of it.")
  }

  mutating func add(
    _ code: String, _ file: String, _ message: String, _ hint: Hint,
    _ severity: Finding.Severity = .error
  ) {
    findings.append(
      Finding(
        file: file, line: 1, column: 1, code: code, severity: severity, message: message,
        hint: hint))
  }

  /// Puts the files in order and looks for names that one disk or another takes for the same.
  mutating func finish() {
    files.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    var seen: [String: String] = [:]
    for file in files {
      let name = file.path.lowercased()
      if let other = seen[name] {
        add(
          FindingCode.sameName.rawValue, file.path,
          "This name differs from \"\(other)\" in capitals only.",
          "Many disks take the two for one: rename one of them.")
      }
      seen[name] = file.path
    }
  }
}
