import Foundation
import PackFormat
import Packs
import TestSupport
import Testing
import YAML

/// What `packs lint` finds, by where it is pointed.
@Suite struct PackLintTests {
  static let manifest = """
    schema: alongside.pack/1
    id: org.example.ours
    version: 1.0.0
    revision: 1
    name: Ours
    default_locale: en
    vocabulary: {peer: peer worker}

    """

  static func prompt(_ id: String, _ ask: String) -> String {
    "schema: alongside.prompt/1\nid: \(id)\ntitle: T\nsource: Ours\n"
      + "steps: [{id: a, ask: \"\(ask)\"}]\n"
  }

  private func write(_ text: String, _ path: String, in scratch: Scratch) throws {
    let url = URL(fileURLWithPath: scratch.path).appendingPathComponent(path)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  private func lint(_ scratch: Scratch, _ path: String = "", name: String = "p") -> [String] {
    PackLint(path: scratch.path + path, name: name).findings
      .map { "\($0.file):\($0.line) \($0.code)" }
  }

  @Test func theCorePackHasNothingToSay() {
    #expect(PackLint(path: CorePackTests.path, name: "core").findings == [])
  }

  @Test func packsFoldersAndFilesAreAllTaken() throws {
    let scratch = try Scratch()
    try write(Self.manifest, "one/pack.yaml", in: scratch)
    try write(Self.prompt("x", "How is {peer}?"), "one/prompts/x.yaml", in: scratch)
    try write(Self.prompt("y", "How is {pear}?"), "one/prompts/y.yaml", in: scratch)
    try write(Self.manifest, "two/pack.yaml", in: scratch)
    try write("schema: alongside.values/1\n", "two/values/v.yaml", in: scratch)
    let y = "prompts/y.yaml:5 placeholder"
    let v = ["missing-key", "missing-key", "missing-key"].map { "p/two/values/v.yaml:1 \($0)" }
    #expect(lint(scratch, "/one") == ["p/\(y)"])
    #expect(lint(scratch, "/one/", name: "p/") == ["p/\(y)"])
    #expect(lint(scratch, "/one", name: "") == [y])
    #expect(lint(scratch) == ["p/one/\(y)"] + v)
    #expect(lint(scratch, "/one/prompts") == ["p/y.yaml:5 placeholder"])
    #expect(lint(scratch, "/one/prompts/x.yaml", name: "x.yaml") == [])
    #expect(lint(scratch, "/one/prompts/y.yaml", name: "y") == ["y:5 placeholder"])
    #expect(lint(scratch, "/one/pack.yaml") == [])
    #expect(lint(scratch, "/none") == ["p:1 unreadable"])
    try write(Self.prompt("z", "How is {peer}?"), "loose/z.yaml", in: scratch)
    #expect(lint(scratch, "/loose/z.yaml", name: "z") == ["z:5 placeholder"])
    #expect(lint(scratch, "/loose") == ["p/z.yaml:5 placeholder"])
    try write("x", "three/prompts/none.txt", in: scratch)
    #expect(lint(scratch, "/three").contains("p/pack.yaml:1 no-manifest"))
  }

  @Test func aPromptOfAPackSaysWhereItComesFrom() throws {
    let bare = Self.prompt("x", "How are you?").replacing("source: Ours\n", with: "")
    let files = ["pack.yaml": Array(Self.manifest.utf8), "prompts/x.yaml": Array(bare.utf8)]
    let found = PackFolder(files: files, linting: true).findings
    #expect(found.map(\.code) == ["missing-source"])
    #expect(found.map(\.severity) == [.warning])
    #expect(PackFolder(files: files).findings == [])
  }

  @Test func theNameOfAFileIsTheIDInIt() {
    for (file, codes) in [("x", []), ("y", ["id-not-file"])] {
      let prompt = Array(Self.prompt("x", "How are you?").utf8)
      let files = ["pack.yaml": Array(Self.manifest.utf8), "prompts/\(file).yaml": prompt]
      let found = PackFolder(files: files, linting: true).findings
      #expect(found.map(\.code) == codes)
      #expect(found.allSatisfy { $0.severity == .warning && $0.line == 2 && $0.column == 5 })
      #expect(PackFolder(files: files).findings == [])
    }
  }

  @Test(arguments: [
    ("1-5", "Write: {labels: [Very low, Low, Middle, High, Very high]}"),
    ("0 to 10", "Write: {labels: [Low, Middle, High]}"),
    ("[Far, \"no\", Near]", "Write: {labels: [Far, \"no\", Near]}"),
    ("[Far, Near, {id: x}]", "Write: {labels: [Low, Middle, High]}"),
    ("{from: 1}", "Write words for its points, such as {labels: [not at all, a little, a lot]}."),
  ])
  func aScaleIsOfferedInWords(scale: String, hint: String) {
    let text =
      "schema: alongside.prompt/1\nid: x\ntitle: T\n"
      + "steps: [{id: a, ask: How near?, type: scale, scale: \(scale)}]\n"
    let found = PackFile.lint(Array(text.utf8), file: "x", kind: .prompt, linting: true)
    #expect(found.map(\.hint?.text) == [hint], "\(found)")
    guard hint.hasPrefix("Write: ") else { return }
    let better = text.replacing(scale, with: hint.dropFirst("Write: ".count))
    #expect(PackFile.lint(Array(better.utf8), file: "x", kind: .prompt, linting: true) == [])
  }

  @Test func notesAreForEnglishOnly() {
    let welsh = Self.manifest.replacing("default_locale: en", with: "default_locale: cy")
    let text = Self.prompt("x", "What did the patient do?")
    for (manifest, codes) in [(Self.manifest, ["heavy-word"]), (welsh, [])] {
      let files = ["pack.yaml": Array(manifest.utf8), "prompts/x.yaml": Array(text.utf8)]
      #expect(PackFolder(files: files, linting: true).findings.map(\.code) == codes)
    }
  }

  @Test func becauseAtTheTopAnswersForTheWholeFile() {
    let text = Self.prompt("x", "What did the patient do?") + "because: We talk of that word.\n"
    #expect(PackFile.lint(Array(text.utf8), file: "x", kind: .prompt, linting: true) == [])
  }

  @Test(arguments: [
    (#"    ask: What: now?"#, #"Write: ask: "What: now?""#),
    (#"    ask: She said "no": why?"#, #"Write: ask: 'She said "no": why?'"#),
    ("    ask: What: now? # a note", "Write: ask: \"What: now?\" # a note"),
    ("    ask: \u{201C}One thing: what?\u{201D}", "Write: ask: \"One thing: what?\""),
    ("    ask: \u{201C}One thing?\u{201D}", "Write: ask: \"One thing?\""),
    ("    ask: \u{2018}One thing?\u{2019}", "Write: ask: \"One thing?\""),
    (#"    ask: "Hope" is what?"#, #"Write: ask: '"Hope" is what?'"#),
    ("    ask: # of things?", "If this is the text, write: ask: \"# of things?\""),
    ("    ask: - What?", "Write: ask: \"- What?\""),
    ("    ask: @home?", "Write: ask: \"@home?\""),
    ("    ask: `x` what?", "Write: ask: \"`x` what?\""),
    ("    ask: % of it?", "Write: ask: \"% of it?\""),
    ("    ask: *now*, what?", "Write: ask: \"*now*, what?\""),
    ("    ask: &then what?", "If this is the text itself, write: ask: \"&then what?\""),
    ("    ask: !now what?", "If this is the text itself, write: ask: \"!now what?\""),
    ("    ask: | what?", "Write: ask: \"| what?\""),
    ("    ask: > what?", "Write: ask: \"> what?\""),
    ("    ask: {a} what?", "Write: ask: \"{a} what?\""),
    ("    ask: [a] what?", "Write: ask: \"[a] what?\""),
    ("    ask: 'a' what?", "Write: ask: \"'a' what?\""),
    ("\task: What?", "Write, after 4 spaces: ask: What?"),
    (
      "    ask: What?\n    options: [{id: a, label: Yes, mostly}]",
      "If this is the rest of a text with a comma in it, write: label: \"Yes, mostly\""
    ),
  ])
  func theCorrectedLineIsShown(line: String, hint: String) {
    let text = "schema: alongside.prompt/1\nid: x\ntitle: T\nsteps:\n  - id: a\n\(line)\n"
    for ending in ["\n", "\r\n"] {
      let bytes = Array(text.replacing("\n", with: ending).utf8)
      let found = PackFile.lint(bytes, file: "x", kind: .prompt, linting: true)
      #expect(found.contains { $0.hint?.text == hint && $0.line >= 6 }, "\(found)")
      #expect(Set(found.map(\.line)).isSubset(of: [6, 7]), "\(found)")
      // Corrected so, nothing of the kind is left.
      guard let mended = hint.firstRange(of: "rite: "), hint.hasPrefix("Write: ") else { continue }
      let better = text.replacing(line, with: "    " + hint[mended.upperBound...])
      let again = PackFile.lint(Array(better.utf8), file: "x", kind: .prompt, linting: true)
      #expect(again.allSatisfy { $0.code == "placeholder" }, "\(again)")
    }
  }

  @Test func yesAndNoAreWords() {
    let steps = """
      - {id: a, ask: Is there more?, type: choice, options: [yes, no]}
      - {id: b, ask: What?, when: {answered: a, is: no}}
      - {id: c, ask: What now?, type: yes-no, default: yes}
      """
    let found = PackFile.lint(
      Array(Sample.steps(steps).utf8), file: "x", kind: .prompt, linting: true)
    #expect(found == [])
  }

  @Test(arguments: [true, false], [true, false])
  func utf16IsNamedAndReadOn(isLittle: Bool, hasMark: Bool) {
    let text = Self.prompt("x", "How are you?").replacing("title", with: "titel")
    let units = (hasMark ? [0xFEFF] : []) + Array(text.utf16)
    let bytes = units.flatMap { unit in
      isLittle ? [UInt8(unit & 0xFF), UInt8(unit >> 8)] : [UInt8(unit >> 8), UInt8(unit & 0xFF)]
    }
    let found = PackFile.lint(bytes, file: "x", kind: .prompt, linting: true)
    #expect(
      found.map { "\($0.line) \($0.code)" } == ["1 utf-16", "1 missing-key", "3 unknown-key"])
  }

  @Test func answersAreNotQuoted() {
    let text = "secret: a: b\nask: @secret\n"
    for problem in YAMLReading(Array(text.utf8), quoting: false).problems {
      #expect(problem.hint?.contains("secret") != true && !problem.message.contains("secret"))
    }
  }

  @Test func nothingIsUsedAsMended() {
    let text = Self.prompt("x", "How are you?").replacing("title: T", with: "title: T: x")
    let result = PackFile.prompt(Array(text.utf8), file: "x", linting: true)
    #expect(result.content == nil && result.findings.map(\.code) == ["colon-in-text"])
  }

  @Test(arguments: [
    "  - {id: s%, ask: What: now?, typ: line}\n", "  - id: s%\n    ask: What: now?\n",
    "  - id: s%\n    aks: What now?\n", "  - id: s\n    ask: What now?\n",
    "  - id: s%\n\task: What now?\n",
    "  - {id: s%, ask: What now?, when: {answered: s0, is: zz}}\n",
  ])
  func thousandsOfMistakesInOneFileEndSoon(step: String) {
    var text = "schema: alongside.prompt/1\nid: x\ntitle: T\nsteps:\n"
    var number = 0
    while text.utf8.count < 250_000 {
      text += step.replacing("%", with: String(number))
      number += 1
    }
    let clock = ContinuousClock()
    var found: [Finding] = []
    let time = clock.measure {
      found = PackFile.lint(Array(text.utf8), file: "x", kind: .prompt, linting: true)
    }
    #expect(!found.isEmpty)
    // Debug builds on a busy machine; a release build takes a small part of it.
    #expect(time < .seconds(30), "\(time) for \(found.count) findings")
    print("\(step.prefix(40).debugDescription): \(time) for \(found.count) findings")
  }
}
