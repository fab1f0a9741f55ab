import AlongsideCLI
import AlongsideRuntime
import Console
import Foundation
import Practice
import TestSupport
import Vault

/// The built program, and a home with a journal that opens quickly.
struct ProgramHome {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path
  /// The debug build that stands beside the tests.
  static let program = "\(root)/.build/debug/alongside"
  static let words = "gentle river walk today"

  let scratch: Scratch
  let place: JournalPlace

  init(words: [UInt8] = Array(Self.words.utf8)) throws {
    scratch = try Scratch()
    place = JournalPlace(
      home: scratch.file(".local/share/alongside"), name: "journal",
      state: scratch.file(".local/state"))
    try NewJournal.make(
      at: place, passphrase: Words.passphrase(words), recovery: nil, now: 0,
      logN: 10)
    chmod(try scratch.write(Array(Self.words.utf8), to: "pw"), 0o600)
  }

  /// What a shell needs to run the program in this home.
  var environment: [String: String] {
    [
      "HOME": scratch.path, "A": Self.program, "PACKS": "\(Self.root)/prompts/core",
      "XDG_DATA_HOME": "", "XDG_STATE_HOME": "", "ALONGSIDE_HOME": "", "ALONGSIDE_JOURNAL": "",
    ]
  }

  /// Runs a shell line in which `$A` is the program.
  func shell(_ line: String) async throws -> Tool.Result {
    try await Tool.run("bash", ["-c", line], environment: environment)
  }

  /// Every entry in the journal, opened in this process.
  func entries() throws -> [Entry] {
    let moment = Moment(utcMilliseconds: 1, offset: 0, zone: "UTC")
    let reader = try Reader(
      at: place, with: Words.unlocking(Array(Self.words.utf8)), clock: Clock { moment })
    return try reader.everything().found
  }

  /// Runs a command in this process, without a terminal, and returns what it printed and how it ended.
  ///
  /// - Parameter typed: what comes through a pipe.
  func run(
    _ words: [String], typed: String = "", packs: ProgramPacks = ProgramPacks(in: nil)
  ) -> (data: String, talk: String, code: Int32) {
    let (data, talk) = (CapturedSink(), CapturedSink())
    let moment = Moment(utcMilliseconds: 1_773_519_300_000, offset: 0, zone: "Europe/London")
    let context = Context(
      terminal: Terminal(input: nil, data: data, talk: talk), environment: ["HOME": scratch.path],
      clock: Clock { moment }, programPacks: packs, memory: ["/dev/shm"],
      readInput: { Array(typed.utf8) }, logN: 10)
    let code = Program.run(words, in: context)
    return (data.text, talk.text, code)
  }
}
