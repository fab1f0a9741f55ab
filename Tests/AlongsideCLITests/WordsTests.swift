import Age
@testable import AlongsideCLI
import AlongsideRuntime
import Testing
import Vault

/// Words that open a journal, however a tired hand types them.
@Suite struct WordsTests {
  @Test(arguments: 1...20)
  func madeWordsAreOfTheList(_: Int) {
    let words = Words.generate(Words.kitCount).split(separator: " ")
    #expect(words.count == 10)
    #expect(words.allSatisfy { WordList.words.contains(String($0)) })
  }

  /// Two makings never give the same words: 110 bits from the system's random source.
  @Test func madeWordsDiffer() {
    let made = Set((0..<200).map { _ in Words.generate(Words.passphraseCount) })
    #expect(made.count == 200)
  }

  @Test func aKitIsReadInAnyDress() throws {
    let kit = Kit(journal: "work")
    let line = try #require(Kit.words(in: Array(kit.page.utf8)))
    #expect(String(decoding: line, as: UTF8.self) == kit.words)
    let dressed =
      "  " + kit.words.uppercased().split(separator: " ").joined(separator: "   ") + "\n"
    #expect(Words.kit(Array(dressed.utf8)) != nil)
    #expect(
      try Words.unlocking(Array(dressed.utf8)).candidates.map(\.kind) == [.recovery, .passphrase])
    #expect(Words.kit(Array("ten words that are surely none of the list at all".utf8)) == nil)
  }

  /// One line end goes; spaces stay; letters with two spellings give one key.
  @Test func aPassphraseIsTakenAsItIs() throws {
    for (typed, meant) in [
      ("words\n", "words"), ("words\r\n", "words"), ("e\u{301}t\u{E9}", "\u{E9}t\u{E9}"),
    ] {
      let sealed = try Sealing.seal(
        [7], to: [ScryptRecipient(Words.passphrase(Array(meant.utf8)), logN: 10)])
      let identity = ScryptIdentity(try Words.passphrase(Array(typed.utf8)))
      #expect(try Opening.open(sealed, with: [identity]) == [7])
    }
    let spaced = try Sealing.seal(
      [7], to: [ScryptRecipient(Words.passphrase(Array(" a".utf8)), logN: 10)])
    #expect(throws: AgeError.noMatch) {
      try Opening.open(spaced, with: [ScryptIdentity(Words.passphrase(Array("a".utf8)))])
    }
    #expect(throws: AgeError.self) { try Words.passphrase(Array("\n".utf8)) }
  }
}
