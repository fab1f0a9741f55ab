import Foundation
import TestSupport
import Testing

/// The program finds what came with it from where it lies, and says what is missing.
@Suite struct ProgramFilesTests {
  private static let guide = "packs schema --lint-guide </dev/null"

  private func page() throws -> String {
    try String(contentsOfFile: "\(ProgramHome.root)/docs/lint.md", encoding: .utf8)
  }

  /// An installation has a `bin` folder; on a stick the program is beside `share`.
  @Test(arguments: ["bin/alongside", "alongside"])
  func theGuideIsFoundFromWhereTheProgramIs(place: String) async throws {
    let home = try ProgramHome()
    let run = try await home.shell(
      #"""
      mkdir -p "$HOME/first/bin" "$HOME/first/share/alongside/docs"; cp "$A" "$HOME/first/\#(place)"
      cp "\#(ProgramHome.root)/docs/lint.md" "$HOME/first/share/alongside/docs/"
      mv "$HOME/first" "$HOME/moved"; cd /; "$HOME/moved/\#(place)" \#(Self.guide)
      """#)
    #expect(run.text == (try page()), "\(run.err)")
  }

  @Test func theInstalledPageIsPrintedAndNoOther() async throws {
    let home = try ProgramHome()
    let run = try await home.shell(
      #"""
      mkdir -p "$HOME/bin" "$HOME/share/alongside/docs"; cp "$A" "$HOME/bin/alongside"
      echo "# Another page" >"$HOME/share/alongside/docs/lint.md"; "$HOME/bin/alongside" \#(Self.guide)
      """#)
    #expect(run.text == "# Another page\n", "\(run.err)")
  }

  @Test func aMissingPageIsNamed() async throws {
    let home = try ProgramHome()
    let run = try await home.shell(
      #"""
      mkdir -p "$HOME/bin"; cp "$A" "$HOME/bin/alongside"
      "$HOME/bin/alongside" \#(Self.guide); echo "code $?"
      """#)
    #expect(run.text == "code 1\n", "\(run.text)")
    #expect(run.err.contains("share/alongside/docs/lint.md"), "\(run.err)")
  }
}
