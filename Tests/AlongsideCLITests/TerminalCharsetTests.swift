import AlongsideCLI
import AlongsideRuntime
import Console
import Practice
import TestSupport
import Testing

/// A terminal that spells letters in another way than UTF-8 is noticed before anything is typed.
@Suite struct TerminalCharsetTests {
  @Test(arguments: [
    [:], ["LANG": ""], ["LANG": "C"], ["LANG": "POSIX"], ["LANG": "en_GB.UTF-8"],
    ["LANG": "C.UTF-8"], ["LANG": "en_GB.utf8"], ["LC_CTYPE": "UTF-8"], ["LANG": "en_GB"],
    ["LANG": "sr_RS.UTF-8@latin"], ["LANG": "sr_RS@latin"], ["LANG": "de_DE.UTF-8@euro"],
    ["LC_ALL": "en_GB.UTF-8", "LANG": "en_GB.ISO-8859-1"],
    ["LC_CTYPE": "en_GB.UTF-8", "LANG": "en_GB.ISO-8859-1"],
  ])
  func sayNothing(environment: [String: String]) {
    #expect(TerminalCharset.warning(in: environment) == nil)
  }

  @Test(arguments: [
    (["LANG": "en_GB.ISO-8859-1"], "ISO-8859-1", "LANG=en_GB.UTF-8"),
    (["LANG": "de_DE@euro"], "ISO-8859-15", "LANG=de_DE.UTF-8"),
    (["LANG": "de_DE.ISO-8859-15@euro"], "ISO-8859-15", "LANG=de_DE.UTF-8"),
    (["LC_ALL": "", "LANG": "cy_GB.ISO8859-14"], "ISO8859-14", "LANG=cy_GB.UTF-8"),
    (["LC_CTYPE": "fr_FR.CP1252", "LANG": "fr_FR.UTF-8"], "CP1252", "LC_CTYPE=fr_FR.UTF-8"),
    (["LC_ALL": "ru_RU.KOI8-R", "LANG": "ru_RU.UTF-8"], "KOI8-R", "LC_ALL=ru_RU.UTF-8"),
  ])
  func sayWhatToDo(environment: [String: String], charset: String, remedy: String) throws {
    let warning = try #require(TerminalCharset.warning(in: environment))
    #expect(warning.contains(" \(charset) ") && warning.contains(remedy), "\(warning)")
  }

  /// Only somebody who can type is told, and what is printed stays as it is.
  @Test(arguments: [true, false])
  func theCommandsSayIt(isInteractive: Bool) throws {
    let (data, talk) = (CapturedSink(), CapturedSink())
    let moment = Moment(utcMilliseconds: 1, offset: 0, zone: "UTC")
    let context = Context(
      terminal: Terminal(
        input: isInteractive ? ScriptedInput(lines: []) : nil, data: data, talk: talk,
        width: { 200 }),
      environment: ["HOME": "/nonexistent", "LANG": "en_GB.ISO-8859-1"],
      clock: Clock { moment }, programPacks: ProgramPacks(in: nil), memory: [], readInput: { [] })
    #expect(Program.run(["help-now"], in: context) == 0)
    #expect(talk.text.contains("LANG=en_GB.UTF-8") == isInteractive, "\(talk.text)")
    #expect(!data.text.contains("ISO"))
  }
}
