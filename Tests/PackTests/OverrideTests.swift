import PackFormat
import Packs
import Practice
import Testing

@Suite struct OverrideTests {
  private func composed(
    _ set: String, of item: String = "core/evening", after others: [Pack] = []
  ) throws -> Composition {
    let ours = try ComposedPacks.override(set, of: item)
    return Composition(try ([ComposedPacks.core()] + others + [ours]).map { .init($0) })
  }

  @Test func wholeFieldsAreSet() throws {
    let both = try composed(
      """
      title: Tonight, minutes: 3, tags: [night], stayed/ask: What stays?, stayed/help: Anything.,
      stayed/example: A laugh, how/options: [Hard, {id: easy, label: Easy, gloss: It was light}],
      how/sensitivity: tender
      """)
    #expect(both.said == [])
    let prompt = try both.shelf.prompt(named: "core/evening")
    #expect(prompt.title == "Tonight" && prompt.minutes == 3 && prompt.tags == ["night"])
    #expect(prompt.revision == 1 && prompt.pack == "core")
    let step = try both.step("stayed")
    #expect(step.text == "What stays?" && step.help == "Anything." && step.example == "A laugh")
    #expect(step.original == "What stayed with you?")
    #expect(step.originals.map(\.field) == ["ask", "help"])
    #expect(step.originals.last?.text == "A word will do.")
    let how = try both.step("how")
    #expect(how.isTender && how.original == nil)
    #expect(
      how.type
        == .choice([
          Option(id: "hard", label: "Hard"),
          Option(id: "easy", label: "Easy", gloss: "It was light"),
        ]))
    #expect(try both.step("hard-one").when == .answered(step: "how", .equals(.words("hard"))))
  }

  @Test func theOriginalIsNoPartOfTheHashedWords() throws {
    let prompt = try composed("stayed/ask: What stays?").shelf.prompt(named: "evening")
    #expect(!CanonicalJSON.value(of: prompt).text.contains("What stayed with you?"))
    #expect(CanonicalJSON.value(of: prompt).text.contains("What stays?"))
  }

  @Test func stepsAndValuesAndSessionsAreSet() throws {
    let values = try composed("title: Ours, items: [Hope, Rest]", of: "core/three")
    #expect(values.shelf.values.first?.items.map(\.id) == ["hope", "rest"] && values.said == [])
    let session = try composed(
      "title: A walk, open/ask: What is with you?, mine/keep: private", of: "talk")
    #expect(session.said == [] && session.shelf.packs[0].sessions[0].title == "A walk")
    #expect(session.shelf.packs[0].sessions[0].steps[0].original == "What do you bring?")
    #expect(session.shelf.packs[0].sessions[0].revision == 1)
    let steps = try composed(
      "steps: [{id: a, ask: Really plain?}, {id: b, ask: More?, type: line}]", of: "core/plain")
    #expect(steps.said == [])
    #expect(try steps.step("a", of: "plain").original == "Plain?")
    #expect(try steps.step("b", of: "plain").original == nil)
  }

  @Test(arguments: [
    ("stayed/ask: ''", "12 empty-value"),
    ("stayed/type: chioce", "12 unknown-word"),
    ("stayed/type: choice", "12 missing-key"),
    ("how/options: [Easy]", "12 unknown-option"),
    ("hard-one/when: {answered: nothing}", "12 unknown-step"),
    ("each/for_each: {list: four}", "12 unknown-list"),
    ("title: [a]", "12 wrong-type"),
    ("stayed/skip: no", "12 skip-no"),
    ("stayed/ask: 'And {thing}?'", "12 placeholder"),
    ("stayed/say: Said.", "12 ask-or-say"),
    ("stayed/id: other", "12 kept-id"),
    ("id: other", "12 kept-id"),
    ("colour: red", "12 unknown-field"),
    ("stayd/ask: Q", "12 unknown-field"),
    ("stayed/aks: Q", "12 unknown-field"),
    ("schema: x", "12 unknown-field"),
  ])
  func aBrokenOneCostsOnlyItself(set: String, code: String) throws {
    let both = try composed(set)
    #expect(Array(Set(both.said)) == [code])
    #expect(both.findings.allSatisfy { $0.file == "org.example.ours/pack.yaml" })
    #expect(try both.shelf.prompt(named: "evening") == ComposedPacks.core().prompts[0])
  }

  @Test func theNearestIsNamed() throws {
    #expect(try composed("stayd/ask: Q").findings[0].hint == "Did you mean \"stayed/ask\"?")
    #expect(
      try composed("title: Q", of: "core/evenign").findings[0].hint
        == "Did you mean \"core/evening\"?")
    #expect(try composed("title: Q", of: "evenign").findings[0].hint == "Did you mean \"evening\"?")
    #expect(try composed("title: Q", of: "core/evenign").said == ["10 unknown-target"])
  }

  @Test func aPackThatIsNotHereIsNoError() throws {
    let both = try composed("title: Q", of: "org.other/evening")
    #expect(both.findings.map(\.severity) == [.warning] && both.said == ["10 unknown-target"])
  }

  @Test func signpostsAndOwnItemsAreNotTouched() throws {
    #expect(try composed("title: Q", of: "core/uk").said == ["10 protected"])
    let ours = try ComposedPacks.pack(
      "org.example.ours",
      "overrides: [{item: org.example.ours/short, set: {title: T}, because: B}]",
      ["prompts/short.yaml": Sample.steps("  - {id: a, ask: Q}\n")])
    #expect(Composition([.init(ours)]).said == ["9 own-item"])
  }

  @Test func twoPacksMaySetDifferentFields() throws {
    let other = try ComposedPacks.override("stayed/help: Theirs", id: "org.other")
    let both = try composed("stayed/ask: Ours?", after: [other])
    #expect(both.said == [])
    #expect(try both.step("stayed").help == "Theirs" && both.step("stayed").text == "Ours?")
  }

  @Test(arguments: [
    ("stayed/ask: A", "stayed/ask: B, title: New"), ("how/ask: A", "steps: [{id: x, ask: Y}]"),
  ])
  func ofTwoThatSetOneFieldTheFirstStands(first: String, second: String) throws {
    let other = try ComposedPacks.override(first, id: "org.other")
    let both = try composed(second, after: [other])
    #expect(both.said == ["12 two-overrides"])
    let message = both.findings[0].message
    #expect(message.contains("org.other (org.other/pack.yaml:12)"))
    #expect(message.contains("org.example.ours") && message.contains("core/evening"))
    #expect(try both.step(first.hasPrefix("how") ? "how" : "stayed").text == "A")
    if second.contains("title") {
      #expect(try both.shelf.prompt(named: "evening").title == "New")
    }
  }

  @Test func onePackThatSetsAFieldTwiceIsToldItsLines() throws {
    let text = """
      overrides:
        - {item: core/evening, set: {title: A}, because: B}
        - {item: core/evening, set: {title: C}, because: D}
      """
    let ours = try ComposedPacks.pack("org.example.ours", text, [:])
    let both = Composition(try [.init(ComposedPacks.core()), .init(ours)])
    let message = try #require(both.findings.first?.message)
    #expect(both.findings.map(\.code) == ["two-overrides"])
    #expect(message == "\"title\" of core/evening is set in line 10 already.")
  }

  /// A reason that is missing is one mistake, and hides no other.
  @Test func changesWithoutReasonsAreLookedAtToo() throws {
    let core = try ComposedPacks.core()
    var ours = try ComposedPacks.override("titel: B")
    ours.manifest.overrides[0].because = ""
    #expect(Composition([.init(core), .init(ours)]).said == [])
    #expect(Composition.conflicts(of: ours, with: [core]).map(\.code) == ["unknown-field"])
    var hiding = try ComposedPacks.pack(
      "org.example.ours", "hides: [{item: core/uk, because: B}]", [:])
    hiding.manifest.hides[0].because = ""
    #expect(Composition.conflicts(of: hiding, with: [core]).map(\.code) == ["protected"])
  }

  /// Whichever of three comes first: two that set one field of a third are not both taken.
  @Test func twoThatSetOneFieldOfAPackThatIsNotHereYet() throws {
    let one = try ComposedPacks.override("title: A", of: "org.late/p", id: "org.one")
    let two = try ComposedPacks.override("title: B", of: "org.late/p", id: "org.two")
    let found = Composition.conflicts(of: two, with: [one]).filter { $0.severity == .error }
    #expect(found.map(\.code) == ["two-overrides"])
    #expect(found.first?.message.contains("org.one (pack.yaml:12)") == true)
    let other = try ComposedPacks.override("minutes: 4", of: "org.late/p", id: "org.two")
    #expect(!Composition.conflicts(of: other, with: [one]).hasErrors)
  }

  @Test func valuesOfOtherPacksHaveToBeThere() throws {
    let core = try ComposedPacks.core()
    let steps = "  - {id: a, ask: \"And {item}?\", for_each: {list: core/thre}}\n"
    let ours = try ComposedPacks.pack(
      "org.example.ours", "", ["prompts/short.yaml": Sample.steps(steps)])
    let found = try #require(Composition.conflicts(of: ours, with: [core]).first)
    #expect(found.code == "unknown-list" && found.file == "prompts/short.yaml")
    #expect(found.hint == "Did you mean \"core/three\"?" && found.severity == .error)
    #expect(Composition.conflicts(of: ours, with: []).map(\.severity) == [.warning])
  }

  @Test(arguments: [("^2.0", "needs-newer error"), ("^1.0", ""), (">=0.5 <2.0", "")])
  func whatAPackBuildsOnHasToFit(range: String, said: String) throws {
    let ours = try ComposedPacks.pack(
      "org.example.ours", "extends: [{pack: core, version: \"\(range)\"}]", [:])
    let found = Composition.conflicts(of: ours, with: [try ComposedPacks.core()])
    #expect(found.map { "\($0.code) \($0.severity.rawValue)" } == (said.isEmpty ? [] : [said]))
  }

  @Test func conflictsAreSaidOfTheNewPack() throws {
    let core = try ComposedPacks.core()
    let other = try ComposedPacks.override("title: A", id: "org.other")
    let ours = try ComposedPacks.override("title: B, stayed/skip: no")
    let codes = Composition.conflicts(of: ours, with: [core, other]).map(\.code)
    #expect(codes == ["two-overrides", "skip-no"])
    #expect(Composition.conflicts(of: other, with: [core, other]) == [])
    #expect(Composition.conflicts(of: ours, with: [core]).map(\.file) == ["pack.yaml"])
  }

  @Test func thePersonsOwnHasTheLastWord() throws {
    let core = try ComposedPacks.core()
    let theirs = try ComposedPacks.override("title: Theirs", id: "org.other")
    let own = try ComposedPacks.override("title: Mine", id: "own")
    let both = Composition([.init(core), .init(theirs), .init(own, standing: .own)])
    #expect(both.said == [])
    #expect(try both.shelf.prompt(named: "evening").title == "Mine")
  }

  @Test func nobodyChangesThePersonsOwn() throws {
    let own = try ComposedPacks.pack(
      "own", "", ["prompts/short.yaml": Sample.steps("  - {id: a, ask: Q}\n")])
    let theirs = try ComposedPacks.pack(
      "org.other",
      """
      overrides: [{item: own/short, set: {title: T}, because: B}]
      hides: [{item: own/short, because: B}]
      """)
    let both = Composition([.init(theirs), .init(own, standing: .own)])
    #expect(both.said == ["9 protected", "10 protected"] && both.leftOut == [:])
    #expect(try both.shelf.prompt(named: "short").title == "Short")
  }

  @Test func aPackThatIsOffHasNoSay() throws {
    let core = try ComposedPacks.core()
    let ours = try ComposedPacks.override("title: B")
    var switches = Switches()
    switches.turnOff("org.example.ours")
    let both = Composition([.init(core), .init(ours)], switches: switches)
    #expect(try both.shelf.prompt(named: "evening").title == "This evening")
  }

  @Test func whereEachFieldCameFrom() throws {
    let both = try composed("stayed/ask: What stays?, title: Tonight")
    let explanation = try #require(both.explanation(of: both.shelf.prompt(named: "evening")))
    let field = try #require(explanation.fields.first { $0.name == "stayed/ask" })
    #expect(field.pack == "org.example.ours" && field.file == "pack.yaml" && field.line == 12)
    #expect(field.because == "Our words" && field.original == "What stayed with you?")
    let help = try #require(explanation.fields.first { $0.name == "stayed/help" })
    #expect(help.pack == "core" && help.file == "prompts/evening.yaml" && help.line == 7)
    #expect(help.because == nil && help.original == nil)
    #expect(explanation.fields.first { $0.name == "title" }?.value == "Tonight")
    #expect(explanation.fields.contains { $0.name == "set-up/tags" })
  }
}
