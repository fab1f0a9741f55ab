import FoundationEssentials
import PackFormat
import Packs
import Practice
import Testing
import YAML

/// Session templates, locales and tests are read as they stand.
@Suite struct SessionTests {
  private func read() throws -> Prompt {
    let result = PackFile.prompt(
      Array(Sample.session.utf8), file: "s", kind: .session, pack: "core", revision: 3)
    #expect(result.findings == [])
    return try #require(result.content)
  }

  @Test func aSessionIsReadWhole() throws {
    let session = try read()
    #expect(session.fullID == "core/fortnightly" && session.revision == 3)
    #expect(session.meeting?.kind == .coReflection)
    #expect(session.minutes == 50 && session.tags == ["week"])
    #expect(
      session.meeting?.parties == [
        .init(id: "worker", label: "worker"), .init(id: "supporter", label: "Your supporter"),
        .init(id: "guest-2", label: "Guest"), .init(id: "chair", label: "chair"),
      ])
    #expect(session.steps.map(\.who) == [nil, "each", "worker", "worker", "either", "both"])
    #expect(session.steps.map(\.keep) == [nil, .private, nil, nil, nil, .agreed])
    #expect(session.steps.last?.carry == "next-session")
  }

  @Test func conditionsKeepTheParty() throws {
    let when = try #require(try read().steps.first { $0.id == "more" }?.when)
    #expect(
      when
        == .any([
          .answered(step: "worker.energy", .atMost(3)),
          .answered(step: "hard", .equals(.words("yes"))), .skipped(step: "supporter.energy"),
        ]))
    #expect(StepName("worker.energy") == StepName(party: "worker", step: "energy"))
    #expect(StepName("energy") == StepName(step: "energy"))
    #expect(StepName(party: "worker", step: "energy").description == "worker.energy")
  }

  @Test func partiesMayBeAList() throws {
    let text = Sample.session.replacing(
      "{worker: {}, supporter: {label: Your supporter}, guest-2: Guest, chair: }",
      with: "[Worker, {id: supporter}, {id: guest-2, label: A guest}]")
    let result = PackFile.prompt(Array(text.utf8), file: "s", kind: .session)
    #expect(result.findings == [])
    #expect(
      result.content?.meeting?.parties == [
        .init(id: "worker", label: "Worker"), .init(id: "supporter", label: "supporter"),
        .init(id: "guest-2", label: "A guest"),
      ])
  }

  /// Who has more power, and how many take a place: kept, written again, and hashed only if said.
  @Test func partiesSayMoreOfThemselves() throws {
    let text = Sample.session.replacing(
      "guest-2: Guest, chair: }",
      with: "guest-2: {label: Guests, up_to: 8}, chair: {power: more}}")
    let session = try #require(
      PackFile.prompt(Array(text.utf8), file: "s", kind: .session).content)
    let meeting = try #require(session.meeting)
    #expect(meeting.parties.map(\.upTo) == [1, 1, 8, 1])
    #expect(meeting.parties.map(\.hasMorePower) == [false, false, false, true])
    let again = PackFile.prompt(
      Array(PromptYAML.text(of: session).utf8), file: "s", kind: .session)
    #expect(again.content?.meeting == meeting)
    let plain = try CanonicalJSON.bytes(of: read())
    #expect(!String(decoding: plain, as: UTF8.self).contains("up_to"))
    #expect(CanonicalJSON.bytes(of: session) != plain)
  }

  @Test(arguments: ["{power: less}", "{up_to: 0}", "{up_to: 10}", "{up_to: many}", "{power: }"])
  func otherThingsOfParties(party: String) {
    let text = Sample.session.replacing("chair: }", with: "chair: \(party)}")
    let result = PackFile.prompt(Array(text.utf8), file: "s", kind: .session)
    #expect(result.content == nil && result.findings.map(\.line) == [9])
  }

  @Test func everyKeyOfASessionStandsInTheSample() {
    for key in FileKind.session.root.keyNames {
      #expect((Sample.session + Sample.asking).contains("\(key):"), "\(key)")
    }
  }

  @Test func aLocaleIsRead() throws {
    let result = PackFile.locale(Array(Sample.locale.utf8), file: "locales/cy.yaml")
    #expect(result.findings == [])
    let locale = try #require(result.content)
    #expect(locale.file == "locales/cy.yaml" && locale.locale == "cy" && locale.of == "core")
    #expect(locale.entries.map(\.text) == ["Craidd", "Popeth ar unwaith", "1", "dim"])
    #expect(locale.entries.map(\.sourceHash) == [nil, "0123456789abcdef", nil, nil])
    #expect(locale.entries.first?.path == "pack/name" && locale.entries.first?.mark.line == 5)
  }

  @Test func testsAreRead() throws {
    let result = PackFile.tests(Array(Sample.tests.utf8), file: "tests/whole.yaml")
    #expect(result.findings == [])
    let tests = try #require(result.content)
    #expect(tests.prompt == "whole" && tests.cases.map(\.name) == ["nothing at all", "a hard day"])
    #expect(tests.cases.map(\.shows) == [["story"], ["tender-one"]])
    #expect(tests.cases.map { $0.answers?.pairs?.count } == [0, 2])
  }

  /// `because` answers notes; it changes no question, so it changes no hash.
  @Test func becauseIsNoPartOfAPrompt() throws {
    let bare = Sample.prompt.replacing("\nbecause: It has one of each.", with: "")
      .replacing(", because: It is short.", with: "")
    #expect(!bare.contains("because"))
    let prompts = try [Sample.readPrompt(bare), Sample.readPrompt(Sample.prompt)]
    #expect(prompts[0] == prompts[1])
    #expect(CanonicalJSON.bytes(of: prompts[0]) == CanonicalJSON.bytes(of: prompts[1]))
  }

  /// What people copy from the page about packs reads without a finding.
  @Test func theReadmeShowsASoundSession() throws {
    let place = CorePackTests.path + "/../README.md"
    let lines = try String(contentsOfFile: place, encoding: .utf8).split(
      separator: "\n", omittingEmptySubsequences: false)
    let start = try #require(lines.firstIndex(of: "    schema: alongside.session/1"))
    let block = lines[start...].prefix { $0.hasPrefix("    ") }.map { $0.dropFirst(4) + "\n" }
    let result = PackFile.prompt(
      Array(block.joined().utf8), file: "README.md", kind: .session)
    #expect(result.findings == [] && result.content?.steps.count == 3)
  }

  @Test func wordsOfTheVocabularyMayStandInBraces() {
    let text = Sample.steps("  - {id: a, ask: \"What did the {peer} say to {team-2}?\"}\n")
    func codes(_ terms: Set<String>) -> [String] {
      PackFile.prompt(Array(text.utf8), file: "p", terms: terms).findings.map(\.code)
    }
    #expect(codes(["peer", "team-2"]) == [])
    #expect(codes(["peer"]) == ["placeholder"])
  }
}
