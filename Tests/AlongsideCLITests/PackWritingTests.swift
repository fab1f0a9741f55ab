import Foundation
import Practice
import TestSupport
import Testing

/// Packs made and added to with the built program: what is written, for whom, and what is left
/// alone.
@Suite struct PackWritingTests {
  @Test func aNewPackIsTwoFilesAndCanBeUsedAtOnce() async throws {
    let home = try ProgramHome()
    let made = try await home.shell("$A packs new $HOME/ours --id org.example.ours 2>/dev/null")
    #expect(made.code == 0)
    #expect(
      try FileManager.default.subpathsOfDirectory(atPath: home.scratch.file("ours")).sorted()
        == ["pack.yaml", "prompts", "prompts/first-questions.yaml"])
    let kept = try await home.shell(
      "echo 'moment: words' | $A reflect org.example.ours/first-questions --packs $HOME/ours "
        + "--answers -")
    #expect(kept.code == 0, "\(kept.err)")
    #expect(try home.entries().first?.prompt?.id == "org.example.ours/first-questions")
  }

  /// A second run, and a file in the way, change nothing.
  @Test func nothingIsWrittenOver() async throws {
    let home = try ProgramHome()
    _ = try await home.shell("$A packs new $HOME/ours --id org.example.ours")
    let before = try home.scratch.everyFile().map(\.path)
    #expect(try await home.shell("$A packs new $HOME/ours --id org.example.b").code == 64)
    #expect(
      try await home.shell("touch $HOME/f; $A packs new $HOME/f --id org.example.b").code == 64)
    let link = "ln -s $HOME/nowhere $HOME/l; $A packs new $HOME/l --id org.example.b"
    #expect(try await home.shell(link).code == 64)
    #expect(try home.scratch.everyFile().map(\.path).filter { $0 != "f" } == before)
    #expect(!home.scratch.exists("nowhere"))
    let add = "printf 'title: A\\nquestions: [{ask: B?}]\\n' | $A packs add $HOME/ours --answers -"
    #expect(try await home.shell(add).code == 0)
    #expect(try await home.shell(add).code == 0)
    #expect(home.scratch.names("ours/prompts") == ["a-2.yaml", "a.yaml", "first-questions.yaml"])
  }

  /// A person's own prompts are theirs alone to read; a pack's are for everyone.
  @Test func ownPromptsAreForThePersonAlone() async throws {
    let home = try ProgramHome()
    let add = "printf 'title: A\\nquestions: [{ask: B?}]\\n' | $A packs add --answers -"
    #expect(try await home.shell("umask 022; cd $HOME; \(add)").code == 0)
    let own = ".local/share/alongside/own"
    let modes = try await home.shell(
      "cd $HOME; stat -c %a \(own) \(own)/prompts \(own)/prompts/a.yaml")
    #expect(modes.text == "700\n700\n600\n")
    _ = try await home.shell("umask 022; $A packs new $HOME/ours --id org.example.ours")
    let here = try await home.shell("umask 022; cd $HOME/ours && \(add)")
    #expect(here.code == 0 && here.text == "prompts/a.yaml\n")
    #expect(try await home.shell("stat -c %a $HOME/ours/prompts/a.yaml").text == "644\n")
  }

  /// Trying out leaves no trace, anywhere.
  @Test func tryingKeepsNothing() async throws {
    let home = try ProgramHome()
    _ = try await home.shell("$A packs new $HOME/ours --id org.example.ours")
    let before = try home.scratch.everyFile().map { "\($0.path) \($0.bytes.count)" }
    let tried = try await home.shell(
      "echo 'moment: secret words' | $A packs try $HOME/ours --answers - --json")
    #expect(tried.code == 0 && tried.text.contains("secret words"))
    let screen = try await TmuxScreen(
      "$A packs try $HOME/ours/prompts/first-questions.yaml", environment: home.environment)
    try await screen.see("1 of 4")
    try await screen.type("some words")
    try await screen.type(".")
    try await screen.see("2 of 4")
    try await screen.press("C-c")
    let seen = try await screen.see("ENDED 130")
    try await screen.close()
    #expect(seen.contains("Nothing of this is kept."))
    #expect(try home.scratch.everyFile().map { "\($0.path) \($0.bytes.count)" } == before)
  }

  /// The example of a new pack prints on paper as it is.
  @Test func aSheetIsOnePage() async throws {
    let home = try ProgramHome()
    let made = try await home.shell(
      "$A prompts sheet daily-three --packs $PACKS --to $HOME/a.html 2>/dev/null")
    #expect(made.code == 0)
    let html = String(decoding: try home.scratch.read("a.html"), as: UTF8.self)
    #expect(html.contains("<h2 dir=\"auto\">1. What stayed with you today?</h2>"))
    let text = try await home.shell("$A prompts sheet week-look-back --packs $PACKS")
    #expect(text.text.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }
}
