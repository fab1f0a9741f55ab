internal import Codec
internal import Crypto
internal import CryptoExtras
#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

private let kind = "scrypt"
private let label = "age-encryption.org/v1/scrypt"

/// Words that open a file, as the bytes they were typed in.
///
/// They are never a `String`, whose copies nobody can wipe.
package struct Passphrase: Sendable {
  let secret: SymmetricKey

  /// Takes the bytes of a passphrase.
  ///
  /// - Throws: `AgeError.key` when there are none: an empty passphrase protects nothing.
  package init(_ bytes: some Collection<UInt8>) throws(AgeError) {
    guard !bytes.isEmpty else { throw .key("the passphrase is empty") }
    secret = SymmetricKey(data: Array(bytes))
  }

  /// Derives the wrapping key: scrypt of RFC 7914 with r 8, p 1 and N = 2^`logN`.
  func wrappingKey(salt: [UInt8], logN: Int) throws(AgeError) -> SymmetricKey {
    // swift-crypto computes the memory size in trapping arithmetic: check before calling.
    guard (1...ScryptWork.ceiling).contains(logN) else { throw .header("work factor out of range") }
    do {
      return try secret.withUnsafeBytes {
        try KDF.Scrypt.deriveKey(
          from: Data($0), salt: Array(label.utf8) + salt, outputByteCount: 32, rounds: 1 << logN,
          blockSize: 8, parallelism: 1)
      }
    } catch {
      throw .system("there was not enough memory to check a passphrase")
    }
  }
}

/// How hard a passphrase is to guess by trying: 2^N rounds.
package enum ScryptWork {
  /// What new files are written with: about a second and 256 MiB for each guess.
  package static let shipped = 18
  /// What is computed at most on opening unless asked otherwise: about 1 GiB.
  package static let accepted = 20
  /// What may be asked for at most.
  package static let ceiling = 22
}

/// Seals to a passphrase.
///
/// It stands alone in its file: age forbids company.
package struct ScryptRecipient: Recipient {
  private let passphrase: Passphrase
  private let logN: Int

  /// Seals to `passphrase` with 2^`logN` rounds; tests pass a small one.
  package init(_ passphrase: Passphrase, logN: Int = ScryptWork.shipped) {
    self.passphrase = passphrase
    self.logN = logN
  }

  package var company: RecipientCompany { .alone }

  package func wrap(_ key: FileKey) throws -> Stanza {
    let salt = SymmetricKey(size: .bits128).withUnsafeBytes { Array($0) }
    let wrapping = try passphrase.wrappingKey(salt: salt, logN: logN)
    return Stanza(
      kind: kind, arguments: [Base64.text(salt, padded: false), String(logN)],
      body: try key.wrapped(under: wrapping))
  }
}

/// Opens files sealed to a passphrase.
package struct ScryptIdentity: Identity {
  private let passphrase: Passphrase
  private let accepted: Int

  /// Opens with `passphrase`, refusing to compute more than 2^`accepted` rounds.
  package init(_ passphrase: Passphrase, accepting accepted: Int = ScryptWork.accepted) {
    self.passphrase = passphrase
    self.accepted = min(accepted, ScryptWork.ceiling)
  }

  package func unwrap(_ stanza: Stanza) throws(AgeError) -> FileKey? {
    guard stanza.kind == kind else { return nil }
    guard stanza.arguments.count == 2,
      let salt = Base64.decode(Array(stanza.arguments[0].utf8), padded: false), salt.count == 16
    else { throw .header("a scrypt stanza needs a salt of 16 bytes and a work factor") }
    let logN = try Self.workFactor(stanza.arguments[1])
    guard logN <= accepted else {
      throw .header("it asks for 2^\(logN) rounds of scrypt, more than the 2^\(accepted) accepted")
    }
    guard stanza.body.count == FileKey.wrappedByteCount else {
      throw .header("a scrypt stanza's body is not 32 bytes")
    }
    let wrapping = try passphrase.wrappingKey(salt: salt, logN: logN)
    return FileKey(unwrapping: stanza.body, under: wrapping)
  }

  /// Reads `[1-9][0-9]*`.
  ///
  /// Swift's own parser would take `+10` and `010`.
  private static func workFactor(_ text: String) throws(AgeError) -> Int {
    let digits = Array(text.utf8)
    guard digits.first != UInt8(ascii: "0"), digits.allSatisfy({ (48...57).contains($0) }),
      let value = Int(text)
    else { throw .header("a scrypt work factor is not a plain number") }
    return value
  }
}
