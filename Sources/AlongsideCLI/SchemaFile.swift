internal import Packs
#if canImport(Glibc)
internal import Glibc
#elseif canImport(Darwin)
internal import Darwin
#endif

/// A JSON Schema on disk: an older one of ours is replaced, and nothing else ever.
enum SchemaFile {
  /// Makes sure that whatever stands there is an earlier schema of the same kind.
  static func check(_ kind: FileKind, in folder: String) throws {
    let path = "\(folder)/\(kind.jsonSchemaFile)"
    var info = stat()
    guard lstat(path, &info) == 0 else { return }
    let isPlain = info.st_mode & S_IFMT == S_IFREG
    let text = isPlain ? String(decoding: try InputFile.read(path), as: UTF8.self) : ""
    guard text.contains("\"title\": \"\(kind.schema)\"") else {
      throw Failure.usage("\(path) is something else; nothing is written over it")
    }
  }

  /// Writes the schema whole, in place of an earlier one.
  static func write(_ kind: FileKind, in folder: String) throws {
    let path = "\(folder)/\(kind.jsonSchemaFile)"
    let new = path + ".new"
    OutputFile.remove(new)
    try OutputFile.write(Array(kind.jsonSchema.indentedText.utf8), to: new)
    guard rename(new, path) == 0 else {
      OutputFile.remove(new)
      throw Failure(.failed, "\(path) cannot be made: \(String(cString: strerror(errno)))")
    }
  }
}
