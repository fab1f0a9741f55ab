import Archive
import PackFormat

/// The folder where installed packs lie, each version by the hash of its content.
struct PackStore: Sendable {
  let path: String
  let disk: PackDisk

  func folder(_ h1: String) -> String { "\(path)/h1-\(h1)" }

  /// Sixty-four hexadecimal digits, lower case: fit to be a part of a path.
  static func isHash(_ text: String) -> Bool {
    text.utf8.count == 64
      && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }

  /// Puts the files of a version in the store, whole and confirmed by the disk, or not at all.
  ///
  /// - Throws: `PackTrouble` when the disk does not take them.
  func add(_ files: PackFiles, h1: String) throws(PackTrouble) {
    try disk.makeFolder(path)
    if case .sound = read(h1) { return try renew(files[Sums.signatureName], of: h1) }
    let part = "\(path)/.h1-\(h1).part"
    try disk.remove(part)
    try disk.makeFolder(part)
    var folders: Set<String> = [part]
    for file in files.files {
      let inside = "\(part)/\(file.path)"
      let folder = String(inside[..<(inside.lastIndex(of: "/") ?? inside.endIndex)])
      if folders.insert(folder).inserted { try disk.makeFolder(folder) }
      try disk.write(file.bytes, to: inside, mode: 0o400)
    }
    for folder in folders.sorted() { try disk.sync(folder: folder) }
    // Whatever has the name is damaged, or it would have been taken as it is.
    try disk.remove(folder(h1))
    try disk.move(part, to: folder(h1))
    try disk.sync(folder: path)
  }

  /// The same content may come with a newer signature: that one file is put in place of the other.
  private func renew(_ signature: [UInt8]?, of h1: String) throws(PackTrouble) {
    let name = "\(folder(h1))/\(Sums.signatureName)"
    guard let signature,
      try PackDisk.read(name, limit: PackLimits.signatureByteCount) != signature
    else { return }
    let part = "\(folder(h1))/.signature.part"
    try disk.remove(part)
    try disk.write(signature, to: part, mode: 0o400)
    try disk.move(part, to: name)
    try disk.sync(folder: folder(h1))
  }

  /// What came of reading a version.
  enum Reading {
    case sound(PackFiles)
    /// Something in it is not as it was installed.
    case changed(Finding)
  }

  /// Reads a version, and makes sure that all of it is as it was installed.
  func read(_ h1: String) -> Reading {
    let files = PackFiles(folder: folder(h1))
    if let finding = files.findings.first(where: { $0.severity == .error }) {
      return changed(h1, finding.file, finding.message)
    }
    if files.sums.h1 == h1 { return .sound(files) }
    guard let bytes = files[Sums.name],
      let sums = try? Sums(bytes, mostFiles: PackLimits.fileCount), sums.h1 == h1
    else { return changed(h1, Sums.name, "It is not the list that was installed.") }
    switch sums.differences(from: files.pairs).first {
    case .added(let path): return changed(h1, path, "It was not there when it was installed.")
    case .missing(let path, _): return changed(h1, path, "It is gone.")
    case .size(let path, _, _, _), .content(let path, _):
      return changed(h1, path, "It is not as it was when it was installed.")
    case nil: return changed(h1, Sums.name, "It is not the list that was installed.")
    }
  }

  private func changed(_ h1: String, _ file: String, _ message: String) -> Reading {
    .changed(
      Finding(
        file: "\(folder(h1))/\(file)", line: 1, column: 1,
        code: FindingCode.storeChanged.rawValue, severity: .error, message: message,
        hint: "Install the pack again from its file. Until then it is left out."))
  }

  /// Removes what no lock names, and what was broken off; what cannot be removed stays.
  func sweep(keeping kept: Set<String>) {
    for name in PackDisk.names(in: path) {
      let isKept = name.hasPrefix("h1-") && kept.contains(String(name.dropFirst(3)))
      if !isKept { try? disk.remove("\(path)/\(name)") }
    }
  }
}
