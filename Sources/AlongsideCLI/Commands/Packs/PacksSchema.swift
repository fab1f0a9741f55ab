internal import ArgumentParser
internal import Console
internal import PackFormat
internal import Packs
internal import Practice

extension PacksCommand {
  /// `alongside packs schema`: what an editor needs to help with the files of a pack.
  struct SchemaCommand: ContextCommand {
    static let configuration = CommandConfiguration(
      commandName: "schema", abstract: "Print what an editor needs to know about the files",
      discussion: """
        A JSON Schema for each kind of file. Editors with the YAML language server show what each \
        key is for and underline slips while you type. Put the schemas into the folder schemas of \
        your pack with --to, and begin each file with the line that is shown then. They are for \
        editors alone: the folder is never read, passed on or signed.
        """)

    @OptionGroup var global: GlobalOptions
    @Argument(
      help: ArgumentHelp("One kind of file, as prompt; all of them without it.", valueName: "kind"),
      completion: .list(FileKind.written.map(\.name)))
    var kind: String?
    @Option(
      help: ArgumentHelp("Write one file for each kind into this folder.", valueName: "dir"),
      completion: .directory)
    var to: String?
    @Flag(help: "Print what every code of packs lint means, as docs/lint.md has it.")
    var lintGuide = false

    func run(_ desk: Desk) throws {
      guard !lintGuide else {
        guard kind == nil, to == nil else {
          throw Failure.usage(
            "--lint-guide goes with nothing else", hints: ["alongside packs schema --lint-guide"])
        }
        return desk.terminal.outExactly(try Self.guide(desk))
      }
      let kinds = try kind.map { [try Self.kind(named: $0)] } ?? FileKind.all
      if let to { return try write(kinds, to: to, desk) }
      let schemas = kinds.map(\.jsonSchema)
      let value = kind == nil ? JSONValue.array(schemas) : schemas.first ?? .null
      desk.print(json: value)
    }

    /// The page that was installed with the program.
    private static func guide(_ desk: Desk) throws -> String {
      let paths = desk.context.pages.map { "\($0)/lint.md" }
      guard let path = paths.first(where: InputFile.isFile) else {
        throw Failure(
          .failed, "a file of the program is missing: \(paths.first ?? "lint.md")",
          hints: ["install Alongside again, or read docs/lint.md in its source"])
      }
      return String(decoding: try InputFile.read(path), as: UTF8.self)
    }

    /// The kind called `prompt`, `prompt/1` or `alongside.prompt/1`.
    private static func kind(named name: String) throws -> FileKind {
      let kinds = FileKind.written
      if let kind = kinds.first(where: { name == $0.name || name == $0.schema }) { return kind }
      let nearest = Nearest.word(to: name, among: kinds.map(\.name))
      throw Failure.usage(
        "there is no kind of file called \"\(name)\"",
        hints: [
          nearest.map { "alongside packs schema \($0)" }
            ?? "one of: \(kinds.map(\.name).joined(separator: ", "))"
        ])
    }

    private func write(_ kinds: [FileKind], to folder: String, _ desk: Desk) throws {
      let place = desk.absolute(folder)
      for kind in kinds { try SchemaFile.check(kind, in: place) }
      try OutputFile.makeFolder(place)
      for kind in kinds {
        try SchemaFile.write(kind, in: place)
        desk.terminal.out("\(folder)/\(kind.jsonSchemaFile)")
      }
      desk.terminal.say("From now on these can be the first line of a file:", as: .hint)
      for kind in kinds { desk.terminal.say("  \(kind.modeline)", as: .hint) }
    }
  }
}
