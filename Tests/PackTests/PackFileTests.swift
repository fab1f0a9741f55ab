import PackFormat
import Packs
import Practice
import Testing

@Suite struct PackFileTests {
  @Test func everyKeyOfAPromptIsRead() throws {
    let prompt = try Sample.readPrompt(Sample.prompt, pack: "core")
    #expect(prompt.fullID == "core/whole" && prompt.minutes == 20)
    #expect(prompt.source?.licence == "CC-BY-SA-4.0" && prompt.tags == ["daily", "tired"])
    #expect(prompt.steps.count == 20)
    #expect(prompt.steps.first?.isSaid == true)
    let tender = try #require(prompt.steps.first { $0.id == "tender-one" })
    #expect(tender.isTender && tender.isSkippable && tender.keep == .private)
    #expect(tender.repeats?.items == .values("core/srn"))
    #expect(tender.repeats?.pick == .init(atLeast: 1, atMost: 3))
    #expect(tender.reveal == .together && tender.who == "each")
  }

  @Test func typesAreRead() throws {
    let prompt = try Sample.readPrompt(Sample.prompt)
    func type(_ id: String) -> StepType? { prompt.steps.first { $0.id == id }?.type }
    let hard = Option(id: "hard", label: "Hard", gloss: "Too much")
    #expect(type("mood") == .choice([Option(id: "easy", label: "Easy"), hard]))
    let helped = [
      Option(id: "a-walk", label: "A walk"), Option(id: "dont-know", label: "Don't know"),
    ]
    #expect(type("helped") == .choices(helped, atLeast: 1, atMost: 2))
    let also = [Option(id: "prefer-not", label: "prefer-not")]
    #expect(
      type("energy") == .scale(Scale(from: 0, to: 10, low: "Empty", high: "Full", also: also)))
    let labels = [1: "far", 2: "nearer", 3: "near"]
    #expect(type("near") == .scale(Scale(from: 1, to: 3, labels: labels)))
    let lots = [Option(id: "lots", label: "Lots")]
    #expect(type("count") == .number(atLeast: 0.5, atMost: 9, also: lots))
    let parts = [
      Field(id: "what", label: "what", kind: .text),
      Field(id: "next-day", label: "By when", kind: .date),
    ]
    #expect(type("actions") == .list(parts))
  }

  @Test func defaultsAreRead() throws {
    let prompt = try Sample.readPrompt(Sample.prompt)
    func fallback(_ id: String) -> Step.Default? { prompt.steps.first { $0.id == id }?.fallback }
    #expect(fallback("word") == .last)
    #expect(fallback("helped") == .value(.ids(["a-walk"])))
    #expect(fallback("energy") == .value(.number(5)))
    #expect(fallback("more") == .value(.words("no")))
    #expect(fallback("day") == .value(.words("2026-11-22")))
  }

  @Test func conditionsAreRead() throws {
    let prompt = try Sample.readPrompt(Sample.prompt)
    let when = try #require(prompt.steps.first { $0.id == "tender-one" }?.when)
    #expect(
      when
        == .any([
          .answered(step: "mood", .equals(.words("hard"))),
          .answered(step: "mood", .oneOf([.words("easy"), .words("hard")])),
          .answered(step: "energy", .atMost(3)),
          .answered(step: "energy", .equals(.words("prefer-not"))),
          .answered(step: "helped", .includes("a-walk")),
          .answered(step: "actions", .includes("next-day")),
          .answered(step: "grid", .includes("morning")),
          .all([
            .answered(step: "story", .given), .skipped(step: "word"),
            .answered(step: "more", .differs(.words("yes"))),
          ]),
          .not(.answered(step: "count", .atLeast(2))),
        ]))
  }

  @Test func everyKeyOfAPromptStandsInTheSample() {
    for key in FileKind.prompt.root.keyNames {
      #expect((Sample.prompt + Sample.asking).contains("\(key):"), "\(key)")
    }
  }

  @Test func valuesAndSignpostsAreRead() throws {
    let values = try Sample.readValues(Sample.values, pack: "core")
    #expect(
      values.fullID == "core/srn" && values.items.map(\.id) == ["hope", "choice", "equality"])
    let result = PackFile.signposts(Array(Sample.signposts.utf8), file: "s", pack: "core")
    #expect(result.findings == [])
    #expect(result.content?.items.map(\.audience) == [[.me, .speakingUp], [.safeguarding]])
    #expect(result.content?.items.first?.verifiedBy == nil)
  }

  @Test func theManifestIsKept() throws {
    let result = PackFile.manifest(Array(Sample.manifest.utf8), file: "pack.yaml")
    let manifest = try #require(result.content)
    #expect(result.findings == [])
    #expect(manifest.id == "core" && manifest.revision == 3 && manifest.licence == "CC-BY-SA-4.0")
    #expect(
      manifest.hides.first?.item == "base/y" && manifest.overrides.first?.because == "Our words")
    #expect(manifest.review?.next == Day("2027-10-01") && manifest.expires == Day("2027-12-31"))
    #expect(manifest.attribution == ["Those who taught us"])
  }

  @Test func aPromptWithErrorsIsNotHandedOn() {
    let result = PackFile.prompt(Array("schema: alongside.prompt/1\n".utf8), file: "p")
    #expect(result.content == nil && result.findings.hasErrors)
  }

  @Test func warningsDoNotStop() {
    let text = Sample.steps("  - {id: a, ask: Why?, minutes: 9}\n") + "minutes: 5\n"
    let result = PackFile.prompt(Array(text.utf8), file: "p")
    #expect(result.content != nil && result.findings.map(\.severity) == [.warning])
  }

  @Test func findingsComeInTheOrderOfTheFile() {
    let text = Sample.steps("  - {id: A, ask: Why?}\n  - {id: a, hlep: x}\n") + "minuts: 5\n"
    let lines = PackFile.prompt(Array(text.utf8), file: "p").findings.map(\.line)
    #expect(lines == lines.sorted() && lines.count == 4)
  }
}
