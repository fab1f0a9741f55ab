internal import Console
internal import PackFormat
internal import Packs

/// A folder of a pack that is fit to be built.
struct PackSource {
  let files: PackFiles
  let manifest: Manifest

  /// - Throws: `Failure` with 65 where something has to be mended first; what it is was said.
  init(_ folder: String, _ desk: Desk) throws {
    let path = try desk.wholePath(folder)
    guard InputFile.isFolder(path) else {
      throw Failure(
        .badInput, "there is no folder \(folder)",
        hints: ["alongside packs new DIR --id ID begins one"])
    }
    files = PackFiles(folder: path)
    let read = PackFolder(files, linting: true)
    let refused = read.pack.map { Composition.refusals(of: $0, with: desk.packsBeside) } ?? []
    let wrong = (files.findings + read.findings).filter { $0.severity == .error } + refused
    for finding in wrong.prefix(20) { desk.terminal.say(finding.sentence, as: .warning) }
    guard wrong.isEmpty, let pack = read.pack else {
      let count = wrong.count == 1 ? "is one thing" : "are \(wrong.count) things"
      throw Failure(
        .badInput, "there \(count) to mend first",
        hints: ["alongside packs lint \(ShellWord.quoted(folder))"])
    }
    manifest = pack.manifest
  }

  /// What the built file is called.
  var fileName: String { "\(manifest.id)-\(manifest.version).tar" }
}
