import AlongsideRuntime
import TestSupport
import Testing
import Vault

/// What a page may hold: its words, with all that is kept beside them.
struct PageLimitTests {
  @Test func wordsThatOnlyFitByThemselvesAreTooLong() throws {
    let home = try ProgramHome()
    let long = String(repeating: "river ", count: Page.byteLimit / 6 - 10)
    let refusal = "this is longer than a page can be (16 MiB); nothing was kept"
    let written = home.run(["write"], typed: long)
    #expect(written.code == 65 && written.talk.contains(refusal), "\(written.talk.prefix(300))")

    #expect(home.run(["write"], typed: "rain").code == 0)
    let words = ["--passphrase-file", home.scratch.file("pw")]
    let revised = home.run(["revise", "last"] + words, typed: long)
    #expect(revised.code == 65 && revised.talk.contains(refusal), "\(revised.talk.prefix(300))")
    #expect(home.run(["show", "last"] + words).data.contains("rain"))
    // A little shorter, it is kept and comes back whole.
    #expect(home.run(["revise", "last"] + words, typed: String(long.dropLast(600))).code == 0)
    let shown = home.run(["show", "last"] + words)
    #expect(shown.code == 0 && shown.data.count > long.count - 700)
  }
}
