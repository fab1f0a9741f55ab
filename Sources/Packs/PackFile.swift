package import Practice
import YAML

/// What came of reading one file: its content when it is sound, and all that was found.
package struct FileResult<Content: Sendable>: Sendable {
  /// Nil when there was an error.
  package var content: Content?
  /// In the order of the file.
  package var findings: [Finding]
}

/// Reads the single files of packs, and throws nothing: what is wrong is a finding.
package enum PackFile {
  /// Reads an `alongside.prompt/1` file.
  ///
  /// - Parameters:
  ///   - file: the name to use in findings.
  ///   - pack: the pack it belongs to, with the pack's revision.
  package static func prompt(
    _ bytes: [UInt8], file: String, pack: String? = nil, revision: Int? = nil
  ) -> FileResult<Prompt> {
    let (result, _) = promptAndLists(bytes, file: file, pack: pack, revision: revision)
    return result
  }

  static func promptAndLists(
    _ bytes: [UInt8], file: String, pack: String?, revision: Int?
  ) -> (FileResult<Prompt>, [ListReference]) {
    var lists: [ListReference] = []
    let result = read(.prompt, bytes, file: file) { reader, root in
      var prompt = reader.prompt(from: root, lists: &lists)
      (prompt.pack, prompt.revision) = (pack, revision)
      return prompt
    }
    return (result, lists)
  }

  /// Reads an `alongside.values/1` file.
  package static func values(
    _ bytes: [UInt8], file: String, pack: String? = nil
  ) -> FileResult<ValuesFramework> {
    read(.values, bytes, file: file) { reader, root in
      var values = reader.values(from: root)
      values.pack = pack
      return values
    }
  }

  /// Reads an `alongside.signposts/1` file.
  package static func signposts(
    _ bytes: [UInt8], file: String, pack: String? = nil
  ) -> FileResult<SignpostList> {
    read(.signposts, bytes, file: file) { reader, root in
      var list = reader.signposts(from: root)
      list.pack = pack
      return list
    }
  }

  /// Reads `pack.yaml`.
  ///
  /// The manifest is there in spite of errors once it has an id, so that a slip in it does not
  /// take the whole pack away.
  package static func manifest(_ bytes: [UInt8], file: String) -> FileResult<Manifest> {
    var manifest: Manifest?
    let result = read(.pack, bytes, file: file) { reader, root in
      manifest = reader.manifest(from: root)
      return manifest
    }
    return FileResult(content: manifest, findings: result.findings)
  }

  /// Everything found in a file of this kind.
  package static func lint(_ bytes: [UInt8], file: String, kind: FileKind) -> [Finding] {
    switch kind.schema {
    case FileKind.pack.schema: manifest(bytes, file: file).findings
    case FileKind.values.schema: values(bytes, file: file).findings
    case FileKind.signposts.schema: signposts(bytes, file: file).findings
    default: prompt(bytes, file: file).findings
    }
  }

  private static func read<Content: Sendable>(
    _ kind: FileKind, _ bytes: [UInt8], file: String,
    _ content: (inout FileReader, Node) -> Content?
  ) -> FileResult<Content> {
    var reader = FileReader(kind, file: file)
    let made = reader.root(of: bytes).flatMap { content(&reader, $0) }
    return FileResult(
      content: reader.findings.errors == 0 ? made : nil, findings: reader.findings.inOrder)
  }
}
