import PackFormat
import Packs
import Practice
import Testing
import YAML

@Suite struct CanonicalJSONTests {
  private func text(_ yaml: String) throws -> String {
    String(decoding: CanonicalJSON.bytes(of: try Sample.readPrompt(yaml)), as: UTF8.self)
  }

  @Test func isExactlyThis() throws {
    let yaml = Sample.steps(
      """
        - {id: a, ask: "Who said \\"no\\"? \\\\ é", type: text, skip: yes, sensitivity: ordinary}
        - {id: b, ask: How?, type: scale, scale: {from: 0, to: 2}, tags: []}
      minutes: 5
      """)
    #expect(
      try text(yaml)
        == #"{"id":"short","minutes":5,"schema":"alongside.prompt/1","steps":["#
        + #"{"ask":"Who said \"no\"? \\ é","id":"a"},"#
        + #"{"ask":"How?","id":"b","scale":{"from":0,"to":2},"type":"scale"}],"title":"Short"}"#)
  }

  @Test func spellingMakesNoDifference() throws {
    let one = Sample.steps(
      """
        - id: a
          ask: How was it today?
          type: choice
          options: [Easy, Hard]
      """)
    let two = """
      # Another spelling.
      'schema': "alongside.prompt/1"
      steps:
      - options:
        - {label: Easy, id: "easy"}
        - id: hard
          label: >-
            Hard
        sensitivity: ordinary
        skip: yes
        type: choice
        ask: >
          How was it
          today?
        id: a
      title: Short
      id: short
      x-mine: [1, 2]
      """
    #expect(try text(one) == text(two))
  }

  @Test func numbersInOneSpelling() throws {
    let one = Sample.steps("  - {id: a, ask: Q, type: number, at_least: 0.50, at_most: 10.0}\n")
    let two = Sample.steps("  - {id: a, ask: Q, type: number, at_least: 0.5, at_most: 10}\n")
    #expect(try text(one) == text(two))
    #expect(try text(one).contains(#""at_least":0.5,"at_most":10,"#))
  }

  @Test(arguments: [FileKind.prompt.schema, FileKind.session.schema])
  func isASoundFileOfTheSameMeaning(name: String) throws {
    let sample = try #require(Sample.files.first { $0.kind.schema == name })
    let prompt = try #require(
      PackFile.prompt(Array(sample.text.utf8), file: "sample", kind: sample.kind).content)
    let bytes = CanonicalJSON.bytes(of: prompt)
    let schema = "\"schema\":\"\(name)\","
    let text = String(decoding: bytes, as: UTF8.self)
    // Sorting moves the schema away from its place at the top.
    let file = "{" + schema + text.dropFirst().replacing(schema, with: "")
    let again = PackFile.prompt(Array(file.utf8), file: "canonical", kind: sample.kind)
    #expect(again.findings == [])
    #expect(again.content == prompt)
    let yaml = PackFile.prompt(
      Array(PromptYAML.text(of: prompt).utf8), file: "written", kind: sample.kind)
    #expect(yaml.findings == [] && yaml.content == prompt)
    #expect(again.content.map(CanonicalJSON.bytes) == bytes)
  }

  @Test func everyChangeShows() throws {
    let prompt = try Sample.readPrompt(Sample.prompt)
    let bytes = CanonicalJSON.bytes(of: prompt)
    for index in prompt.steps.indices {
      var other = prompt
      other.steps[index].help = "Something else"
      #expect(CanonicalJSON.bytes(of: other) != bytes)
    }
  }

  @Test func escapesOnlyWhatMustBe() {
    let value = JSONValue.object(["b": .string("\u{1}\t/\u{7F}é\u{1F600}"), "a": .null])
    #expect(value.text == "{\"a\":null,\"b\":\"\\u0001\\t/\u{7F}é\u{1F600}\"}")
    #expect(
      JSONValue.array([.number(-0.0), .number(1e15), .number(0.1)]).text
        == "[0,1000000000000000,0.1]")
  }
}
