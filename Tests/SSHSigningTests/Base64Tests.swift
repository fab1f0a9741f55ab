import TestSupport
import Testing

@testable import SSHSigning

/// Base64 has one spelling for each run of bytes.
@Suite struct Base64Tests {
  /// RFC 4648 §10.
  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
    ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"),
  ])
  func knownAnswers(plain: String, letters: String) {
    #expect(Base64.text(Array(plain.utf8)) == letters)
    #expect(Base64.decode(letters.utf8) == Array(plain.utf8))
  }

  @Test(arguments: [
    "Zh==", "Zm9=", "Zg", "Zg=", "Zg===", "=", "==", "====", "A===", "Z=g=", "=Zg=", "Zm9v\n",
    " Zm9v", "Zm 9v", "Zm9-", "Zm9_", "Zg==Zg==", "Zm9vé",
  ])
  func otherSpellings(letters: String) {
    #expect(Base64.decode(letters.utf8) == nil)
  }

  @Test func everyRunComesBack() {
    var dice = SeededRandom(seed: 64)
    for count in 0..<200 {
      let bytes = (0..<count).map { _ in UInt8(dice.below(256)) }
      #expect(Base64.decode(Base64.encode(bytes)) == bytes, "seed 64, \(count) bytes")
    }
  }
}
