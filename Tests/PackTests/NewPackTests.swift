import Foundation
import PackFormat
import Packs
import Practice
import TestSupport
import Testing

/// What a new pack begins with, and what is made of a few words.
@Suite struct NewPackTests {
  @Test func theFirstFilesAreSound() throws {
    let scratch = try Scratch()
    try FileManager.default.createDirectory(
      atPath: scratch.file("prompts"), withIntermediateDirectories: true)
    for name in ["Our group", "Yes: \"us\" # and #", "no"] {
      let manifest = NewPack.manifest(id: "org.example.our-group", name: name)
      _ = try scratch.write(Array(manifest.utf8), to: "pack.yaml")
      _ = try scratch.write(Array(NewPack.prompt.utf8), to: NewPack.promptFile)
      let folder = PackFolder(path: scratch.path, linting: true)
      #expect(folder.findings == [])
      let pack = try #require(folder.pack)
      #expect(pack.manifest.name == name)
      #expect(pack.prompts.map(\.id) == ["first-questions"])
      #expect(pack.prompts[0].source != nil)
    }
  }

  @Test(arguments: [
    ("Our Group", "org.example.our-group"), ("org.example.Our Group", "org.example.our-group"),
    ("org/example/x", "org.example.x"), ("our_group", "org.example.our-group"),
    ("9lives", "org.example.9lives"), ("core", "org.example.core"),
  ])
  func aBadPackIDHasABetterOne(typed: String, better: String) {
    #expect(ItemName.problem(withPackID: typed) != nil)
    #expect(ItemName.packID(near: typed) == better)
    #expect(ItemName.problem(withPackID: better) == nil)
  }

  @Test func someNamesGiveNoID() {
    for typed in ["", "...", "日本", String(repeating: "a", count: 300)] {
      #expect(ItemName.problem(withPackID: typed) != nil)
      #expect(ItemName.packID(near: typed) == nil)
    }
  }

  @Test func aDraftGetsIDsOfItsOwn() {
    var draft = PromptDraft(title: "A pause, after the day!", minutes: 5)
    draft.questions = [
      .init("What stayed with you today?"), .init("What stayed with you today?", kind: .line),
      .init("何が残りましたか", kind: .yesNo),
      .init("Which?", kind: .choice, options: ["Rest", "rest", "休み", "Rest"]),
      .init("How far?", kind: .scale, options: ["Near", "Far"], isTender: true),
      .init("Which one?", kind: .choices, options: []),
    ]
    let id = ItemName.promptID(for: draft.title, besides: ["a-pause-after-the-day"])
    #expect(id == "a-pause-after-the-day-2")
    let prompt = draft.prompt(id: id)
    #expect(Set(prompt.steps.map(\.id)).count == prompt.steps.count)
    #expect(prompt.steps[0].id == "stayed-today")
    #expect(prompt.steps[1].id == "stayed-today-2")
    #expect(prompt.steps[5].type == .line)
    let text = PromptYAML.text(of: prompt)
    let again = PackFile.prompt(Array(text.utf8), file: "draft")
    #expect(!again.findings.hasErrors, "\(again.findings)")
    #expect(again.content == prompt)
  }

  /// Whatever somebody types as a question or an option, a sound file comes of it.
  @Test(arguments: 1...200)
  func anyWordsMakeASoundFile(seed: Int) {
    var random = SeededRandom(seed: UInt64(seed))
    let odd = RandomPrompt.odd.filter { !$0.contains("{item}") }.map { text in
      text.replacing("\n", with: " ").replacing("\t", with: " ")
    }
    let word = { (random: inout SeededRandom) in String(odd[random.below(odd.count)].prefix(90)) }
    var draft = PromptDraft(title: word(&random), source: word(&random))
    for _ in 0...random.below(8) {
      let kind = PromptDraft.kinds[random.below(PromptDraft.kinds.count)]
      var options: [String] = []
      for _ in 0..<random.below(5) { options.append(word(&random)) }
      draft.questions.append(.init(word(&random), kind: kind, options: options))
    }
    let prompt = draft.prompt(id: ItemName.promptID(for: draft.title, besides: []))
    let again = PackFile.prompt(Array(PromptYAML.text(of: prompt).utf8), file: "draft")
    #expect(!again.findings.hasErrors, "seed \(seed): \(again.findings)")
  }

  @Test func aDescriptionIsRead() throws {
    let text = """
      title: A pause
      minutes: 5
      questions:
        - ask: How is it?
          type: choice
          options: [Rest, Quiet]
          tender: yes
        - {ask: "And then?", help: As you like.}
      """
    let draft = try #require(PromptDraft.reading(Array(text.utf8), file: "d").content)
    #expect(draft.questions.map(\.kind) == [.choice, .text])
    #expect(draft.questions[0].options == ["Rest", "Quiet"])
    #expect(draft.questions[0].isTender && !draft.questions[1].isTender)
    let bare = "title: A\nquestions: [{ask: B, tender: true}, {ask: C, tender: false}]"
    let other = try #require(PromptDraft.reading(Array(bare.utf8), file: "d").content)
    #expect(other.questions.map(\.isTender) == [true, false])
  }

  @Test func oneSlipHidesNoOther() {
    let text = "title: A: pause\nquestions:\n  - ask: B\n    tipe: line\n"
    let found = PromptDraft.reading(Array(text.utf8), file: "d").findings
    #expect(found.map(\.code) == ["colon-in-text", "unknown-key"])
  }

  @Test(arguments: [("", "There is nothing in this file."), ("- x", "This is a list")])
  func whatIsNoDescriptionIsToldHowToBegin(text: String, message: String) {
    let found = PromptDraft.reading(Array(text.utf8), file: "d").findings
    #expect(found.count == 1 && found[0].message.hasPrefix(message))
    #expect(found[0].hint == "Begin with the lines: title: ... and questions:")
  }

  @Test func aWholePromptIsToldWhereItBelongs() {
    let found = PromptDraft.reading(Array(Sample.prompt.utf8), file: "d").findings
    #expect(found.map(\.message) == ["This is a whole prompt already."])
  }

  @Test(arguments: [
    ("title: x", "missing-key"), ("questions: []\ntitle: x", "too-few"),
    ("title: x\nquestions: [{ask: a, type: choice}]", "missing-key"),
    ("title: x\nquestions: [{ask: a, type: scale, options: [b]}]", "too-few"),
    ("title: x\nquestions: [{ask: a, tipe: line}]", "unknown-key"), ("- x", "wrong-type"),
    ("title: x\nquestions: [{ask: a, type: party}]", "unknown-word"),
  ])
  func aBrokenDescriptionSaysWhere(text: String, code: String) {
    let result = PromptDraft.reading(Array(text.utf8), file: "d")
    #expect(result.content == nil)
    #expect(result.findings.first?.code == code, "\(result.findings)")
  }
}
