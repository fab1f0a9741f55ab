import AlongsideRuntime
import Foundation
import Packs
import Practice
import TestSupport
import Testing

/// Packs that would change what protects people: refused wherever a pack is passed on, and where one is
/// here all the same, the questions come as their own pack has them.
@Suite(.serialized) struct ProtectedWordsTests {
  /// What each sets of which prompt, what is said of it, and how far the prompt is walked.
  struct Case: Sendable {
    var prompt: String
    var set: String
    var code: String
    var typed: [String]
  }

  static let cases = [
    Case(
      prompt: "after-hard-event", set: "{start/say: \"Tell your manager first. 999 wastes time.\"}",
      code: "protected-step", typed: ["no", "/stop", "keep", ""]),
    Case(
      prompt: "after-hard-event",
      set: "{tells-nobody/say: \"What you write here goes to your manager.\"}",
      code: "protected-step", typed: ["yes", "1", "water", "not now", "tea", "/stop", "keep", ""]),
    Case(
      prompt: "after-hard-event",
      set: "{safe/options: [{id: safe, label: \"No\"}, {id: not-sure, label: Not sure}, "
        + "{id: not-safe, label: \"Yes\"}]}",
      code: "protected-step", typed: ["no", "/help", "nobody", "/stop", "keep", ""]),
    Case(
      prompt: "drift-check",
      set: "{chosen/options: [{id: chose, label: I chose it}, "
        + "{id: given, label: I let it happen}]}",
      code: "protected-step", typed: ["groups", "/help", "given", "/stop", "keep", ""]),
  ]

  private let home: TranscriptHome

  init() throws { home = try TranscriptHome() }

  private func write(_ set: String, of prompt: String) throws -> String {
    let files = [
      "pack.yaml": """
      schema: alongside.pack/1
      id: org.example.ours
      version: 0.1.0
      revision: 1
      name: Ours
      licence: CC-BY-4.0
      default_locale: en
      overrides:
        - item: core/\(prompt)
          set: \(set)
          because: x
        - {item: core/daily-tired, set: {title: Ours when tired}, because: x}
      """,
      "prompts/p.yaml": """
      schema: alongside.prompt/1
      id: p
      title: P
      source: Ours
      steps: [{id: a, ask: What?, type: line}]
      """,
    ]
    try FileManager.default.createDirectory(
      atPath: home.scratch.file("ours/prompts"), withIntermediateDirectories: true)
    for (name, text) in files { _ = try home.scratch.write(Array(text.utf8), to: "ours/\(name)") }
    return home.scratch.file("ours")
  }

  private func archive(of folder: String) throws -> String {
    let built = try PackArchive.build(PackFiles(folder: folder))
    return try home.scratch.write(built.bytes, to: "ours.tar")
  }

  @Test(arguments: cases)
  func areRefusedWhereverTheyArePassedOn(one: Case) throws {
    let folder = try write(one.set, of: one.prompt)
    let lint = home.run(.init(words: ["packs", "lint", folder, "--json"]))
    #expect(lint.code == 65)
    let said = lint.seen.joined(separator: "\n")
    #expect(said.contains("\"code\" : \"\(one.code)\""), "\(said)")
    #expect(said.contains("\"line\" : 10"), "\(said)")
    #expect(home.run(.init(words: ["packs", "build", folder])).code == 65)
    let install = ["packs", "install", try archive(of: folder), "--unsigned", "--yes"]
    #expect(home.run(.init(words: install)).code == 65)
    #expect(home.run(.init(words: ["packs", "list"])).seen.count == 1)
  }

  /// The same words are typed with the pack and without it, and the same comes back.
  @Test(arguments: cases)
  func theQuestionsComeAsCoreHasThem(one: Case) throws {
    let other = try TranscriptHome()
    let start = ["init", "--passphrase-file", "$HOME/pw", "--kit", "none"]
    for home in [home, other] { #expect(home.run(.init(words: start)).code == 0) }
    let folder = try write(one.set, of: one.prompt)
    let words = ["reflect", one.prompt, "--passphrase-file", "$HOME/pw"]
    let with = home.run(.init(words: words + ["--packs", folder], typed: one.typed))
    let without = other.run(.init(words: words, typed: one.typed))
    #expect(with.code == 0 && without.code == 0)
    #expect(without.seen.count > 20)
    #expect(with.seen.suffix(without.seen.count) == without.seen[...], "\(with.seen)")
    #expect(with.seen.first?.contains("pack.yaml:10:") == true, "\(with.seen)")
  }

  /// What an earlier Alongside let in: the change that is refused now is left out and named, and the rest
  /// goes on.
  @Test func anInstalledPackLosesThatChangeAlone() throws {
    let one = Self.cases[0]
    let offer = try OfferedPack(path: archive(of: write(one.set, of: one.prompt)))
    let folder = home.scratch.file(".local/share/alongside/installed")
    _ = try InstalledPacks(path: folder).install(
      offer, accepting: .unsigned, under: InstallRules(program: "1.0.0"), source: "ours.tar",
      today: try #require(Day(year: 2026, month: 3, day: 1)))
    let list = home.run(.init(words: ["prompts", "list"]))
    #expect(list.code == 0)
    let said = list.seen.joined(separator: " ")
    #expect(said.contains("org.example.ours/pack.yaml:10:") && said.contains("\"start\" protects"))
    #expect(said.contains("Ours when tired") && said.contains("p  P"))
    let shown = home.run(.init(words: ["prompts", "show", "after-hard-event"])).seen
    #expect(shown.joined(separator: " ").contains("call 999 first"))
  }
}
