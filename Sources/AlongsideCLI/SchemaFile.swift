internal import Disk
internal import PackFormat
internal import Packs

/// A JSON Schema on disk: an older one of ours is replaced, and nothing else ever.
enum SchemaFile {
  /// Makes sure that whatever stands there is an earlier schema of the same kind.
  static func check(_ kind: FileKind, in folder: String) throws {
    let path = "\(folder)/\(kind.jsonSchemaFile)"
    guard let facts = FileFacts(of: path) else { return }
    let text = facts.kind == .file ? String(decoding: try InputFile.read(path), as: UTF8.self) : ""
    guard text.contains("\"title\": \"\(kind.schema)\"") else {
      throw Failure.usage("\(path) is something else; nothing is written over it")
    }
  }

  /// Writes the schema whole, in place of an earlier one.
  static func write(_ kind: FileKind, in folder: String) throws {
    let path = "\(folder)/\(kind.jsonSchemaFile)"
    try OutputFile.told("\(path) cannot be made") { () throws(DiskTrouble) in
      try Files.replace(path, with: Array(kind.jsonSchema.indentedText.utf8))
    }
  }
}
