import PackFormat
import Practice
import Testing
import YAML

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A step is read from JSON by the rules by which it is read from YAML.
@Suite struct JSONStepsTests {
  private static let core = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("prompts/core")
    .path

  private func steps(_ json: String) -> FileResult<[Step]> {
    PackFile.steps(json: Array(json.utf8), file: "form")
  }

  /// The steps of a prompt whose lines these are, indented by two.
  private func prompt(_ lines: String) -> FileResult<Prompt> {
    let head = "schema: alongside.prompt/1\nid: short\ntitle: Short\nsteps:\n"
    return PackFile.prompt(Array((head + lines).utf8), file: "prompt")
  }

  /// Nodes as JSON text: what was bare in YAML and means something bare in JSON stays so.
  private func json(_ node: Node) -> String {
    func quoted(_ text: String) -> String { JSONValue.string(text).text }
    switch node.kind {
    case .scalar(let scalar):
      if node.isEmpty { return "null" }
      let isBare = scalar.isPlain && (Double(scalar.text) != nil || scalar.text == "true")
      return isBare ? scalar.text : quoted(scalar.text)
    case .sequence(let items): return "[" + items.map(json).joined(separator: ", ") + "]"
    case .mapping(let pairs):
      let members = pairs.map { "\(quoted($0.key)): \(json($0.value))" }
      return "{\n" + members.joined(separator: ",\n") + "}"
    }
  }

