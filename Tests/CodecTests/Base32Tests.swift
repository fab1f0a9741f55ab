import Codec
import TestSupport
import Testing

/// Base32 in lower case, with one spelling for each run of bytes.
@Suite struct Base32Tests {
  /// RFC 4648 §10, without the padding.
  @Test(arguments: [
    ("", ""), ("f", "my"), ("fo", "mzxq"), ("foo", "mzxw6"), ("foob", "mzxw6yq"),
    ("fooba", "mzxw6ytb"), ("foobar", "mzxw6ytboi"),
  ])
  func knownAnswers(plain: String, letters: String) {
    #expect(Base32.encode(plain.utf8) == letters)
    #expect(Base32.decode(letters, count: plain.utf8.count) == Array(plain.utf8))
  }

  @Test(arguments: ["mz", "m", "", "myq", "MY", "m1", "m8", "m=", "my======", "mé"])
  func otherSpellingsOfOneByte(letters: String) {
    #expect(Base32.decode(letters, count: 1) == nil)
  }

  @Test func everyRunComesBack() {
    var dice = SeededRandom(seed: 32)
    for count in 0..<100 {
      let bytes = (0..<count).map { _ in UInt8(dice.below(256)) }
      let letters = Base32.encode(bytes)
      #expect(Base32.decode(letters, count: count) == bytes, "seed 32, \(count) bytes")
      #expect(Base32.decode(letters, count: count + 1) == nil)
    }
  }

  @Test func valuesOfLetters() {
    #expect(Base32.values("az27") == [0, 25, 26, 31])
    #expect(Base32.values("a0") == nil)
  }
}
