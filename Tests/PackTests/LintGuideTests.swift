import Foundation
import Packs
import Testing
import YAML

/// Every code is explained once, by an example that really produces it.
@Suite struct LintGuideTests {
  static let codes =
    YAMLProblem.Code.allCases.map(\.rawValue) + FindingCode.allCases.map(\.rawValue)

  /// Codes that one file alone, or text in a guide, cannot show: their examples are in words.
  static let inWords = Set([
    "too-large", "not-utf8", "utf-16", "wrong-schema", "too-many-files", "unknown-list",
    "unknown-item", "unknown-prompt", "no-manifest", "unreadable", "not-a-file", "file-name",
    "missing-source",
  ]).union(LintGuide.archive.map(\.code))

  /// Codes that take more than one file or pack to show.
  static let between = Set(LintGuide.between.map(\.code))

  @Test func everyCodeIsExplainedOnce() {
    let explained = LintGuide.all.map(\.code)
    #expect(explained.count == Set(explained).count)
    #expect(Set(explained) == Set(Self.codes))
    #expect(LintGuide.rule(for: "placeholder")?.severity == .error)
  }

  @Test(arguments: LintGuide.all)
  func sentencesAreWhole(rule: LintRule) {
    for words in [rule.what, rule.why] {
      #expect(words.hasSuffix(".") && !words.contains("\n") && words.count < 300, "\(rule.code)")
    }
    guard !Self.between.contains(rule.code) else { return }
    #expect((rule.better == nil) == Self.inWords.contains(rule.code), "\(rule.code)")
  }

  @Test(arguments: LintGuide.all.filter { !inWords.union(between).contains($0.code) })
  func examplesDoWhatTheySay(rule: LintRule) throws {
    let found = findings(rule.example).filter { $0.code == rule.code }
    #expect(found.map(\.severity).first == rule.severity, "\(rule.code): \(findings(rule.example))")
    #expect(findings(try #require(rule.better)) == [], "\(rule.code)")
  }

  @Test func theDocumentIsUpToDate() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let written = try String(
      contentsOf: root.appendingPathComponent("docs/lint.md"), encoding: .utf8)
    #expect(
      written == LintGuide.markdown,
      "run: alongside packs schema --lint-guide > docs/lint.md")
  }

  /// What is found in an example, filled up to a whole file.
  private func findings(_ text: String) -> [Finding] {
    let head = "schema: alongside.prompt/1\nid: evening-notes\ntitle: Evening notes\n"
    let file =
      if text.hasPrefix("- ") {
        head + "steps:\n" + text.split(separator: "\n").map { "  \($0)\n" }.joined()
      } else if text.contains("schema:") {
        text + "\n"
      } else {
        head + text + "\n"
      }
    let kind = FileKind.all.first { file.hasPrefix("schema: \($0.schema)\n") } ?? .prompt
    return PackFile.lint(Array(file.utf8), file: "example", kind: kind, linting: true)
  }
}
