import PackFormat
import Packs
import Practice
import TestSupport
import Testing

/// Blocks, shared options, earlier answers and offers at the end, as packs have them.
@Suite struct AskingTests {
  private func prompt(_ steps: String, more: String = "") -> FileResult<Prompt> {
    PackFile.prompt(
      Array(Sample.steps(steps, id: "short", more: more).utf8), file: "prompts/short.yaml",
      pack: "core", linting: true)
  }

  private func found(_ steps: String, more: String = "") -> [String] {
    prompt(steps, more: more).findings.map { "\($0.line) \($0.code)" }
  }

  @Test func whatTheSampleSaysIsRead() throws {
    let prompt = try Sample.readPrompt(Sample.asking, pack: "core")
    #expect(
      prompt.steps.map(\.id) == ["chosen", "one", "value", "each", "where", "more-of-it"])
    #expect(
      prompt.then == [
        .item("asking"), .prompt("org.example.more/next"),
        .command(plugin: "org.example.plan", name: "plan"),
      ])
    let chosen = prompt.steps[0]
    #expect(chosen.showsLast && chosen.type.parts.other == "Something else")
    #expect(chosen.type.parts.options.map(\.isAlone) == [false, true])
    #expect(chosen.type.parts.options[0].then == [.signposts("uk")])
    #expect(prompt.steps[1].optionsFrom == .answered("chosen"))
    #expect(prompt.steps[2].optionsFrom == .values("core/srn"))
    #expect(prompt.steps.map(\.block) == [nil, nil, nil, nil, "each", "each"])
    #expect(prompt.steps[3].isLeader && prompt.steps[3].isSaid && !prompt.steps[4].isSaid)
    #expect(prompt.steps[4].repeats == Repeat(items: .values("core/srn")))
    #expect(prompt.steps[5].shownAnswers == [StepName("where")])
  }

  /// The canonical JSON with its schema first is the same prompt, block and all.
  @Test func theCanonicalFormReadsBackTheSame() throws {
    let prompt = try Sample.readPrompt(Sample.asking, pack: "core")
    guard case .object(let members) = CanonicalJSON.value(of: prompt) else {
      Issue.record("no object")
      return
    }
    let rest = members.filter { $0.key != "schema" }.sorted { $0.key < $1.key }
    let text =
      "schema: alongside.prompt/1\n"
      + rest.map { "\($0.key): \(String(decoding: $0.value.bytes, as: UTF8.self))\n" }.joined()
    #expect(try Sample.readPrompt(text, pack: "core") == prompt)
    guard case .array(let steps)? = members["steps"] else {
      Issue.record("no steps")
      return
    }
    let form = PackFile.steps(json: JSONValue.array(steps).bytes, file: "form")
    #expect(form.findings == [] && form.content == prompt.steps)
  }

  @Test(arguments: [
    ("  - {id: a, ask: Q, when: {answered: two.t}, who: one}\n", ["leak"]),
    ("  - {id: a, ask: \"{answer:two.t}\", who: one}\n", ["leak"]),
    ("  - {id: a, ask: \"{item}?\", for_each: {answered: two-list}, who: one}\n", ["leak"]),
    ("  - {id: a, ask: Q, type: choice, options_from: {answered: two-list}, who: one}\n", ["leak"]),
    ("  - {id: a, ask: Q, type: line, default: last, who: each, keep: private}\n", []),
    ("  - {id: a, ask: Q, type: line, shows: last, who: each, keep: private}\n", []),
    ("  - {id: a, ask: \"{answer:t}\", who: each, when: {answered: t}}\n", []),
    ("  - {id: a, ask: \"{answer:two.now}\", who: one, when: {answered: two.now}}\n", []),
    ("  - {id: a, ask: \"{answer:both}\", who: one, when: {answered: both}}\n", []),
  ])
  func nothingReachesAcrossParties(step: String, codes: [String]) {
    let text = """
      schema: alongside.session/1
      id: talk
      kind: supervision
      title: A talk
      source: Ours
      parties: {one: One, two: {label: Two, power: more}}
      steps:
        - {id: t, ask: Q, type: line, who: each, keep: private}
        - {id: now, ask: Q, type: line, who: each, reveal: now, keep: shared}
        - {id: both, ask: Q, type: line, who: both, keep: agreed}
        - {id: two-list, ask: Q, type: list, of: {what: line}, who: two, keep: private}

      """ + step
    let result = PackFile.prompt(
      Array(text.utf8), file: "t", kind: .session, pack: "core", linting: true)
    let serious = result.findings.filter { $0.severity == .error }
    #expect(serious.map(\.code) == codes, "\(result.findings)")
    #expect(serious.allSatisfy { $0.line == 12 })
  }

  @Test(arguments: [
    ("inside/ask: \"What of {item}, then?\"", [String]()),
    ("lead/for_each: {given: [One, Two], steps: [{id: inside, ask: \"{item}?\"}]}", ["weakens"]),
    ("tender/sensitivity: ordinary", ["weakens"]), ("tender/shows: last", ["weakens"]),
    ("tender/default: last", ["weakens"]), ("then: []", ["too-few"]),
    ("then: [{signposts: uk}, plain]", []), ("then: plain", ["weakens"]),
    ("value/options: [{id: hope, label: Despair}]", ["repeat-shape"]),
    ("own/options_from: three", ["repeat-shape"]),
    ("how/options: [{id: easy, label: Easy}, {id: hard, label: Hard}]", ["weakens"]),
    ("how/other: Else", []),
  ])
  func whatAnotherPackMayChange(set: String, codes: [String]) throws {
    let short = Sample.steps(
      """
        - id: lead
          ask: About each
          for_each:
            given: [One, Two]
            steps:
              - {id: inside, ask: "What of {item}?"}
              - {id: tender, ask: "And {item}?", sensitivity: tender}
        - {id: value, ask: Q, type: choice, options_from: three}
        - {id: own, ask: Q, type: choice, options: [{id: hope, label: None}]}
        - {id: how, ask: Q, type: choice, options: [Easy, {id: hard, label: Hard, then: {signposts: uk}}]}

      """, id: "short", more: "then: {signposts: uk}\n")
    let core = try ComposedPacks.pack(
      "core", "",
      [
        "prompts/short.yaml": short, "values/three.yaml": ComposedPacks.values,
        "signposts/uk.yaml": ComposedPacks.signposts,
        "prompts/plain.yaml": Sample.steps("  - {id: a, ask: Plain?}\n", id: "plain"),
      ])
    let ours = try ComposedPacks.override(set, of: "core/short")
    let both = Composition([.init(core), .init(ours)])
    #expect(both.findings.filter { $0.severity == .error }.map(\.code) == codes)
    if codes.isEmpty {
      #expect(both.shelf.packs[0] != core)
    } else {
      #expect(both.shelf.packs[0] == core)
    }
  }

  /// What an answer means is in its words, wherever they come from.
  @Test func sharedOptionsKeepTheMeaningToo() throws {
    let own = "  - {id: own, ask: Q, type: choice, options: [{id: hope, label: None}]}\n"
    let core = try ComposedPacks.pack(
      "core", "",
      ["prompts/short.yaml": Sample.steps(own), "values/three.yaml": ComposedPacks.values])
    let ours = try ComposedPacks.override(
      "steps: [{id: own, ask: Q, type: choice, options_from: three}]", of: "core/short")
    #expect(Composition([.init(core), .init(ours)]).findings.map(\.code) == ["moved-meaning"])
  }

  /// A protected prompt leads where its own pack leads, and nowhere else.
  @Test func whatComesAfterAProtectedStepStays() throws {
    let core = try ComposedPacks.pack(
      "core", "",
      [
        "prompts/short.yaml": Sample.steps(
          "  - {id: a, say: Safe words., protects: true}\n  - {id: b, ask: Q}\n", id: "short"),
        "prompts/plain.yaml": Sample.steps("  - {id: a, ask: Plain?}\n", id: "plain"),
      ])
    let ours = try ComposedPacks.override("then: plain", of: "core/short")
    #expect(Composition([.init(core), .init(ours)]).findings.map(\.code) == ["protected-step"])
  }

  @Test func aFrameworkKeepsTheMeaningOfItsValues() throws {
    let core = try ComposedPacks.core()
    for (set, codes) in [
      ("items: [{id: hope, label: Despair}]", ["moved-meaning"]),
      ("items: [{id: hope, label: Hope, gloss: In our words}, Rest]", []),
    ] {
      let ours = try ComposedPacks.override(set, of: "core/three")
      #expect(Composition([.init(core), .init(ours)]).findings.map(\.code) == codes)
    }
  }

  private func conflicts(_ then: String) throws -> [String] {
    let ours = try ComposedPacks.pack(
      "ours", "",
      ["prompts/short.yaml": Sample.steps("  - {id: a, ask: Q}\n", id: "short", more: then)])
    return Composition.conflicts(of: ours, with: [try ComposedPacks.core()])
      .map { "\($0.severity.rawValue) \($0.code)" }
  }

  @Test func whatIsAheadHasToBeHere() throws {
    #expect(try conflicts("then: core/evening\n") == [])
    #expect(try conflicts("then: [{signposts: core/uk}, core/uk]\n") == [])
    #expect(try conflicts("then: core/evenin\n") == ["error onward-target"])
    #expect(try conflicts("then: {prompt: core/uk}\n") == ["error onward-target"])
    #expect(try conflicts("then: org.example.more/x\n") == ["warning onward-target"])
    #expect(
      try conflicts("then: {plugin: org.example.plan, command: plan}\n")
        == ["warning onward-target"])
  }

  @Test func offersThatLeadRoundAreSaid() throws {
    let files = ["one": "two", "two": "three", "three": "one", "four": "one"].map { id, then in
      (
        "prompts/\(id).yaml",
        Sample.steps("  - {id: a, ask: Q}\n", id: id, more: "then: \(then)\n")
      )
    }
    let folder = try ComposedPacks.read("ours", "", Dictionary(files) { a, _ in a }, linting: true)
    let circles = folder.findings.filter { $0.code == "onward-circle" }
    #expect(circles.map(\.file) == ["prompts/one.yaml", "prompts/three.yaml", "prompts/two.yaml"])
    #expect(circles.first?.message.contains("one > two > three > one") == true)
    let missing = try ComposedPacks.read(
      "ours", "",
      ["prompts/a.yaml": Sample.steps("  - {id: a, ask: Q}\n", id: "a", more: "then: b\n")])
    #expect(missing.findings.map(\.code) == ["onward-target"])
  }

  @Test func aConditionLooksForValuesThatThereAre() throws {
    let short = Sample.steps(
      """
        - {id: value, ask: Q, type: choice, options_from: three}
        - {id: more, ask: Q, when: {answered: value, is: hop}}
        - {id: some, ask: Q, type: choices, options_from: three, other: Else}
        - {id: rest, ask: Q, when: {any: [{answered: some, includes: care}, {answered: some, includes: other}]}}

      """, id: "short")
    let folder = try ComposedPacks.read(
      "ours", "", ["prompts/short.yaml": short, "values/three.yaml": ComposedPacks.values])
    #expect(folder.findings.map(\.code) == ["unknown-option"])
    #expect(folder.findings.first?.hint?.text == "Did you mean \"hope\"?")
  }

  @Test func blocksAreTranslatedOnce() throws {
    let texts = TextPaths.texts(
      of: try ComposedPacks.pack(
        "ours", "",
        [
          "prompts/short.yaml": Sample.steps(
            """
              - id: lead
                ask: About each
                for_each: {given: [One], steps: [{id: in, ask: "{item}?", type: choice, options: [A], other: Else}]}

            """, id: "short")
        ])
    ).map(\.path).filter { $0.hasPrefix("prompts/short/") && !$0.hasSuffix("title") }
    #expect(
      texts == [
        "prompts/short/lead/ask", "prompts/short/lead/for_each/one", "prompts/short/in/ask",
        "prompts/short/in/other", "prompts/short/in/options/a",
      ])
  }

  @Test func aTranslationKeepsTheAnswerItShows() throws {
    let short = Sample.steps(
      "  - {id: a, ask: Q, type: line}\n  - {id: b, ask: \"You said {answer:a}.\", when: {answered: a}}\n",
      id: "short")
    let locale = "schema: alongside.locale/1\nlocale: xx\nof: core\nentries:\n"
    func codes(_ text: String) throws -> [String] {
      try ComposedPacks.read(
        "core", "",
        [
          "prompts/short.yaml": short,
          "locales/xx.yaml": locale + "  prompts/short/b/ask: {text: \"\(text)\", "
            + "source_hash: \(SourceHash.of("You said {answer:a}."))}\n",
        ], locales: "en, xx", linting: true
      ).findings.map(\.code).filter { $0 == "locale-placeholder" }
    }
    #expect(try codes("SAID {answer:a}") == [])
    #expect(try codes("SAID") == ["locale-placeholder"])
    #expect(try codes("SAID {answer:a} {answer:x}") == ["locale-placeholder"])
  }

  @Test func stepsOfBlocksCountToo() {
    let inside = (1...20).map { "{id: i-NUMBER-\($0), ask: Q}" }.joined(separator: ", ")
    let steps = (1...7).map { number in
      "  - {id: l-\(number), ask: Q, for_each: {given: [A], steps: [\(inside)]}}\n"
        .replacing("NUMBER", with: "\(number)")
    }.joined()
    #expect(found(steps).contains { $0.hasSuffix("too-many") })
  }

  /// Whatever the proofs say of a block, a person who walks it finds it so.
  @Test func proofsHoldInBlocks() {
    #expect(
      found(
        """
          - id: lead
            ask: About each
            for_each:
              given: [One, Two]
              steps:
                - {id: a, ask: "{item}?", type: yes-no}
                - {id: b, ask: "{item}?", when: {answered: a, is: "yes"}}
                - {id: c, ask: "You said {answer:b}", when: {skipped: b}}
                - {id: d, ask: "You said {answer:b}", when: {answered: b}}
                - {id: e, ask: Q, when: {all: [{answered: a, is: "yes"}, {skipped: a}]}}

        """) == ["2 missing-source", "12 answer-missing", "14 never-true"])
  }

  /// Whoever takes a newer version in is told what it offers at the end, and to choose from.
  @Test func aNewVersionSaysWhatItOffersNow() throws {
    let version = { (revision: Int, then: String, option: String) in
      try ComposedPacks.pack(
        "ours", "",
        [
          "prompts/short.yaml": Sample.steps(
            "  - {id: a, ask: Q, type: choices, options: [Rest, {id: none, label: None\(option)}]}\n",
            id: "short", more: then),
          "prompts/other.yaml": Sample.steps("  - {id: a, ask: Q}\n", id: "other"),
        ])
    }
    let items = PackDifference(
      from: try version(1, "", ""), to: try version(2, "then: other\n", ", alone: true")
    ).items
    #expect(items.map(\.id) == ["short"])
    #expect(items.first?.notes == ["Another thing is offered at its end."])
    #expect(items.first?.questions.first?.notes == ["It goes by itself now: None"])
  }
}
