import AlongsideCLI
import AlongsideRuntime
import Console
import Practice
import TestSupport
import Testing

/// Reading at a terminal whose output goes into a file or another program: nothing is asked.
@Suite struct ReadingIntoPipesTests {
  let home: ProgramHome

  init() throws {
    home = try ProgramHome()
  }

  private func run(
    _ words: [String], dataIsTerminal: Bool
  ) -> (data: String, talk: String, code: Int32) {
    let (data, talk) = (CapturedSink(), CapturedSink())
    let moment = Moment(utcMilliseconds: 1_773_519_300_000, offset: 0, zone: "Europe/London")
    let context = Context(
      terminal: Terminal(
        input: ScriptedInput(lines: [ProgramHome.words]), data: data, talk: talk,
        dataIsTerminal: dataIsTerminal, canClear: true),
      environment: ["HOME": home.scratch.path], clock: Clock { moment },
      programPacks: ProgramPacks(in: nil), memory: ["/dev/shm"], readInput: { [] }, logN: 10)
    let code = Program.run(words, in: context)
    return (data.text, talk.text, code)
  }

  @Test(arguments: [
    ["show", "last"], ["show", "--on-this-day"], ["search", "river"], ["history", "last"],
    ["insights"], ["list"],
  ])
  func nothingIsAsked(words: [String]) throws {
    for number in 0..<45 {
      let (kept, code) = write("The river, \(number).")
      #expect(code == 0 && !kept.isEmpty)
    }
    let piped = run(words, dataIsTerminal: false)
    #expect(piped.code == 0)
    #expect(!piped.talk.contains("Clear the screen?"), "\(piped.talk)")
    #expect(!piped.talk.contains("Earlier ones?"), "\(piped.talk)")
  }

  @Test func aPipeGetsTheWholeList() throws {
    for number in 0..<45 { _ = write("The river, \(number).") }
    let piped = run(["list"], dataIsTerminal: false)
    #expect(piped.data.split(separator: "\n").count == 45 && piped.code == 0)
    #expect(run(["list"], dataIsTerminal: true).talk.contains("Earlier ones?"))
    #expect(run(["show", "last"], dataIsTerminal: true).talk.contains("Clear the screen?"))
  }

  private func write(_ text: String) -> (String, Int32) {
    let done = home.run(["write"], typed: text)
    return (done.data, done.code)
  }
}
