package import Age
package import Vault
#if canImport(FoundationEssentials)
internal import FoundationEssentials
#endif
internal import Foundation

/// The words that open a journal, from bytes that somebody typed or kept in a file.
package enum Words {
  /// How many words a generated passphrase has: 66 bits.
  package static let passphraseCount = 6
  /// How many words the kit has: 110 bits.
  package static let kitCount = 10

  /// Makes words from the list, with single spaces between.
  package static func generate(_ count: Int) -> String {
    (0..<count).map { _ in WordList.words[Int.random(in: 0..<WordList.words.count)] }
      .joined(separator: " ")
  }

  /// Takes typed bytes as a passphrase: one final line end goes, and letters that can be spelt in
  /// two ways are spelt in one (NFC), so that two keyboards give the same key.
  ///
  /// - Throws: `AgeError.key` when nothing is left.
  package static func passphrase(_ bytes: [UInt8]) throws -> Passphrase {
    var bytes = bytes
    if bytes.last == UInt8(ascii: "\n") { bytes.removeLast() }
    if bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
    // Only words outside ASCII pass through a string, whose copies cannot be wiped.
    // Bytes that are no text are taken as they are.
    if bytes.contains(where: { $0 > 127 }), let text = String(validating: bytes, as: UTF8.self) {
      bytes = Array(text.precomposedStringWithCanonicalMapping.utf8)
    }
    return try Passphrase(bytes)
  }

  /// Which slots these words may be for.
  ///
  /// Ten words of the list are tried as the kit first. Words of the list are also tried as they would
  /// be spelt in a list: it is easy to press Shift, or Space twice, after a long day.
  package static func unlocking(_ bytes: [UInt8]) throws -> UnlockWords {
    var candidates: [(kind: SlotKind, words: Passphrase)] = []
    if let kit = kit(bytes) { candidates.append((.recovery, kit)) }
    candidates.append((.passphrase, try passphrase(bytes)))
    if let plain = listed(bytes, count: passphraseCount), plain != bytes {
      candidates.append((.passphrase, try passphrase(plain)))
    }
    return UnlockWords(candidates)
  }

  /// The kit's words, however they were spaced and capitalised; nil unless they are ten of the list.
  package static func kit(_ bytes: [UInt8]) -> Passphrase? {
    listed(bytes, count: kitCount).flatMap { try? Passphrase($0) }
  }

  /// Words in small letters with single spaces, or nil unless they are `count` words of the list.
  package static func listed(_ bytes: [UInt8], count: Int) -> [UInt8]? {
    let text = String(decoding: bytes, as: UTF8.self).lowercased()
    let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    guard words.count == count, words.allSatisfy(WordList.contains) else { return nil }
    return Array(words.joined(separator: " ").utf8)
  }
}

extension WordList {
  /// Whether a word is one of the list, which is sorted.
  static func contains(_ word: String) -> Bool { wordSet.contains(word) }

  private static let wordSet = Set(words)
}
