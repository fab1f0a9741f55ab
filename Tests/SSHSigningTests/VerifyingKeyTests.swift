import Codec
import Crypto
import Testing

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

@testable import SSHSigning

/// Public keys: the line, the bytes, and the points that are refused.
@Suite struct VerifyingKeyTests {
  let key = SigningKey().verifyingKey

  private func reading(_ line: String) -> SigningError? {
    refusal { () throws(SigningError) in _ = try VerifyingKey(line: line) }
  }

  @Test func linesInUse() throws {
    let line = key.line
    for other in [
      line, line + "\n", line + "\r\n", line + " somebody's comment", line + " a b\n",
      "  \(line)\t", line.replacing(" ", with: "\t "),
    ] { #expect(try VerifyingKey(line: other) == key, "\(other.debugDescription)") }
    #expect(try VerifyingKey(blob: key.blob) == key)
    #expect(key.digest.count == 32)
    #expect(key.blob.count == 51)
  }

  @Test func linesThatAreNone() {
    let line = key.line
    let letters = line.dropFirst("ssh-ed25519 ".count)
    for other in [
      "", "\n", "ssh-ed25519", String(letters), line + "\n" + line, line + "=", line + "A",
      String(line.dropLast()), "ssh-rsa \(letters)", "SSH-ED25519 \(letters)",
      "ssh-ed25519 \(letters.dropLast(4))", "ssh-ed25519 =", "ssh-ed25519,\(letters)",
      "-----BEGIN OPENSSH PRIVATE KEY-----\n", String(repeating: "a", count: 20_000),
    ] { #expect(isMalformed(reading(other)), "\(other.debugDescription)") }
  }

  @Test(arguments: ["ssh-rsa", "sk-ssh-ed25519@openssh.com", "ssh-ed25519-cert-v01@openssh.com"])
  func otherKinds(kind: String) {
    let blob = SignatureSample.keyBlob(kind: kind, [UInt8](repeating: 9, count: 32))
    #expect(reading("\(kind) \(Base64.text(blob, padded: true)) comment") == .otherKey(kind))
  }

  @Test(arguments: [0, 1, 31, 33, 64])
  func otherLengths(count: Int) {
    let blob = SignatureSample.keyBlob([UInt8](repeating: 9, count: count))
    #expect(isMalformed(reading("ssh-ed25519 \(Base64.text(blob, padded: true))")))
  }

  @Test func somethingAfterThePoint() {
    let blob = SignatureSample.keyBlob(key.point, then: [0])
    #expect(isMalformed(reading("ssh-ed25519 \(Base64.text(blob, padded: true))")))
  }

  /// Every y from p on has another, shorter spelling.
  @Test func pointsThatAreNotReduced() {
    for low in 0xED...0xFF {
      for high in [0x7F, 0xFF] {
        let point = [UInt8(low)] + [UInt8](repeating: 0xFF, count: 30) + [UInt8(high)]
        let blob = SignatureSample.keyBlob(point)
        #expect(
          reading("ssh-ed25519 \(Base64.text(blob, padded: true))") == .weakKey, "\(low) \(high)")
      }
    }
  }

  /// With each of the 14 encodings, a signature of zeros is taken for some text by swift-crypto.
  ///
  /// There are eight points whose order divides 8. The list holds ten encodings with a reduced y
  /// and two of them have x = 0 with its sign set, so that no point is missing.
  @Test func pointsOfSmallOrder() {
    let forged = [1] + [UInt8](repeating: 0, count: 63)
    var points: Set<[UInt8]> = []
    for y in PointEncoding.smallOrder {
      for sign: UInt8 in [0, 0x80] {
        let point = y.dropLast() + [y[31] | sign]
        points.insert(Array(point))
        let taken = (0..<300).contains { number in
          let raw = try? Curve25519.Signing.PublicKey(rawRepresentation: point)
          return raw?.isValidSignature(forged, for: Array("text \(number)".utf8)) ?? false
        }
        #expect(taken, "\(point)")
        #expect(!PointEncoding.isSound(Array(point)))
        let blob = SignatureSample.keyBlob(Array(point))
        #expect(reading("ssh-ed25519 \(Base64.text(blob, padded: true))") == .weakKey)
      }
    }
    #expect(points.count == 14)
  }

  /// Neighbours of the refused values are ordinary.
  @Test func neighboursAreTaken() {
    let below = [0xEB] + [UInt8](repeating: 0xFF, count: 30) + [0x7F]
    let other = [0xED] + [UInt8](repeating: 0xFF, count: 29) + [0xFE, 0x7F]
    #expect(PointEncoding.isSound(below))
    #expect(PointEncoding.isSound(other))
    #expect(PointEncoding.isSound([2] + [UInt8](repeating: 0, count: 31)))
  }
}
