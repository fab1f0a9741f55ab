import Foundation
import PackFormat
import Packs
import Testing

/// `docs/pack-reference.md` says what the descriptions say, and its examples are good files.
///
/// With `RECORD_REFERENCE=1` the page is written again and the test fails, so that nobody takes a
/// recording for a check.
@Suite struct PackReferenceTests {
  @Test func thePageIsWhatTheDescriptionsSay() throws {
    let reference = try PackReference(PackReference.samples())
    let page = PackReference.root.appendingPathComponent("docs/pack-reference.md")
    if ProcessInfo.processInfo.environment["RECORD_REFERENCE"] == "1" {
      try reference.page.write(to: page, atomically: true, encoding: .utf8)
      Issue.record("docs/pack-reference.md was written again")
    }
    let written = try String(contentsOf: page, encoding: .utf8)
    #expect(
      written == reference.page, "RECORD_REFERENCE=1 writes it again; then look at the difference")
  }

  @Test func everyKeyHasAnExample() throws {
    let without = try PackReference(PackReference.samples()).withoutExample
    #expect(without == [])
  }

  /// Every whole file that a page shows, indented by four spaces, is one that lint takes.
  @Test(arguments: ["prompts/README.md", "docs/packs.md", "README.md"])
  func filesInPagesAreGood(page: String) throws {
    let path = PackReference.root.appendingPathComponent(page)
    let lines = try String(contentsOf: path, encoding: .utf8)
      .split(separator: "\n", omittingEmptySubsequences: false)
    for (at, line) in lines.enumerated() where line.hasPrefix("    schema: alongside.") {
      let block = lines[at...].prefix { $0.hasPrefix("    ") || $0.isEmpty }
      let text = block.map { $0.dropFirst(4) }.joined(separator: "\n") + "\n"
      let bytes = Array(text.utf8)
      let found = PackFile.lint(
        bytes, file: "\(page):\(at + 1)", kind: FileKind.said(in: bytes), linting: true,
        terms: ["peer"])
      #expect(found.filter { $0.severity != .note } == [])
    }
  }

  @Test func theExamplesAreGoodFiles() throws {
    for (kind, text) in try PackReference.samples() {
      let found = PackFile.lint(
        Array(text.utf8), file: kind.name, kind: kind, linting: true, terms: ["place", "visit"])
      #expect(found.filter { $0.severity == .error } == [], "\(kind.name)")
    }
  }
}
