import Archive
import FoundationEssentials
import PackFormat
import Packs
import Practice
import Testing

/// The canonical form of prompts never moves: entries are kept with its SHA-256, for years.
///
/// `CanonicalHashes.txt` was recorded once. A line of it changes only when the words of its prompt
/// do; when code changed, a difference here is a fault of the code.
@Suite struct CanonicalHashTests {
  private static let record = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("CanonicalHashes.txt")

  @Test func theyAreThoseThatWereRecorded() throws {
    let kept = try String(contentsOf: Self.record, encoding: .utf8)
    let lines = try lines().map { $0 + "\n" }.joined()
    #expect(lines == kept)
    #expect(lines.split(separator: "\n").count == 17)
  }

  private func lines() throws -> [String] {
    let core = try #require(PackFolder(path: CorePackTests.path).pack)
    let composed = try ComposedPacks.core()
    let whole = try Sample.readPrompt(Sample.prompt, pack: "sample")
    let asking = try Sample.readPrompt(Sample.asking, pack: "sample")
    let session = PackFile.prompt(
      Array(Sample.session.utf8), file: "s", kind: .session, pack: "sample")
    let prompts = core.prompts + composed.prompts.map { named($0, "composed") } + [whole, asking]
    let sessions =
      core.sessions + composed.sessions.map { named($0, "composed") }
      + [try #require(session.content)]
    return prompts.map { line("prompt", $0.fullID, $0) }
      + sessions.map { line("questions", $0.fullID, questions($0)) }
  }

  private func named(_ prompt: Prompt, _ pack: String) -> Prompt {
    var prompt = prompt
    prompt.pack = pack
    return prompt
  }

  /// What a meeting asks, as a prompt for one person.
  private func questions(_ session: Prompt) -> Prompt {
    var questions = session
    questions.meeting = nil
    return questions
  }

  private func line(_ kind: String, _ name: String, _ prompt: Prompt) -> String {
    let yaml = ContentHash(of: Array(PromptYAML.text(of: prompt).utf8))
    return "\(ContentHash(of: CanonicalJSON.bytes(of: prompt))) yaml \(yaml) \(kind) \(name)"
  }
}
