import Crypto
import Testing
import Vault

/// The list that passphrases and kits are made from.
///
/// Once words are on paper, it may never change.
@Suite struct WordListTests {
  @Test func twoThousandAndFortyEightPlainWords() {
    #expect(WordList.words.count == 2048)
    #expect(Set(WordList.words).count == 2048)
    #expect(WordList.words == WordList.words.sorted())
    for word in WordList.words {
      #expect((3...8).contains(word.utf8.count) && word.utf8.allSatisfy { (97...122).contains($0) })
    }
  }

  /// Typed in part, or with a slip behind the fourth letter, a word can still be told.
  @Test func theFirstFourLettersTellThemApart() {
    #expect(Set(WordList.words.map { $0.prefix(4) }).count == 2048)
  }

  @Test func itIsTheListThatKitsWereMadeFrom() {
    let text = Array(WordList.words.joined(separator: " ").utf8)
    let digits = SHA256.hash(data: text).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }
    #expect(
      digits.joined() == "43d5b523dbb3534b34ded9fea95e411213f35548915f6a28ffa3d54951fa3181")
  }
}
