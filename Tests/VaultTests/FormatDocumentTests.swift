import TestSupport
import Testing
import Vault
#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// `docs/format.md` is enough: its own commands and its own script print what a journal holds.
@Suite struct FormatDocumentTests {
  private let page: String
  private let fixture: JournalFixture

  init() throws {
    let here = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    let path = here.appendingPathComponent("../../docs/format.md").path
    page = String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
    fixture = try JournalFixture(recovery: true)
  }

  /// The fenced blocks of the page in one language.
  private func blocks(_ language: String) -> [String] {
    page.components(separatedBy: "\n```\(language)\n").dropFirst().compactMap {
      $0.components(separatedBy: "\n```").first
    }
  }

  /// Runs the page's commands in the scratch folder, typing `words` where they are asked for.
  ///
  /// - Parameter slot: the slot's name, put in place of the page's own.
  /// - Returns: what the commands before the script printed, and what the script did.
  private func follow(
    words: [UInt8], slot: String = "slot.passphrase"
  ) async throws -> (commands: String, script: Tool.Result) {
    let scripts = blocks("python")
    try #require(scripts.count == 1)
    _ = try fixture.scratch.write(Array("\(scripts[0])\n".utf8), to: "words.py")
    // The first block says where the journal is.
    let commands = blocks("sh").dropFirst().map {
      "set -e; export PATH=/usr/bin:/bin; cd '\(fixture.scratch.path)'; "
        + "JOURNAL='\(fixture.place.folder)'\n"
        + $0.components(separatedBy: "slot.passphrase").joined(separator: slot)
    }
    try #require(commands.count == 4)
    var printed = ""
    for command in commands.dropLast() {
      let typed = String(decoding: words, as: UTF8.self) + "\n"
      _ = try fixture.scratch.write(Array(command.utf8), to: "command.sh")
      let run = try await Tool.typing(typed, into: "sh \(fixture.scratch.file("command.sh"))")
      try #require(run.code == 0, "\(run.text)")
      printed += run.text
    }
    return (printed, try await Tool.run("sh", ["-c", commands[commands.endIndex - 1]]))
  }

  /// Lines of the script's output that are not its own.
  private func texts(_ run: Tool.Result) -> [String] {
    run.text.split(separator: "\n").filter { !$0.hasPrefix("=====") }.map(String.init)
  }

  /// Entries over two leaves come in order, and a page that waits comes last.
  @Test func itsCommandsAndItsScriptPrintEveryText() async throws {
    let kept = (0..<300).map { "text \($0), caf\u{E9}" }
    try fixture.write(kept)
    try fixture.takeIn()
    try fixture.write(["waiting still"])
    let (printed, run) = try await follow(words: JournalFixture.words)
    #expect(printed.contains("waiting still"))
    #expect(run.code == 0 && run.err == "", "\(run.err)")
    #expect(texts(run) == kept + ["waiting still"])
    #expect(run.text.hasPrefix("===== 2026-11-18 11:06:40 UTC\ntext 0, "))
  }

  @Test func theRecoveryWordsDoAsWell() async throws {
    try fixture.write(["hope"])
    try fixture.takeIn()
    let (_, run) = try await follow(words: JournalFixture.kit, slot: "slot.recovery")
    #expect(texts(run) == ["hope"], "\(run.err)")
  }

  /// What is damaged is named and costs only itself.
  @Test func itsScriptGoesOnPastDamage() async throws {
    try fixture.write(["one", "two", "three"])
    try fixture.takeIn()
    try await fixture.sql(
      """
      UPDATE part_a SET body = zeroblob(length(body)) WHERE name = 'root';
      DELETE FROM record WHERE rowid IN (SELECT rowid FROM record LIMIT 1)
      """)
    let (_, run) = try await follow(words: JournalFixture.words)
    #expect(run.code == 0)
    #expect(texts(run).count == 2)
    #expect(Set(["one", "two", "three"]).isSuperset(of: texts(run)))
    #expect(run.err.contains("cannot be read"))
  }
}
