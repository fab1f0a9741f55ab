import FoundationEssentials
import PackFormat
import Packs
import TestSupport
import Testing
import YAML

/// Every broken file is found wrong exactly where its last lines say.
///
/// Dropping a file into `Broken/` adds a case; its name begins with the kind of file it tries to be.
@Suite struct BrokenTests {
  static let paths = Vectors.paths(in: "Broken", beside: #filePath)

  @Test func filesAreThere() {
    #expect(Self.paths.count >= 60)
  }

  @Test(arguments: paths)
  func findings(path: String) throws {
    let bytes = try bytes(path)
    let found = Self.lint(bytes, path).map { "\($0.line):\($0.column) \($0.code)" }
    let expected = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
      .filter { $0.hasPrefix("# expect: ") }.map { String($0.dropFirst(10)) }
    #expect(found == expected, "\(path)")
    #expect(!expected.isEmpty, "\(path)")
  }

  @Test(arguments: paths)
  func messagesAreWhole(path: String) throws {
    for finding in Self.lint(try bytes(path), path) {
      #expect(finding.message.hasSuffix(".") && finding.message.count < 400, "\(finding)")
      #expect(!finding.message.contains("\n") && finding.hint?.text.contains("\n") != true)
    }
  }

  /// Codes that need more than one broken file have their tests elsewhere.
  @Test func everyCodeHasAFile() throws {
    let alone: Set<String> = [
      "too-large", "utf-16", "syntax", "no-manifest", "unreadable", "not-a-file", "file-name",
      "too-many-files", "unknown-list", "unknown-item", "unknown-prompt", "missing-source",
      "id-not-file", "onward-target", "onward-circle",
    ]
    let page = try LintPage()
    let elsewhere = alone.union(page.codes(in: "Built, signed and installed"))
      .union(page.codes(in: "Between packs"))
    let codes = FindingCode.allCases.map(\.rawValue) + YAMLProblem.Code.allCases.map(\.rawValue)
    let found = Set(try Self.paths.flatMap { Self.lint(try bytes($0), $0).map(\.code) })
    #expect(Set(codes).subtracting(found).subtracting(elsewhere) == [])
  }

  private func bytes(_ path: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
  }

  static func lint(_ bytes: [UInt8], _ path: String) -> [Finding] {
    PackFile.lint(bytes, file: name(of: path), kind: kind(of: path), linting: true)
  }

  static func kind(of path: String) -> FileKind {
    FileKind.all.first { name(of: path).hasPrefix("\($0.name)-") } ?? .prompt
  }

  private static func name(of path: String) -> String {
    String(path.split(separator: "/").last ?? "")
  }
}
