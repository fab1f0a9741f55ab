import Testing

@testable import Console

@Suite struct LineCommandTests {
  @Test(arguments: LineCommand.allCases)
  func readsItselfHoweverItIsTyped(command: LineCommand) {
    #expect(LineCommand.read(command.typed) == .command(command))
    #expect(LineCommand.read("  " + command.typed.uppercased() + " \t") == .command(command))
  }

  @Test(arguments: [
    ("/bakc", LineCommand.back), ("/bac", .back), ("/backk", .back), ("/pack", .back),
    ("/helpnow", .helpNow), ("/help now", .helpNow), ("/letgo", .letGo), ("/sotp", .stop),
    ("/halp", .help),
  ])
  func noticesASlip(typed: String, meant: LineCommand) {
    #expect(LineCommand.read(typed) == .near(meant))
  }

  @Test(arguments: [
    "", "back", "/", "//", "/b", "/home/me", "/back to the start", " /bakc", "and/or", "/kcab",
    "I went /back", "/backkk",
  ])
  func leavesOtherLinesAsWords(typed: String) {
    #expect(LineCommand.read(typed) == .words)
  }
}
