package import Practice
import YAML

extension PackFile {
  /// Reads an `alongside.session/1` file.
  ///
  /// The parameters are those of `prompt`.
  package static func session(
    _ bytes: [UInt8], file: String, pack: String? = nil, revision: Int? = nil,
    terms: Set<String> = [], linting: Bool = false, locale: String = "en"
  ) -> FileResult<SessionTemplate> {
    sessionAndLists(
      bytes, file: file, pack: pack, revision: revision, terms: terms, linting: linting,
      locale: locale
    ).0
  }

  static func sessionAndLists(
    _ bytes: [UInt8], file: String, pack: String?, revision: Int?, terms: Set<String> = [],
    linting: Bool = false, locale: String = "en"
  ) -> (FileResult<SessionTemplate>, [ListReference]) {
    var lists: [ListReference] = []
    let reader = FileReader(.session, file: file, terms: terms, linting: linting, locale: locale)
    let result = read(reader, bytes) { reader, root in
      var session = reader.session(from: root, lists: &lists)
      session.pack = pack
      session.revision = revision
      if linting { reader.lintSession(session, root) }
      return session
    }
    return (result, lists)
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
}
