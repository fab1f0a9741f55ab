package import Practice
import YAML

/// What came of reading one file: its content when it is sound, and all that was found.
package struct FileResult<Content: Sendable>: Sendable {
  /// Nil when there was an error.
  package var content: Content?
  /// In the order of the file.
  package var findings: [Finding]
  /// What the content was read from.
  var root: Node?
  /// The values frameworks that it names.
  var lists: [ListReference] = []
}

/// Reads the single files of packs, and throws nothing: what is wrong is a finding.
package enum PackFile {
  /// Reads an `alongside.prompt/1` file, or with `kind` an `alongside.session/1` file.
  ///
  /// - Parameters:
  ///   - file: the name to use in findings.
  ///   - kind: `.prompt` or `.session`.
  ///   - pack: the pack it belongs to, with the pack's revision.
  ///   - terms: the words of the pack's vocabulary, which texts may name in braces.
  ///   - linting: whether to look at conditions and tone too, which reading alone has no use for.
  ///   - locale: the language of the words, for notes about them.
  package static func prompt(
    _ bytes: [UInt8], file: String, kind: FileKind = .prompt, pack: String? = nil,
    revision: Int? = nil, terms: Set<String> = [], linting: Bool = false, locale: String = "en"
  ) -> FileResult<Prompt> {
    let reader = FileReader(kind, file: file, terms: terms, linting: linting, locale: locale)
    return read(reader, bytes) { reader, root in
      var prompt = reader.prompt(from: root)
      (prompt.pack, prompt.revision) = (pack, revision)
      if linting { reader.lint(prompt, root) }
      return prompt
    }
  }

  /// Reads an `alongside.values/1` file.
  package static func values(
    _ bytes: [UInt8], file: String, pack: String? = nil, linting: Bool = false
  ) -> FileResult<ValuesFramework> {
    read(FileReader(.values, file: file, linting: linting), bytes) { reader, root in
      var values = reader.values(from: root)
      values.pack = pack
      return values
    }
  }

  /// Reads an `alongside.signposts/1` file.
  package static func signposts(
    _ bytes: [UInt8], file: String, pack: String? = nil, linting: Bool = false
  ) -> FileResult<SignpostList> {
    read(FileReader(.signposts, file: file, linting: linting), bytes) { reader, root in
      var list = reader.signposts(from: root)
      list.pack = pack
      return list
    }
  }

  /// Reads `pack.yaml`.
  ///
  /// The manifest is there in spite of errors once it has an id, so that a slip in it does not
  /// take the whole pack away.
  package static func manifest(
    _ bytes: [UInt8], file: String, linting: Bool = false
  ) -> FileResult<Manifest> {
    var manifest: Manifest?
    let result = read(FileReader(.pack, file: file, linting: linting), bytes) { reader, root in
      manifest = reader.manifest(from: root)
      return manifest
    }
    return FileResult(content: manifest, findings: result.findings)
  }

  /// Reads an `alongside.locale/1` file.
  package static func locale(
    _ bytes: [UInt8], file: String, linting: Bool = false
  ) -> FileResult<PackLocale> {
    read(FileReader(.locale, file: file, linting: linting), bytes) { reader, root in
      reader.locale(from: root)
    }
  }

  /// Reads an `alongside.tests/1` file.
  ///
  /// Whether the prompt and its steps are there, only the pack can tell.
  package static func tests(
    _ bytes: [UInt8], file: String, linting: Bool = false
  ) -> FileResult<PromptTests> {
    testsAndReference(bytes, file: file, linting: linting).0
  }

  static func testsAndReference(
    _ bytes: [UInt8], file: String, linting: Bool = false
  ) -> (FileResult<PromptTests>, TestReference?) {
    var reference: TestReference?
    let result = read(FileReader(.tests, file: file, linting: linting), bytes) { reader, root in
      reader.tests(from: root, reference: &reference)
    }
    return (result, reference)
  }

  /// Everything found in a file of this kind.
  package static func lint(
    _ bytes: [UInt8], file: String, kind: FileKind, linting: Bool = false,
    terms: Set<String> = []
  ) -> [Finding] {
    switch kind.schema {
    case FileKind.pack.schema: manifest(bytes, file: file, linting: linting).findings
    case FileKind.values.schema: values(bytes, file: file, linting: linting).findings
    case FileKind.signposts.schema: signposts(bytes, file: file, linting: linting).findings
    case FileKind.locale.schema: locale(bytes, file: file, linting: linting).findings
    case FileKind.tests.schema: tests(bytes, file: file, linting: linting).findings
    default: prompt(bytes, file: file, kind: kind, terms: terms, linting: linting).findings
    }
  }

  static func read<Content: Sendable>(
    _ reader: FileReader, _ bytes: [UInt8], _ content: (inout FileReader, Node) -> Content?
  ) -> FileResult<Content> {
    var reader = reader
    let root = reader.root(of: bytes)
    let made = root.flatMap { content(&reader, $0) }
    return FileResult(
      content: reader.findings.errors == 0 ? made : nil, findings: reader.findings.inOrder,
      root: root, lists: reader.lists)
  }
}