  @Test func corePromptsReadAlike() throws {
    let folder = "\(Self.core)/prompts"
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    #expect(names.count >= 11)
    for name in names {
      let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)")))
      let read = PackFile.prompt(bytes, file: name)
      let prompt = try #require(read.content, "\(name)")
      let list = try #require(read.root?["steps"])
      let spelt = steps(json(list))
      #expect(spelt.findings == [], "\(name)")
      #expect(spelt.content == prompt.steps, "\(name)")
      #expect(spelt.lists.map(\.name) == read.lists.map(\.name), "\(name)")
    }
  }

  /// What is shown of a prompt as JSON can be read again, step by step; so can what is hashed of it, which
  /// leaves out only whether a step protects.
  @Test func canonicalStepsReadAlike() throws {
    let folder = "\(Self.core)/prompts"
    for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() {
      let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)")))
      let prompt = try #require(PackFile.prompt(bytes, file: name).content)
      guard case .object(let members) = CanonicalJSON.wholeValue(of: prompt),
        case .object(let hashed) = CanonicalJSON.value(of: prompt),
        let list = members["steps"], let bare = hashed["steps"]
      else { return #expect(Bool(false), "\(name)") }
      let again = PackFile.steps(json: list.bytes, file: name)
      #expect(again.findings == [], "\(name)")
      #expect(again.content == prompt.steps, "\(name)")
      let steps = prompt.steps.map { step in
        var step = step
        step.protects = false
        return step
      }
      #expect(PackFile.steps(json: bare.bytes, file: name).content == steps, "\(name)")
    }
  }

  /// A step that is broken, in both spellings, and what is found in each.
  struct Broken: Sendable, CustomTestStringConvertible {
    var yaml: String
    var json: String
    var codes: [String]
    var testDescription: String { json }

    init(_ yaml: String, _ json: String, _ codes: String...) {
      (self.yaml, self.json, self.codes) = (yaml, json, codes)
    }
  }

  static let broken = [
    Broken("  - {ask: A}", #"[{"ask": "A"}]"#, "missing-key"),
    Broken("  - {id: A b, ask: A}", #"[{"id": "A b", "ask": "A"}]"#, "bad-id"),
    Broken("  - {id: a}", #"[{"id": "a"}]"#, "ask-or-say"),
    Broken("  - {id: a, ask: A, say: B}", #"[{"id": "a", "ask": "A", "say": "B"}]"#, "ask-or-say"),
    Broken(
      "  - {id: a, ask: A, colour: red}", #"[{"id": "a", "ask": "A", "colour": "red"}]"#,
      "unknown-key"),
    Broken("  - {id: a, ask: ~}", #"[{"id": "a", "ask": null}]"#, "empty-value"),
    Broken("  - {id: a, ask: \" \"}", #"[{"id": "a", "ask": " "}]"#, "empty-value"),
    Broken("  - {id: a, ask: [A]}", #"[{"id": "a", "ask": ["A"]}]"#, "wrong-type"),
    Broken(
      "  - {id: a, ask: A, type: essay}", #"[{"id": "a", "ask": "A", "type": "essay"}]"#,
      "unknown-word"),
    Broken(
      "  - {id: a, ask: A, skip: false}", #"[{"id": "a", "ask": "A", "skip": false}]"#,
      "unknown-word"),
    Broken("  - {id: a, ask: A, skip: no}", #"[{"id": "a", "ask": "A", "skip": "no"}]"#, "skip-no"),
    Broken(
      "  - {id: a, ask: A, type: choice}", #"[{"id": "a", "ask": "A", "type": "choice"}]"#,
      "missing-key"),
    Broken(
      "  - {id: a, ask: A, options: [B]}", #"[{"id": "a", "ask": "A", "options": ["B"]}]"#,
      "key-not-for-type"),
    Broken(
      "  - {id: a, ask: A, type: choice, options: [B, b]}",
      #"[{"id": "a", "ask": "A", "type": "choice", "options": ["B", "b"]}]"#, "duplicate-id"),
    Broken(
      "  - {id: a, ask: A, type: choice, options: [\"?\"]}",
      #"[{"id": "a", "ask": "A", "type": "choice", "options": ["?"]}]"#, "no-id"),
    Broken(
      "  - {id: a, ask: A, type: scale, scale: {from: 3, to: 1}}",
      #"[{"id": "a", "ask": "A", "type": "scale", "scale": {"from": 3, "to": 1}}]"#, "bounds"),
    Broken(
      "  - {id: a, ask: A, type: scale, scale: {from: \"1\", to: 3}}",
      #"[{"id": "a", "ask": "A", "type": "scale", "scale": {"from": "1", "to": 3}}]"#, "wrong-type"),
    Broken(
      "  - {id: a, ask: A, minutes: 0}", #"[{"id": "a", "ask": "A", "minutes": 0}]"#, "out-of-range"
    ),
    Broken(
      "  - {id: a, ask: A, minutes: 1.5}", #"[{"id": "a", "ask": "A", "minutes": 1.5}]"#,
      "wrong-type"),
    Broken(
      "  - {id: a, ask: A, minutes: 1e1}", #"[{"id": "a", "ask": "A", "minutes": 1e1}]"#,
      "wrong-type"),
    Broken(
      "  - {id: a, ask: A, type: date, default: 2026-13-01}",
      #"[{"id": "a", "ask": "A", "type": "date", "default": "2026-13-01"}]"#, "bad-day"),
    Broken("  - {id: a, ask: \"A {item}\"}", #"[{"id": "a", "ask": "A {item}"}]"#, "placeholder"),
    Broken(
      "  - {id: a, ask: A}\n  - {id: a, ask: B}",
      #"[{"id": "a", "ask": "A"}, {"id": "a", "ask": "B"}]"#, "duplicate-id"),
    Broken(
      "  - {id: a, ask: A, when: {answered: b}}\n  - {id: b, ask: B}",
      #"[{"id": "a", "ask": "A", "when": {"answered": "b"}}, {"id": "b", "ask": "B"}]"#,
      "later-step"),
    Broken(
      "  - {id: a, ask: A, when: {skipped: c}}",
      #"[{"id": "a", "ask": "A", "when": {"skipped": "c"}}]"#, "unknown-step"),
    Broken(
      "  - {id: a, ask: A, type: yes-no}\n  - {id: b, ask: B, when: {answered: a, is: maybe}}",
      #"[{"id": "a", "ask": "A", "type": "yes-no"}, {"id": "b", "ask": "B", "when": {"answered": "a", "is": "maybe"}}]"#,
      "unknown-option"),
    Broken(
      "  - {id: a, ask: A}\n  - {id: b, ask: B, when: {all: [{answered: a, skipped: a}]}}",
      #"[{"id": "a", "ask": "A"}, {"id": "b", "ask": "B", "when": {"all": [{"answered": "a", "skipped": "a"}]}}]"#,
      "condition-shape"),
    Broken(
      "  - {id: a, ask: A, for_each: {list: x, given: [b]}}",
      #"[{"id": "a", "ask": "A", "for_each": {"list": "x", "given": ["b"]}}]"#, "repeat-shape"),
    Broken("  - {id: a, id: b, ask: A}", #"[{"id": "a", "id": "b", "ask": "A"}]"#, "duplicate-key"),
    Broken("  - {id: a, ask: \"A\\u202e\"}", #"[{"id": "a", "ask": "A\u202e"}]"#, "bidi-character"),
    Broken("  []", "[]", "too-few"),
    Broken("  {id: a}", #"{"id": "a"}"#, "wrong-type"),
  ]

  @Test(arguments: broken)
  func bothSpellingsAreFoundOut(_ one: Broken) {
    // Steps begin on line 5 of a prompt, and messages name lines.
    let (yaml, json) = (prompt(one.yaml + "\n"), steps("\n\n\n\n" + one.json))
    #expect(yaml.findings.map(\.code) == one.codes)
    #expect(json.findings.map(\.code) == one.codes)
    #expect(json.findings.map(\.message) == yaml.findings.map(\.message))
    #expect(json.content == nil)
  }

  @Test func findingsNameTheirPlace() throws {
    let result = steps("[\n  {\"id\": \"a\",\n   \"ask\": \"A\",\n   \"type\": \"essay\"}\n]")
    let finding = try #require(result.findings.first)
    #expect((finding.file, finding.line, finding.column) == ("form", 4, 12))
  }

  @Test func aBrokenTextGivesNoSteps() {
    let result = steps(#"[{"id": "a", "ask": "A"}"#)
    #expect(result.content == nil)
    #expect(result.findings.map(\.code) == ["unclosed-bracket"])
    #expect(steps("").findings.map(\.code) == ["empty"])
  }
}
