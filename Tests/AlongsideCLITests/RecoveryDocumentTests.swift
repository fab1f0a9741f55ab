@testable import AlongsideCLI
import AlongsideRuntime
import Foundation
import TestSupport
import Testing
import Vault

/// `docs/recovery.md` is enough: its own lines, with `age` and `tar` alone, bring every word back.
@Suite(.serialized) struct RecoveryDocumentTests {
  private static let name = "kept"
  private static let options = "--journal \(name) --passphrase-file \"$HOME/pw\" --packs \"$PACKS\""
  /// The page's own name for a backup.
  private static let named = "/media/me/STICK/journal.backup"

  private let home: ProgramHome
  private let kit: [UInt8]
  private let blocks: [String]

  init() throws {
    home = try ProgramHome()
    let place = JournalPlace(
      home: home.scratch.file(".local/share/alongside"), name: Self.name,
      state: home.scratch.file(".local/state"))
    _ = try home.scratch.write(Array(Kit(journal: Self.name).page.utf8), to: "kit.txt")
    kit = try #require(Kit.words(in: try home.scratch.read("kit.txt")))
    try NewJournal.make(
      at: place, passphrase: Words.passphrase(Array(ProgramHome.words.utf8)),
      recovery: Words.kit(kit), now: 0, logN: 10)
    let path = "\(ProgramHome.root)/docs/recovery.md"
    let page = String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
    let section = try #require(
      page.components(separatedBy: "\n## 3. ").last?.components(separatedBy: "\n## 4. ").first)
    blocks = section.components(separatedBy: "\n```sh\n").dropFirst().compactMap {
      $0.components(separatedBy: "\n```").first
    }
    try #require(blocks.count == 6)
  }

  /// Three entries, one of them in two wordings and one of them answers.
  private static let texts = [
    "The café was quiet. Hope, mostly.", "A \"second\" page.\nTwo lines.",
  ]
  private static let earlier = "What I wrote at first."
  private static let answer = "a walk along the river"

  private func write() async throws {
    for (number, text) in ([Self.earlier, Self.texts[1]]).enumerated() {
      _ = try home.scratch.write(Array(text.utf8), to: "page\(number)")
    }
    _ = try home.scratch.write(Array(Self.texts[0].utf8), to: "revised")
    let run = try await home.shell(
      """
      set -e
      "$A" write --journal \(Self.name) < "$HOME/page0"
      "$A" revise last \(Self.options) < "$HOME/revised"
      "$A" write --journal \(Self.name) < "$HOME/page1"
      echo 'stayed: \(Self.answer)' \\
        | "$A" reflect core/daily-three --answers - \(Self.options)
      """)
    try #require(run.code == 0, "\(run.err)")
  }

  /// Puts an answer aside, half done.
  private func putAside(_ words: String) async throws {
    let screen = try await TmuxScreen(
      "$A reflect core/daily-three --packs $PACKS --journal \(Self.name)",
      environment: home.environment)
    try await screen.see("1 of 4")
    try await screen.type(words)
    try await screen.type(".")
    try await screen.see("2 of 4")
    try await screen.press("C-c")
    try await screen.see("ENDED 130")
    try await screen.close()
  }

  private func backUp(to name: String) async throws -> String {
    let run = try await home.shell("\"$A\" backup \"$HOME/\(name)\" --yes \(Self.options)")
    try #require(run.code == 0, "\(run.err)")
    return home.scratch.file(name)
  }

  /// The page's lines for one way in, as one script, which keeps what came out in `out`.
  private func script(_ way: SlotKind, _ backup: String) throws -> String {
    let unpack = try #require(
      blocks[1...2].first { $0.contains(".\(way.rawValue).age") && $0.contains("tar") })
    let aside = blocks[4].components(separatedBy: "passphrase").joined(separator: way.rawValue)
    let start = blocks[0].components(separatedBy: Self.named).joined(separator: backup)
    return [
      "set -e", start, unpack, blocks[3], aside, "cp -r . '\(home.scratch.file("out"))'",
      blocks[5], "test ! -e \"$OLDPWD\"",
    ].joined(separator: "\n")
  }

  /// Runs the page's lines where there is nothing but the system's own programs, typing `words`.
  private func follow(_ way: SlotKind, _ words: [UInt8], _ backup: String) async throws -> String {
    let script = try home.scratch.write(Array(script(way, backup).utf8), to: "lines.sh")
    let typed = String(decoding: words, as: UTF8.self) + "\n"
    let run = try await Tool.typing(typed + typed, into: "env -i PATH=/usr/bin:/bin sh \(script)")
    try #require(run.code == 0, "\(run.text)")
    return run.text
  }

  /// The `text` of every line, and the words of every answer.
  private func lines() throws -> Set<String> {
    var found: Set<String> = []
    for line in try home.scratch.read("out/entries-0001.jsonl").split(separator: 10) {
      let entry = try #require(
        JSONSerialization.jsonObject(with: Data(line)) as? [String: Any])
      if let text = entry["text"] as? String { found.insert(text) }
      for answer in entry["answers"] as? [[String: Any]] ?? [] {
        if let words = answer["value"] as? String { found.insert(words) }
      }
    }
    return found
  }

  @Test(arguments: [SlotKind.recovery, .passphrase])
  func itsLinesBringEveryWordBack(way: SlotKind) async throws {
    try await write()
    try await putAside("half a thought")
    let backup = try await backUp(to: "journal.backup")
    // The empty machine has the backup's files and nothing else of ours.
    _ = try await home.shell("mv \"$HOME/.local\" \"$HOME/elsewhere\"")
    let words = way == .recovery ? kit : Array(ProgramHome.words.utf8)
    let printed = try await follow(way, words, backup)
    #expect(try lines() == Set(Self.texts + [Self.earlier, Self.answer]))
    let files = home.scratch.names("out/entries")
    #expect(files.count == 3 && files.allSatisfy { $0.hasSuffix(".md") })
    let pages = try files.map {
      String(decoding: try home.scratch.read("out/entries/\($0)"), as: UTF8.self)
    }
    for text in Self.texts + [Self.answer] {
      #expect(pages.filter { $0.contains(text) }.count == 1, "\(text)")
    }
    #expect(!pages.contains { $0.contains(Self.earlier) })
    #expect(printed.contains("half a thought"))
    #expect(printed.contains("A backup of an Alongside journal."))
  }

  /// What the page says of a small file that is missing: one from another backup serves.
  @Test func aSmallFileOfAnotherBackupServes() async throws {
    try await write()
    let first = try await backUp(to: "first")
    let second = try await backUp(to: "second")
    let run = try await home.shell(
      """
      rm '\(second).passphrase.age' '\(second).recovery.age'
      "$A" verify '\(second)' \(Self.options) && exit 99
      cp '\(first).passphrase.age' '\(second).passphrase.age'
      "$A" verify '\(second)' \(Self.options)
      """)
    #expect(run.code == 0, "\(run.err)")
    #expect(run.text.contains("3 entries opened."))
  }
}
