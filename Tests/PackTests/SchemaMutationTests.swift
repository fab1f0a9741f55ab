import PackFormat
import Packs
import TestSupport
import Testing
import YAML

/// Good files with random slips: what our reader takes, the schema takes too; what it refuses for a
/// missing or unknown key, the schema refuses.
@Suite struct SchemaMutationTests {
  private static let seed: UInt64 = 0x5C4E_3A

  /// Codes that the schema must see wherever they come up.
  private static let certain: Set<String> = ["unknown-key", "missing-key", "too-many", "too-few"]

  @Test func readerAndSchemaAgree() async throws {
    var dice = SeededRandom(seed: Self.seed)
    let scratch = try Scratch()
    var sound: [(FileKind, String)] = []
    var broken: [(FileKind, String)] = []
    for round in 0..<1_000 {
      let file = Sample.files[max(0, round % 12 - 5)]
      var bytes = Array(file.text.utf8)
      MutationTests.slip(&bytes, &dice)
      guard YAMLReading(bytes).problems.isEmpty else { continue }
      let findings = PackFile.lint(bytes, file: "f", kind: file.kind)
      let path = try scratch.write(bytes, to: "\(round).yaml")
      if !findings.hasErrors {
        sound.append((file.kind, path))
      } else if !Self.certain.isDisjoint(with: findings.map(\.code)) {
        broken.append((file.kind, path))
      }
    }
    #expect(sound.count > 100 && broken.count > 40, "\(sound.count) \(broken.count)")
    try await check(sound, areTaken: true)
    try await check(broken, areTaken: false)
  }

  /// What PyYAML cannot read at all, a schema never sees; that may be one file in ten at most.
  private func check(_ files: [(FileKind, String)], areTaken: Bool) async throws {
    let verdicts = try await JSONSchemaTests.verdicts(files)
    for verdict in verdicts where verdict.taken == !areTaken {
      Issue.record("seed \(Self.seed), \(verdict.path), \(verdict.reader): \(verdict.why)")
    }
    #expect(verdicts.count { $0.taken == nil } * 10 < verdicts.count)
  }
}
