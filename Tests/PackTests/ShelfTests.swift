import PackFormat
import Packs
import Practice
import Testing

@Suite struct ShelfTests {
  private func pack(_ id: String, prompts: [String], values: [String]) -> Pack {
    let manifest = Manifest(id: id, version: "1.0.0", revision: 1, name: id, defaultLocale: "en")
    return Pack(
      manifest: manifest,
      prompts: prompts.map { Prompt(id: $0, pack: id, title: $0, steps: []) },
      values: values.map {
        ValuesFramework(id: $0, pack: id, title: $0, items: [Option(id: "of-\(id)", label: "x")])
      })
  }

  private var shelf: Shelf {
    Shelf([
      pack("core", prompts: ["daily-three", "week"], values: ["srn"]),
      pack("org.example.own", prompts: ["week", "night"], values: ["srn", "ours"]),
    ])
  }

  @Test func findsByFullAndBareName() throws {
    #expect(try shelf.prompt(named: "core/week").pack == "core")
    #expect(try shelf.prompt(named: "night").pack == "org.example.own")
    #expect(shelf.prompts.map(\.fullID).first == "core/daily-three")
  }

  @Test func unknownNamesTheNearest() {
    let bare = #expect(throws: ShelfProblem.self) { try shelf.prompt(named: "dialy-three") }
    #expect(bare?.kind == .unknown && bare?.candidates == ["daily-three"])
    let full = #expect(throws: ShelfProblem.self) { try shelf.prompt(named: "core/weeek") }
    #expect(full?.hint == "Did you mean core/week?")
  }

  @Test func ambiguousNamesBoth() {
    let problem = #expect(throws: ShelfProblem.self) { try shelf.prompt(named: "week") }
    #expect(problem?.kind == .ambiguous)
    #expect(problem?.candidates == ["core/week", "org.example.own/week"])
  }

  @Test func bareValuesAreThoseOfTheSamePack() throws {
    #expect(try shelf.values(named: "srn", from: "core").pack == "core")
    #expect(try shelf.values(named: "srn", from: "org.example.own").pack == "org.example.own")
    #expect(try shelf.values(named: "core/srn", from: "org.example.own").pack == "core")
    #expect(try shelf.values(named: "ours", from: nil).pack == "org.example.own")
    #expect(throws: ShelfProblem.self) { try shelf.values(named: "ours", from: "core") }
    #expect(throws: ShelfProblem.self) { try shelf.values(named: "srn", from: nil) }
  }

  @Test func setsAreKeyedAsThePromptWritesThem() throws {
    var prompt = Prompt(id: "p", pack: "org.example.own", title: "P", steps: [])
    for (id, name) in [("a", "srn"), ("b", "core/srn"), ("c", "srn")] {
      prompt.steps.append(
        Step(id: id, words: .ask("?"), repeats: Repeat(items: .values(name))))
    }
    let sets = try shelf.resolveSets(for: prompt)
    #expect(
      sets.mapValues { $0.map(\.id) } == ["srn": ["of-org.example.own"], "core/srn": ["of-core"]])
  }

  @Test func aMissingSetIsNamed() {
    let repeats = Repeat(items: .values("core/srm"))
    let prompt = Prompt(
      id: "p", title: "P", steps: [Step(id: "a", words: .ask("?"), repeats: repeats)])
    let problem = #expect(throws: ShelfProblem.self) { try shelf.resolveSets(for: prompt) }
    #expect(
      problem?.description == #"There is no values framework "core/srm". Did you mean core/srn?"#)
  }
}
