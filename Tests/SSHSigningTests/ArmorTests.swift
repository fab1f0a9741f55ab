import Codec
import TestSupport
import Testing

@testable import SSHSigning

/// The lines around a signature are read strictly too.
@Suite struct ArmorTests {
  private static let seed: UInt64 = 0x51_6E_ED

  let sample: SignatureSample
  let text: String

  init() throws {
    sample = try SignatureSample()
    text = String(decoding: sample.signature.armored, as: UTF8.self)
  }

  private func read(_ text: String) -> SigningError? {
    refusal { () throws(SigningError) in _ = try SSHSignature(armored: Array(text.utf8)) }
  }

  private func wrapped(at width: Int) -> String {
    let letters = Base64.text(sample.signature.blob, padded: true)
    var lines = ["-----BEGIN SSH SIGNATURE-----"]
    var rest = letters[...]
    while !rest.isEmpty {
      lines.append(String(rest.prefix(width)))
      rest = rest.dropFirst(width)
    }
    return (lines + ["-----END SSH SIGNATURE-----", ""]).joined(separator: "\n")
  }

  @Test(arguments: [64, 70, 76])
  func widthsInUse(width: Int) throws {
    #expect(try SSHSignature(armored: Array(wrapped(at: width).utf8)) == sample.signature)
  }

  @Test(arguments: [1, 4, 63, 65, 69, 71, 75, 77, 80, 400])
  func otherWidths(width: Int) {
    #expect(isMalformed(read(wrapped(at: width))))
  }

  @Test func withoutTheLastFeed() throws {
    #expect(read(String(text.dropLast())) == nil)
  }

  @Test func anythingAroundIt() {
    let feed = text.firstIndex(of: "\n") ?? text.startIndex
    let others = [
      "", "\n", "\n" + text, " " + text, text + "\n", text + " ", text + "more\n", text + text,
      "\u{FEFF}" + text, text.replacing("\n", with: "\r\n"), text.replacing("\n", with: "\r"),
      text.replacing("\n", with: "\n\n"), text.replacing("SSH SIGNATURE", with: "PGP SIGNATURE"),
      text.replacing("-----END", with: " -----END"), text.replacing("BEGIN", with: "begin"),
      text.replacing("-----\n", with: "----- \n"),
      String(text[...feed]) + " " + text[text.index(after: feed)...],
      String(text[...feed]) + "Comment: a\n\n" + text[text.index(after: feed)...],
      "-----BEGIN SSH SIGNATURE-----\n-----END SSH SIGNATURE-----\n",
      "-----BEGIN SSH SIGNATURE-----\n\n-----END SSH SIGNATURE-----\n",
      "-----BEGIN SSH SIGNATURE-----", "-----END SSH SIGNATURE-----",
    ]
    for other in others { #expect(isMalformed(read(other)), "\(other.debugDescription)") }
  }

  @Test func tooLong() {
    let long = String(repeating: "A", count: SSHSignature.sizeLimit + 1)
    #expect(read(long) == .malformed("it is longer than 8192 bytes"))
  }

  @Test func cutShortAnywhere() {
    for count in 0..<(text.utf8.count - 1) {
      #expect(isMalformed(read(String(text.prefix(count)))), "\(count) bytes")
    }
  }

  /// Every letter changed in every bit: refused, or another signature that does not fit.
  @Test func everyBitOfIt() {
    let bytes = sample.signature.armored
    for bit in 0..<(bytes.count * 8) {
      var changed = bytes
      changed[bit / 8] ^= 1 << UInt8(bit % 8)
      let found = refusal { () throws(SigningError) in
        try SSHSignature(armored: changed).verify(SignatureSample.message, namespace: .pack)
      }
      #expect(found != nil, "bit \(bit)")
    }
  }

  @Test func mutations() throws {
    var dice = SeededRandom(seed: Self.seed)
    let whole = sample.signature.armored
    var taken = 0
    for round in 0..<100_000 {
      var bytes = whole
      for _ in 0...dice.below(3) { Self.change(&bytes, &dice) }
      guard let read = try? SSHSignature(armored: bytes) else { continue }
      taken += 1
      guard read != sample.signature else { continue }
      let found = refusal { () throws(SigningError) in
        try read.verify(SignatureSample.message, namespace: .pack)
      }
      #expect(found != nil, "seed \(Self.seed), round \(round)")
    }
    #expect(taken > 0 && taken < 100_000, "seed \(Self.seed)")
  }

  private static func change(_ bytes: inout [UInt8], _ dice: inout SeededRandom) {
    guard !bytes.isEmpty else { return }
    let place = dice.below(bytes.count)
    switch dice.below(6) {
    case 0: bytes.removeSubrange(place...)
    case 1: bytes.insert(UInt8(dice.below(256)), at: place)
    case 2: bytes.remove(at: place)
    case 3: bytes[place] ^= 1 << UInt8(dice.below(8))
    case 4: bytes.swapAt(place, dice.below(bytes.count))
    default: bytes[place] = Array("Aa0+/=\n-".utf8)[dice.below(8)]
    }
  }
}
