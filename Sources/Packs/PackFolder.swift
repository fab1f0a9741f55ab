import Practice
import YAML

/// Reads a pack from a folder: `pack.yaml`, `prompts/`, `values/`, `signposts/`.
///
/// A broken file costs only itself. Links, pipes and folders where files belong are never opened.
package struct PackFolder: Sendable {
  /// At most so many files are read from one pack.
  package static let mostFiles = 500

  /// The pack, or nil without a manifest that names it.
  package private(set) var pack: Pack?
  /// Everything found, file by file, with paths inside the folder.
  package private(set) var findings: [Finding] = []

  /// Reads the folder at a path.
  package init(path: String) {
    guard let folder = Folder(path: path) else {
      add(.unreadable, "pack.yaml", "This folder cannot be opened.", "Check its path.")
      return
    }
    let manifest = readManifest(folder)
    var contents = PackContents(pack: manifest?.id, revision: manifest?.revision)
    readFiles(folder, into: &contents)
    contents.checkLists()
    findings += contents.findings
    pack = manifest.map { contents.pack(with: $0) }
  }

  private mutating func readFiles(
    _ folder: borrowing Folder, into contents: inout PackContents
  ) {
    var count = 0
    for kind in FileKind.all {
      guard let name = kind.folder, folder.holds(name) else { continue }
      guard let inner = Folder(name, in: folder) else {
        add(.notAFile, name, "This should be a folder and no link.", "Make it a plain folder.")
        continue
      }
      for file in inner.names() {
        count += 1
        guard count <= Self.mostFiles else { break }
        read(file, in: inner, kind, into: &contents)
      }
    }
    guard count > Self.mostFiles else { return }
    add(
      .tooManyFiles, "pack.yaml", "This pack has more than \(Self.mostFiles) files.",
      "Make two packs of it.")
  }

  private mutating func readManifest(_ folder: borrowing Folder) -> Manifest? {
    guard folder.holds("pack.yaml") else {
      add(
        .noManifest, "pack.yaml", "There is no file pack.yaml in this folder.",
        "A pack begins with one; alongside packs new DIR --id ID makes it.")
      return nil
    }
    guard let bytes = bytes("pack.yaml", "pack.yaml", in: folder) else { return nil }
    let result = PackFile.manifest(bytes, file: "pack.yaml")
    findings += result.findings
    return result.content
  }

  private mutating func read(
    _ name: String, in folder: borrowing Folder, _ kind: FileKind,
    into contents: inout PackContents
  ) {
    let path = "\(kind.folder ?? "")/\(name)"
    guard name.hasSuffix(".yaml") else {
      add(
        .fileName, path, "This file is not read: its name does not end in .yaml.",
        "Rename or remove it.", .warning)
      return
    }
    guard let bytes = bytes(name, path, in: folder) else { return }
    contents.take(bytes, file: path, kind)
  }

  private mutating func bytes(
    _ name: String, _ path: String, in folder: borrowing Folder
  ) -> [UInt8]? {
    do throws(Folder.Trouble) {
      return try folder.bytes(of: name)
    } catch {
      switch error {
      case .notAFile:
        add(.notAFile, path, "This is no plain file.", "Put the file itself here, no link.")
      case .unreadable:
        add(.unreadable, path, "This file cannot be read.", "Check who may read it.")
      }
      return nil
    }
  }

  private mutating func add(
    _ code: FindingCode, _ file: String, _ message: String, _ hint: String,
    _ severity: Finding.Severity = .error
  ) {
    findings.append(
      Finding(
        file: file, line: 1, column: 1, code: code.rawValue, severity: severity,
        message: message, hint: hint))
  }
}
