import Foundation
import PackFormat
import Packs
import TestSupport
import Testing
import YAML

/// The JSON Schemas are what a stock validator takes, and it takes and refuses the files that our
/// reader does, as far as a schema can say it.
@Suite struct JSONSchemaTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path
  private static let python = "\(root)/.build/check/venv/bin/python"

  /// What the validator said about a file as one sort of YAML reader gives it.
  struct Verdict: Decodable {
    var path: String
    var reader: String
    /// Nil where the file could not be read at all.
    var taken: Bool?
    var why: String
  }

  /// Asks the validator about files, by kind and path; it checks each schema first.
  static func verdicts(_ files: [(FileKind, String)]) async throws -> [Verdict] {
    try #require(
      FileManager.default.isExecutableFile(atPath: python),
      "jsonschema and PyYAML are not there: run make setup-check")
    let scratch = try Scratch()
    for kind in FileKind.all {
      _ = try scratch.write(Array(kind.jsonSchema.indentedText.utf8), to: kind.jsonSchemaFile)
    }
    let lines = files.map { "\($0.0.name)\t\($0.1)\n" }.joined()
    let script = "\(root)/Tests/Schemas/validate.py"
    let result = try await Tool.run(
      python, ["-B", script, scratch.path], input: Array(lines.utf8))
    #expect(result.code == 0, "\(result.err)")
    let verdicts = try JSONDecoder().decode([Verdict].self, from: Data(result.out))
    #expect(verdicts.count == 2 * files.count)
    return verdicts
  }

  @Test func soundFilesAreTaken() async throws {
    let scratch = try Scratch()
    var files: [(FileKind, String)] = []
    for (kind, text) in Sample.files + [(.session, Self.listOfParties)] {
      let path = try scratch.write(Array(text.utf8), to: "\(files.count).yaml")
      files.append((kind, path))
    }
    for kind in FileKind.all {
      let place = "../../prompts/core/\(kind.folder ?? "")"
      let paths = Vectors.paths(in: place, beside: #filePath).filter { $0.hasSuffix(".yaml") }
      files += paths.map { (kind, $0) }
    }
    #expect(files.count > 35)
    for verdict in try await Self.verdicts(files) {
      #expect(verdict.taken == true, "\(verdict.path), \(verdict.reader): \(verdict.why)")
    }
  }

  private static let listOfParties = Sample.session.replacing(
    "{worker: {}, supporter: {label: Your supporter}, guest-2: Guest, chair: }",
    with: "[Worker, {id: supporter}, {id: guest-2, label: A guest}]")

  /// Codes that are about shape, which a schema sees as well.
  private static let shape: Set<String> = [
    "unknown-key", "missing-key", "wrong-type", "empty-value", "unknown-word", "bad-id", "bad-day",
    "bad-link", "bad-version", "bad-text-path", "bad-hash", "out-of-range", "too-long", "too-many",
    "too-few", "not-one-line", "unknown-schema", "newer-schema", "wrong-schema", "ask-or-say",
    "key-not-for-type", "skip-no", "condition-shape", "repeat-shape", "reveal-without-each",
  ]

  /// Files whose findings have a code of shape, though only sense tells that something is wrong.
  private static let beyondSchemas: [String: String] = [
    "prompt-bounds.yaml": "at_least is any number in a number step, a whole one in choices",
    "prompt-literals.yaml": "whether an answer can be given depends on the step that is named",
  ]

  @Test func brokenShapesAreRefused() async throws {
    var files: [(FileKind, String)] = []
    for path in BrokenTests.paths {
      let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
      guard YAMLReading(bytes).problems.isEmpty else { continue }
      let found = BrokenTests.lint(bytes, path).map(\.code)
      if !Self.shape.isDisjoint(with: found) { files.append((BrokenTests.kind(of: path), path)) }
    }
    #expect(files.count > 25)
    for verdict in try await Self.verdicts(files) {
      let isBeyond = Self.beyondSchemas.keys.contains { verdict.path.hasSuffix("/\($0)") }
      #expect(
        verdict.taken == isBeyond, "\(verdict.path), \(verdict.reader): \(verdict.why)")
    }
  }

  /// Files that break sense alone are taken: a schema that refused them would be wrong elsewhere.
  @Test func whatIsSenseIsLeftToTheReader() async throws {
    var files: [(FileKind, String)] = []
    for path in BrokenTests.paths {
      let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
      let found = Set(BrokenTests.lint(bytes, path).map(\.code))
      let sense = Set(FindingCode.allCases.map(\.rawValue)).subtracting(Self.shape)
      if found.isSubset(of: sense) { files.append((BrokenTests.kind(of: path), path)) }
    }
    #expect(files.count > 5)
    for verdict in try await Self.verdicts(files) {
      #expect(verdict.taken == true, "\(verdict.path), \(verdict.reader): \(verdict.why)")
    }
  }

  @Test func everyKeyHasItsSentence() throws {
    for kind in FileKind.all {
      let text = kind.jsonSchema.text
      for key in kind.root.keys { #expect(text.contains(JSONValue.string(key.summary).text)) }
      #expect(kind.modeline.hasSuffix("/schemas/\(kind.name)-1.json"))
    }
    #expect(FileKind.pack.modeline == "# yaml-language-server: $schema=./schemas/pack-1.json")
    #expect(FileKind.prompt.modeline == "# yaml-language-server: $schema=../schemas/prompt-1.json")
  }
}
