import PackFormat
import Packs
import Testing
import YAML

/// `docs/lint.md` explains every code once, by an example that really produces it.
@Suite struct LintGuideTests {
  static let codes =
    YAMLProblem.Code.allCases.map(\.rawValue) + FindingCode.allCases.map(\.rawValue)

  /// Codes that one file alone, or text in a guide, cannot show: their examples are in words.
  static let inWords: Set = [
    "too-large", "not-utf8", "utf-16", "wrong-schema", "too-many-files", "unknown-list",
    "unknown-item", "unknown-prompt", "no-manifest", "unreadable", "not-a-file", "file-name",
    "missing-source", "id-not-file", "onward-target", "onward-circle",
  ]

  let page: LintPage

  init() throws {
    page = try LintPage()
  }

  @Test func everyCodeIsExplainedOnceAndNoOther() {
    let explained = page.rules.map(\.code)
    #expect(explained.count == Set(explained).count)
    #expect(Set(explained).subtracting(Self.codes) == [], "no such code")
    #expect(Set(Self.codes).subtracting(explained) == [], "not in docs/lint.md")
  }

  @Test func everyRuleIsWhole() {
    for rule in page.rules {
      #expect(rule.words.hasSuffix(".") && rule.words.count < 600, "\(rule.code)")
      #expect(rule.example != nil, "\(rule.code)")
    }
  }

  @Test func rulesThatOneFileShowsHaveBothExamples() {
    let between = page.codes(in: "Between packs")
    let inWords = Self.inWords.union(page.codes(in: "Built, signed and installed"))
    #expect(inWords.count > Self.inWords.count && !between.isEmpty)
    for rule in page.rules where !between.contains(rule.code) {
      #expect((rule.better == nil) == inWords.contains(rule.code), "\(rule.code)")
    }
  }

  @Test func examplesDoWhatTheySay() throws {
    let elsewhere = page.codes(in: "Between packs")
      .union(page.codes(in: "Built, signed and installed")).union(Self.inWords)
    for rule in page.rules where !elsewhere.contains(rule.code) {
      let all = findings(try #require(rule.example))
      let first = all.first { $0.code == rule.code }
      #expect(first?.severity == rule.severity, "\(rule.code): \(all)")
      #expect(findings(try #require(rule.better)) == [], "\(rule.code)")
    }
  }

  @Test func aPageOfAnotherFormIsRefused() {
    for text in [
      "### `early`\n", "## A\n### no code\n", "## A\n### `a` (loud)\n",
      "## A\n### `a`\n\nWords.\n\nMore words.\n",
    ] {
      #expect(throws: LintPage.Unexpected.self) { try LintPage(text) }
    }
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
