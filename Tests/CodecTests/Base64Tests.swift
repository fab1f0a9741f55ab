import Codec
import TestSupport
import Testing

/// Base64 has one spelling for each run of bytes.
@Suite struct Base64Tests {
  /// RFC 4648 §10.
  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
    ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"),
  ])
  func knownAnswers(plain: String, letters: String) {
    #expect(Base64.text(plain.utf8, padded: true) == letters)
    #expect(Base64.decode(letters.utf8, padded: true) == Array(plain.utf8))
    let bare = String(letters.prefix { $0 != "=" })
    #expect(Base64.text(plain.utf8, padded: false) == bare)
    #expect(Base64.decode(bare.utf8, padded: false) == Array(plain.utf8))
  }

  @Test(arguments: [
    "Zh==", "Zm9=", "Zg", "Zg=", "Zg===", "=", "==", "====", "A===", "Z=g=", "=Zg=", "Zm9v\n",
    " Zm9v", "Zm 9v", "Zm9-", "Zm9_", "Zg==Zg==", "Zm9vé",
  ])
  func otherSpellings(letters: String) {
    #expect(Base64.decode(letters.utf8, padded: true) == nil)
  }

  @Test(arguments: [
    "Zh", "Zm9", "Z", "Zg==", "Zg=", "=", "Zm9vY", "Zm9v\n", " Zm9v", "Zm 9v", "Zm9-", "Zm9_",
    "Zm9vé",
  ])
  func otherSpellingsWithoutPadding(letters: String) {
    #expect(Base64.decode(letters.utf8, padded: false) == nil)
  }

  @Test(arguments: [true, false])
  func everyRunComesBack(padded: Bool) {
    var dice = SeededRandom(seed: 64)
    for count in 0..<200 {
      let bytes = (0..<count).map { _ in UInt8(dice.below(256)) }
      let letters = Base64.encode(bytes, padded: padded)
      #expect(Base64.decode(letters, padded: padded) == bytes, "seed 64, \(count) bytes")
    }
  }

  /// Of all letters of one group, one spelling each is taken.
  @Test func everyLastLetter() {
    let letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8
    let one = letters.filter { Base64.decode([UInt8(ascii: "A"), $0], padded: false) != nil }
    #expect(String(decoding: one, as: UTF8.self) == "AQgw")
    let two = letters.filter {
      Base64.decode(Array("AA".utf8) + [$0, UInt8(ascii: "=")], padded: true) != nil
    }
    #expect(String(decoding: two, as: UTF8.self) == "AEIMQUYcgkosw048")
  }
}
