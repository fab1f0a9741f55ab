import AlongsideCLI
import AlongsideRuntime
import Console
import Foundation
import Practice
import TestSupport
import Testing

/// `help-now` in homes that are not as they should be.
@Suite struct HelpNowTests {
  private let scratch: Scratch
  private static let core = "\(ProgramHome.root)/prompts"

  init() throws { scratch = try Scratch() }

  /// What a pipe receives, line by line, and the exit code.
  private func helpNow(
    _ arguments: String..., packs: [String] = [core], policy: String = "/nowhere"
  ) -> (lines: [String], said: String, code: Int32) {
    let (data, talk) = (CapturedSink(), CapturedSink())
    let moment = Moment(utcMilliseconds: 1_773_519_300_000, offset: 0, zone: "Europe/London")
    let context = Context(
      terminal: Terminal(input: nil, data: data, talk: talk),
      environment: ["HOME": scratch.path], clock: Clock { moment },
      programPacks: ProgramPacks(in: packs.first),
      systemPolicy: policy, memory: [], readInput: { [] }, logN: 10)
    let code = Program.run(["help-now"] + arguments, in: context)
    return (data.text.split(separator: "\n").map(String.init), talk.text, code)
  }

  @Test(arguments: ["England", "Northern Ireland", "Scotland", "Wales", "none"])
  func fiveLinesAndNoWordAboutSources(nation: String) throws {
    let first = helpNow("--nation", nation)
    #expect(first.code == 0)
    let again = helpNow()
    #expect(again.lines == first.lines && again.said == "")
    #expect(again.lines.count <= 5 && again.lines[0] == "Life in danger: call 999, or go to A&E")
    #expect(again.lines.contains("Samaritans: call 116 123, free (24/7)"))
    let all = helpNow("--all").lines.joined(separator: "\n").lowercased()
    for word in ["copied", "checked", "verified", "source", "http"] {
      #expect(!all.contains(word) && !again.lines.joined().lowercased().contains(word))
    }
    #expect(scratch.names(".local/share/alongside") == ["settings.yaml"])
  }

  @Test func worksWithoutAnyPack() throws {
    #expect(
      helpNow(packs: []).lines == [
        "Life in danger: call 999, or go to A&E", "Samaritans: call 116 123, free (24/7)",
      ])
    #expect(helpNow("--json", packs: []).lines.joined().contains("call 999, or go to A&E"))
    try FileManager.default.createDirectory(
      atPath: scratch.file(".local/share/alongside/own/signposts"),
      withIntermediateDirectories: true)
    let mine = """
      schema: alongside.signposts/1
      id: mine
      title: My people
      items:
        - {id: one, name: My sister, contact: call 07700 900 123, for: me}
      """
    _ = try scratch.write(Array(mine.utf8), to: ".local/share/alongside/own/signposts/mine.yaml")
    #expect(
      helpNow(packs: []).lines == [
        "Life in danger: call 999, or go to A&E", "Samaritans: call 116 123, free (24/7)",
        "My sister: call 07700 900 123",
      ])
    #expect(helpNow("--nation", "Scotland").lines[3] == "My sister: call 07700 900 123")
  }

  @Test func aBrokenPolicyStopsNothing() throws {
    let policy = try scratch.write(Array("schema: [".utf8), to: "policy.yaml")
    let found = helpNow(policy: policy)
    #expect(found.code == 0 && found.lines.count == 5 && found.said == "")
    #expect(helpNow("--policy", scratch.file("none")).code == 0)
  }

  @Test func aNationThatIsGoneIsNotMissed() throws {
    try FileManager.default.createDirectory(
      atPath: scratch.file(".local/share/alongside"), withIntermediateDirectories: true)
    _ = try scratch.write(
      Array("nation: Atlantis\n".utf8), to: ".local/share/alongside/settings.yaml")
    let found = helpNow()
    #expect(found.code == 0 && found.said == "")
    #expect(found.lines[1] == "Samaritans: call 116 123, free (24/7)" && found.lines.count == 5)
  }
}
