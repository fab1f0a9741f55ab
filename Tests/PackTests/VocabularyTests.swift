import PackFormat
import Packs
import Practice
import Testing

@Suite struct VocabularyTests {
  private let prompt = """
    schema: alongside.prompt/1
    id: words
    title: With a {peer}
    steps:
      - {id: a, ask: "Where was {item} with your {peer}?", for_each: {given: [Hope]}, help: "A {peer-two}."}
      - {id: b, ask: "What did your {peer} say?", type: choice, options: [{id: x, label: "My {peer}"}]}
    """

  private func core(_ words: String = "{peer: peer, peer-two: second peer}") throws -> Pack {
    try ComposedPacks.pack("core", "vocabulary: \(words)\n", ["prompts/words.yaml": prompt])
  }

  private func member(_ id: String, _ word: String, own: Bool = false) throws -> Composition.Member
  {
    .init(
      try ComposedPacks.pack(id, "vocabulary: {peer: \(word)}\n"),
      standing: own ? .own : .installed)
  }

  @Test func termsAreFilledInEverywhere() throws {
    let both = Composition([.init(try core())])
    let prompt = try both.shelf.prompt(named: "words")
    #expect(prompt.title == "With a peer")
    #expect(prompt.steps[0].text == "Where was {item} with your peer?")
    #expect(prompt.steps[0].help == "A second peer.")
    #expect(prompt.steps[1].type == .choice([Option(id: "x", label: "My peer")]))
    #expect(both.said == [])
  }

  @Test func anotherPackSetsTheWordForAll() throws {
    let both = Composition([.init(try core()), try member("org.a", "companion")])
    #expect(try both.step("b", of: "words").text == "What did your companion say?")
    #expect(both.said == [])
  }

  @Test func twoPacksDisagreeAndTheFirstStands() throws {
    let both = Composition([
      .init(try core()), try member("org.a", "companion"), try member("org.b", "fellow"),
    ])
    #expect(both.said == ["9 two-words"])
    #expect(both.findings[0].message.contains("org.a (org.a/pack.yaml:9)"))
    #expect(try both.step("b", of: "words").text == "What did your companion say?")
    let same = Composition([
      .init(try core()), try member("org.a", "fellow"), try member("org.b", "fellow"),
    ])
    #expect(same.said == [])
  }

  @Test func thePersonsOwnWordWins() throws {
    let both = Composition([
      .init(try core()), try member("org.a", "companion"), try member("own", "friend", own: true),
    ])
    #expect(both.said == [])
    #expect(try both.step("b", of: "words").text == "What did your friend say?")
  }

  @Test func aPackThatIsOffKeepsItsOwnWords() throws {
    var switches = Switches()
    switches.turnOff("org.a")
    let theirs = try ComposedPacks.pack(
      "org.a", "vocabulary: {peer: companion, peer-two: other}\n", ["prompts/words.yaml": prompt])
    let both = Composition(
      [.init(try core("{peer: peer, peer-two: second}")), .init(theirs)], switches: switches)
    #expect(try both.step("b", of: "core/words").text == "What did your peer say?")
    #expect(try both.step("b", of: "org.a/words").text == "What did your peer say?")
  }

  private func other() throws -> Composition.Member {
    .init(try ComposedPacks.pack("org.b", "vocabulary: {ward: ward}\n"))
  }

  @Test func noRawTermIsEverShown() throws {
    let theirs = try ComposedPacks.pack(
      "org.a", "", ["prompts/words.yaml": prompt], terms: ["peer", "peer-two"])
    let both = Composition([.init(theirs), try other()])
    #expect(try both.step("a", of: "words").help == "A peer two.")
    #expect(try both.step("a", of: "words").text == "Where was {item} with your peer?")
  }

  @Test func rewordedQuestionsKeepTheirOriginalFilledIn() throws {
    let ours = try ComposedPacks.override("b/ask: 'Heard from your {peer}?'", of: "core/words")
    let both = Composition([.init(try core()), .init(ours), try member("org.a", "companion")])
    #expect(both.said == [])
    #expect(try both.step("b", of: "words").text == "Heard from your companion?")
    #expect(try both.step("b", of: "words").original == "What did your companion say?")
    let explanation = try #require(both.explanation(of: both.shelf.prompt(named: "words")))
    let field = explanation.fields.first { $0.name == "b/ask" }
    #expect(field?.value == "Heard from your companion?")
    #expect(field?.original == "What did your companion say?")
  }

  @Test func partiesOfASessionStay() throws {
    let both = Composition([.init(try ComposedPacks.core("vocabulary: {two: a pair}\n"))])
    #expect(both.shelf.packs[0].sessions[0].steps[2].text == "What would you ask {two}?")
  }
}
