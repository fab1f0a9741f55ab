internal import ArgumentParser
internal import Console
internal import Disk
internal import PackFormat
internal import Packs

extension PacksCommand {
  /// `alongside packs build`: one file of a folder.
  struct Build: ContextCommand {
    static let configuration = CommandConfiguration(
      abstract: "Make one file of a pack, to be signed and passed on",
      discussion: """
        The file is a plain tar archive with a list of all files and their SHA-256 in it \
        (pack.sums). The same content gives the same file, on every machine. Nothing is built while \
        alongside packs lint finds something to mend.
        """)

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The folder of the pack.", completion: .directory) var folder = "."
    @Option(
      help: ArgumentHelp("The file to write; else ID-VERSION.tar, here.", valueName: "file"),
      completion: .file())
    var to: String?
    @Flag(help: "Print what was built as JSON.") var json = false

    func run(_ desk: Desk) throws {
      let source = try PackSource(folder, desk)
      let built = try PackArchive.build(source.files)
      let path = try desk.wholePath(to ?? source.fileName)
      if let before = try? OfferedPack(path: path), before.signer != nil {
        throw Failure.usage(
          "\(path) is signed, and building would take the signature away",
          hints: [
            "alongside packs sign \(ShellWord.quoted(folder)) builds and signs in one step",
            "--to FILE writes somewhere else",
          ])
      }
      try Self.put(built.bytes, at: path, of: source.manifest.id)
      try Self.say(BuiltPack(source.manifest, built, path), asJSON: json, desk)
      if !json {
        desk.terminal.say(
          "Sign it: alongside packs sign \(ShellWord.quoted(to ?? source.fileName))", as: .hint)
      }
    }

    /// Writes the file; over an earlier one of the same pack, and never over anything else.
    static func put(_ bytes: [UInt8], at path: String, of id: String) throws {
      guard try FileFacts.isThere(path) else { return try OutputFile.write(bytes, to: path) }
      guard let before = try? OfferedPack(path: path), before.id == id else {
        throw Failure.usage(
          "\(path) is there already, and is no earlier file of this pack",
          hints: ["--to FILE writes somewhere else"])
      }
      try OutputFile.replace(path, with: bytes)
    }

    static func say(_ built: BuiltPack, asJSON json: Bool, _ desk: Desk) throws {
      if json { return try desk.print(json: built) }
      let count = built.files == 1 ? "1 file" : "\(built.files) files"
      desk.terminal.say(
        "Built \(built.id) \(built.version), revision \(built.revision): \(count).")
      desk.terminal.say("h1:\(built.h1)", as: .quiet)
      desk.terminal.out(built.path)
    }
  }
}

/// A built pack as `--json` prints it.
struct BuiltPack: Encodable {
  let id: String
  let version: String
  let revision: Int
  let files: Int
  let h1: String
  let path: String
  let signer: String?

  init(
    _ manifest: Manifest, _ built: PackArchive.Built, _ path: String, signer: String? = nil
  ) {
    (id, version, revision) = (manifest.id, manifest.version, manifest.revision)
    files = built.fileCount
    h1 = built.h1
    self.path = path
    self.signer = signer
  }
}
