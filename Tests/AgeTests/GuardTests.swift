import Age
import Codec
import Testing

/// The places where a library underneath, or a hostile file, would get it wrong.
@Suite struct GuardTests {
  let identity = X25519Identity()
  let text = Array("hope".utf8)

  /// The points of small order on Curve25519 and a spelling of one above the prime: with any of
  /// them the "shared secret" is zero for everyone.
  static let weakPoints: [[UInt8]] = [
    [UInt8](repeating: 0, count: 32),
    [1] + [UInt8](repeating: 0, count: 31),
    [0xEC] + [UInt8](repeating: 0xFF, count: 30) + [0x7F],
    [0xED] + [UInt8](repeating: 0xFF, count: 30) + [0x7F],
    [0xEE] + [UInt8](repeating: 0xFF, count: 30) + [0x7F],
  ]

  @Test(arguments: weakPoints)
  func aWeakShareIsRefused(point: [UInt8]) throws {
    let stanza = Stanza(
      kind: "X25519", arguments: [Base64.text(point, padded: false)],
      body: [UInt8](repeating: 0, count: 32))
    #expect(throws: AgeError.header("an X25519 share is a weak point of the curve")) {
      try identity.unwrap(stanza)
    }
  }

  @Test(arguments: weakPoints)
  func aWeakShareInAHybridIsRefused(point: [UInt8]) throws {
    let hybrid = try HybridIdentity()
    let share = [UInt8](repeating: 0, count: 1088) + point
    let stanza = Stanza(
      kind: "mlkem768x25519", arguments: [Base64.text(share, padded: false)],
      body: [UInt8](repeating: 0, count: 32))
    #expect(throws: AgeError.self) { try hybrid.unwrap(stanza) }
  }

  @Test func theShippedWorkFactorIsStrong() throws {
    #expect(ScryptWork.shipped >= 18)
    #expect(ScryptWork.accepted <= 20)
  }

  /// Work factors that would take minutes, or trap in the library, are refused without computing.
  @Test(arguments: ["21", "22", "23", "40", "60", "62", "63", "64", "9223372036854775807"])
  func aHostileWorkFactorIsRefused(logN: String) throws {
    let words = ScryptIdentity(try Passphrase(text))
    let salt = Base64.text([UInt8](repeating: 1, count: 16), padded: false)
    let stanza = Stanza(
      kind: "scrypt", arguments: [salt, logN], body: [UInt8](repeating: 0, count: 32))
    #expect(throws: AgeError.self) { try words.unwrap(stanza) }
  }

  @Test func aWorkFactorOutOfRangeIsNotWritten() throws {
    for logN in [-1, 0, 23, 63, 64] {
      let recipient = ScryptRecipient(try Passphrase(text), logN: logN)
      #expect(throws: AgeError.self) { try Sealing.seal(text, to: [recipient]) }
    }
  }

  @Test func anEmptyPassphraseIsRefused() {
    #expect(throws: AgeError.key("the passphrase is empty")) { try Passphrase([]) }
  }

  @Test func companiesDoNotMix() throws {
    let words = ScryptRecipient(try Passphrase(text), logN: 10)
    let hybrid = try HybridIdentity().recipient
    let mixes: [[any Recipient]] = [
      [], [words, words], [words, identity.recipient], [hybrid, identity.recipient],
    ]
    for mix in mixes {
      #expect(throws: AgeError.self) { try Sealing.seal(text, to: mix) }
    }
  }

  @Test func aHybridFileOpens() throws {
    let hybrid = try HybridIdentity()
    let again = try HybridIdentity(hybrid.secretText)
    let recipient = try HybridRecipient(hybrid.recipient.description)
    let sealed = try Sealing.seal(text, to: [recipient, HybridIdentity().recipient])
    #expect(try Opening.open(sealed, with: [again]) == text)
  }

  /// Two hundred thousand stanzas, or one endless line, are refused at the limit.
  @Test func anEndlessHeaderIsRefused() {
    let many = "age-encryption.org/v1\n" + String(repeating: "-> a\n\n", count: 200_000)
    let long = "age-encryption.org/v1\n-> " + String(repeating: "a", count: 1 << 20)
    for header in [many, long] {
      #expect(throws: AgeError.self) { try Opening.open(Array(header.utf8), with: [identity]) }
    }
  }

  @Test func keysReadBack() throws {
    #expect(try X25519Identity(identity.secretText).recipient == identity.recipient)
    #expect(try X25519Recipient(identity.recipient.description) == identity.recipient)
    let typo = identity.recipient.description.replacingLetter(at: 20)
    #expect(throws: AgeError.self) { try X25519Recipient(typo) }
    #expect(throws: AgeError.self) { try X25519Identity(identity.recipient.description) }
    let file = IdentityFile(notes: ["a note"], identities: [identity])
    #expect(try IdentityFile(reading: file.bytes).notes == ["a note"])
  }

  /// Every single flipped bit is noticed, and nothing of the text comes out with it.
  @Test func everyFlippedBitIsNoticed() throws {
    let sealed = try Sealing.seal(text, to: [identity.recipient])
    for place in sealed.indices {
      for bit in 0..<8 {
        var changed = sealed
        changed[place] ^= 1 << bit
        #expect(throws: AgeError.self, "byte \(place) bit \(bit)") {
          try Opening.open(changed, with: [identity])
        }
      }
    }
  }

  /// Every file cut short is noticed.
  @Test func everyCutIsNoticed() throws {
    let sealed = try Sealing.seal(text, to: [identity.recipient])
    for count in 0..<sealed.count {
      #expect(throws: AgeError.self) {
        try Opening.open(Array(sealed.prefix(count)), with: [identity])
      }
    }
  }
}

extension String {
  fileprivate func replacingLetter(at place: Int) -> String {
    var letters = Array(self)
    letters[place] = letters[place] == "q" ? "p" : "q"
    return String(letters)
  }
}
