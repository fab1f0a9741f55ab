import Foundation
import PackFormat
import Packs
import Practice
import TestSupport
import Testing
import YAML

/// What is written for people to edit is read as the very same prompt.
@Suite struct PromptYAMLTests {
  @Test(arguments: 1...400)
  func readsBackTheSame(seed: Int) throws {
    var maker = RandomPrompt(seed: UInt64(seed))
    let prompt = maker.make()
    let text = PromptYAML.text(of: prompt, heading: ["A note: with #", ""])
    let result = PackFile.prompt(Array(text.utf8), file: "seed \(seed)")
    #expect(!result.findings.hasErrors, "seed \(seed): \(result.findings)\n\(text)")
    #expect(result.content == prompt, "seed \(seed)\n\(text)")
    #expect(
      text.split(separator: "\n").allSatisfy { $0.last?.isWhitespace != true }, "seed \(seed)")
  }

  /// Another reader than ours takes each text for the same text, too.
  @Test func anotherReaderAgrees() async throws {
    let scratch = try Scratch()
    for seed in 1...40 {
      var maker = RandomPrompt(seed: UInt64(seed))
      let prompt = maker.make()
      _ = try scratch.write(Array(PromptYAML.text(of: prompt).utf8), to: "\(seed).yaml")
      let outside = prompt.steps.filter { $0.block == nil }
      let json = JSONValue.array(outside.map { .string($0.text) })
      _ = try scratch.write(json.bytes, to: "\(seed).json")
    }
    let script = """
      import json, sys, glob
      try:
        import yaml
      except ImportError:
        sys.exit(0)
      for f in glob.glob('*.yaml'):
        steps = yaml.safe_load(open(f, encoding='utf-8'))['steps']
        want = json.load(open(f[:-5] + '.json', encoding='utf-8'))
        got = [s.get('ask', s.get('say')) for s in steps]
        assert got == want, (f, [p for p in zip(got, want) if p[0] != p[1]])
      """
    let run = try await Tool.run(
      "sh", ["-c", "cd \"$1\" && python3 -c \"$2\"", "sh", scratch.path, script])
    #expect(run.code == 0, "\(run.err)")
  }

  @Test func oddTextsAreExact() throws {
    let odd =
      RandomPrompt.odd + [
        " leading", "trailing ", "\nfirst", "last\n", "a \nb", "", "\"", "''", "\\",
      ]
    for text in odd {
      let prompt = Prompt(id: "x", title: "x", steps: [Step(id: "a", words: .ask(text))])
      let node = try YAMLReading.node(of: Array(PromptYAML.text(of: prompt).utf8))
      #expect(node["steps"]?.items?.first?["ask"]?.scalar?.text == text)
    }
  }

  @Test func looksAsAPersonWouldWriteIt() {
    let prompt = Prompt(
      id: "our-day", title: "Our day", minutes: 5, source: Source(credit: "Our own words"),
      tags: ["short", "day"],
      steps: [
        Step(id: "hello", words: .say("Hello: take your time.")),
        Step(
          id: "left", words: .ask("What has the day left you with?"),
          type: .choice([
            Option(id: "energy", label: "Energy"), Option(id: "bit", label: "A bit of both"),
          ]), help: "There is no better answer.\n\nLeave it if you like."),
        Step(
          id: "easier", words: .ask("What could help?"), type: .line,
          when: .any([
            .answered(step: "left", .equals(.words("bit"))), .skipped(step: "left"),
          ]), isTender: true),
      ])
    #expect(
      PromptYAML.text(of: prompt) == """
        schema: alongside.prompt/1
        id: our-day
        title: Our day
        minutes: 5
        source: Our own words
        tags: [short, day]
        steps:
          - id: hello
            say: "Hello: take your time."
          - id: left
            ask: What has the day left you with?
            help: |-
              There is no better answer.

              Leave it if you like.
            type: choice
            options:
              - Energy
              - id: bit
                label: A bit of both
          - id: easier
            ask: What could help?
            type: line
            when:
              any:
                - {answered: left, is: bit}
                - {skipped: left}
            sensitivity: tender

        """)
  }

  @Test func theCorePackReadsBackTheSame() throws {
    let pack = try #require(PackFolder(path: CorePackTests.path).pack)
    for prompt in pack.prompts {
      let text = PromptYAML.text(of: prompt)
      let again = PackFile.prompt(
        Array(text.utf8), file: "again", pack: "core", revision: prompt.revision)
      #expect(again.content == prompt)
    }
  }

  @Test func aManifestReadsBackTheSame() throws {
    let manifest = try #require(
      PackFile.manifest(Array(Sample.manifest.utf8), file: "a").content)
    let text = ManifestYAML.text(of: manifest)
    let again = PackFile.manifest(Array(text.utf8), file: "b")
    #expect(again.findings == [])
    var (one, two) = (manifest, try #require(again.content))
    // Marks say where things stood, and that is another place now.
    #expect(one.overrides.map(\.item) == two.overrides.map(\.item))
    #expect(one.overrides.map { $0.set.map(\.key) } == two.overrides.map { $0.set.map(\.key) })
    #expect(one.hides.map(\.item) == two.hides.map(\.item))
    #expect(one.hides.map(\.because) == two.hides.map(\.because))
    #expect(one.extends.map(\.pack) == two.extends.map(\.pack))
    #expect(one.extends.map(\.version) == two.extends.map(\.version))
    (one.overrides, two.overrides) = ([], [])
    (one.extends, two.extends) = ([], [])
    (one.hides, two.hides) = ([], [])
    (one.vocabularyMarks, two.vocabularyMarks) = ([:], [:])
    #expect(one == two)
  }
}
