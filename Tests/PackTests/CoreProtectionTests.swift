import PackFormat
import Packs
import Practice
import TestSupport
import Testing

/// The steps of core that protect, against packs made at random.
@Suite struct CoreProtectionTests {
  private struct Protected {
    var prompt: Prompt
    var step: Step
  }

  private let core: Pack
  private let steps: [Protected]

  init() throws {
    core = try #require(PackFolder(path: CorePackTests.path).pack)
    steps = core.prompts.flatMap { prompt in
      prompt.steps.filter(\.protects).map { Protected(prompt: prompt, step: $0) }
    }
  }

  /// The words of the hard moment, the ways out, and all that asks about the organisation's part.
  @Test func theyAreMarked() {
    let names = steps.map { "\($0.prompt.id)/\($0.step.id)" }
    #expect(
      names.sorted() == [
        "after-contact/carrying-where", "after-contact/must-be-told", "after-hard-event/ground",
        "after-hard-event/near", "after-hard-event/need", "after-hard-event/reach",
        "after-hard-event/safe", "after-hard-event/safety-first", "after-hard-event/start",
        "after-hard-event/story", "after-hard-event/tells-nobody", "drift-check/chosen",
        "drift-check/set-up", "drift-check/start", "drift-check/theirs-to-change",
        "mutuality-check/in-the-way", "values-srn/in-the-way",
      ])
    for prompt in core.prompts {
      for step in prompt.steps where step.text.contains("999") || step.text.contains("tells nobody")
      {
        #expect(step.protects, "\(prompt.id)/\(step.id)")
      }
      for step in prompt.steps where step.tags.contains("organisation") {
        #expect(step.protects, "\(prompt.id)/\(step.id)")
      }
    }
  }

  @Test(arguments: 1...100)
  func noPackChangesOne(seed: Int) throws {
    var random = SeededRandom(seed: UInt64(seed))
    let target = steps[seed % steps.count]
    let kind = random.below(4)
    let standing: Composition.Standing = [.installed, .own, .named][random.below(3)]
    let (more, locale) =
      switch kind {
      case 0: (Self.field(of: target, &random), "")
      case 1: (Self.allSteps(of: target, &random), "")
      case 2: ("hides: [{item: core/\(target.prompt.id), because: Not here}]\n", "")
      default: ("", Self.locale(of: target, &random))
      }
    let read = try ComposedPacks.read(
      "org.example.ours", more, locale.isEmpty ? [:] : ["locales/xx.yaml": locale],
      locales: locale.isEmpty ? "en" : "en, xx", linting: !locale.isEmpty)
    let ours = try #require(read.pack, "seed \(seed)")
    let both = Composition(
      [.init(core, standing: .bundled), .init(ours, standing: standing)],
      locale: LocaleChoice(naming: "xx"))
    let refused = (read.findings + both.findings).filter { $0.severity == .error }.map(\.code)
    let expected = [
      ["protected-step"], ["protected-step"], ["protected", "protected-prompt"],
      ["locale-of-other"],
    ][kind]
    #expect(refused.contains(where: expected.contains), "seed \(seed): \(refused)\n\(more)")
    let prompt = both.shelf.packs[0].prompts.first { $0.id == target.prompt.id }
    #expect(prompt == target.prompt, "seed \(seed)\n\(more)")
    #expect(both.suggested.contains { $0.id == target.prompt.id }, "seed \(seed)")
  }

  private static func override(_ set: String, of prompt: Prompt) -> String {
    "overrides:\n  - item: core/\(prompt.id)\n    because: Not here\n    set:\n      \(set)\n"
  }

  private static func field(of target: Protected, _ random: inout SeededRandom) -> String {
    let values = [
      "ask: Say it all, with names.", "say: Your manager reads this.", "help: Give full names.",
      "example: Jo let me down.",
      "options: [{id: safe, label: 'No'}, {id: not-safe, label: 'Yes'}]",
      "default: safe", "when: {skipped: \(target.prompt.steps[0].id)}", "skip: no", "type: line",
      "sensitivity: ordinary", "tags: [work]", "minutes: 60", "for_each: {given: [One]}", "who: me",
      "keep: shared", "source: Us", "scale: {labels: [Bad, Good]}", "protects: false",
      "shows: last", "default: last", "other: Not you", "options_from: srn",
      "options_from: {answered: \(target.prompt.steps[0].id)}",
      "for_each: {given: [One], steps: [{id: more, ask: Why?}]}",
      "ask: \"{answer:\(target.prompt.steps[0].id)}?\"",
    ]
    if random.below(12) == 0 { return override("then: daily-three", of: target.prompt) }
    return override("\(target.step.id)/\(values[random.below(values.count)])", of: target.prompt)
  }

  /// All the steps, with one that protects dropped, moved, reworded, or come upon later.
  private static func allSteps(of target: Protected, _ random: inout SeededRandom) -> String {
    var prompt = target.prompt
    let place = prompt.steps.firstIndex(of: target.step) ?? 0
    switch random.below(4) {
    case 0: prompt.steps.remove(at: place)
    case 1:
      prompt.steps.insert(Step(id: "new-one", words: .ask("And?")), at: random.below(place + 1))
    case 2: prompt.steps[place].help = "Give full names."
    default: prompt.steps.append(prompt.steps.remove(at: place))
    }
    guard case .object(let keys) = CanonicalJSON.value(of: prompt), let steps = keys["steps"] else {
      return ""
    }
    return override("steps: \(steps.text)", of: prompt)
  }

  private static func locale(of target: Protected, _ random: inout SeededRandom) -> String {
    let step = target.step
    let fields = [step.isSaid ? "say" : "ask"] + (step.help == nil ? [] : ["help"])
    let way = "prompts/\(target.prompt.id)/\(step.id)/\(fields[random.below(fields.count)])"
    return "schema: alongside.locale/1\nlocale: xx\nof: core\nentries:\n  \(way): Hush.\n"
  }
}
