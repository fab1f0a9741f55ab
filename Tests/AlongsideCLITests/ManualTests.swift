import AlongsideCLI
import ArgumentParser
import Foundation
import Testing

/// The manual page tells of every command and every flag there is.
@Suite struct ManualTests {
  let page: String

  init() throws {
    page = try String(contentsOfFile: "\(ProgramHome.root)/docs/alongside.1", encoding: .utf8)
  }

  static let commands: [any ParsableCommand.Type] = AlongsideCommand.configuration
    .groupedSubcommands.flatMap(\.subcommands).flatMap { [$0] + $0.configuration.subcommands }

  @Test(arguments: commands.indices)
  func everyCommandAndFlagIsInIt(index: Int) {
    let command = Self.commands[index]
    let name = command._commandName
    #expect(page.contains(".It Em \(name)\n") || page.contains(".It Em \"\(name), "))
    for match in command.helpMessage(columns: 200).matches(of: /--([a-z-]+)/) {
      let isThere = [".It Fl -\(match.1)\n", ".It Fl -\(match.1) ", " , -\(match.1)\n"]
        .contains { page.contains($0) }
      #expect(isThere, "\(name) --\(match.1)")
    }
  }

  @Test func theReadmeNamesTheExitCodes() throws {
    let readme = try String(contentsOfFile: "\(ProgramHome.root)/README.md", encoding: .utf8)
    for code in [1, 10, 11, 12, 13, 14, 15, 64, 65, 77, 130] {
      #expect(readme.contains("| \(code) |"))
      #expect(Failure.Code(rawValue: Int32(code)) != nil)
    }
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func completionsAreMade(shell: String) throws {
    let home = try TranscriptHome()
    let run = home.run(
      Transcript.Command(words: ["--generate-completion-script", shell]))
    #expect(run.code == 0)
    #expect(run.seen.joined().contains("help-now"))
  }
}
