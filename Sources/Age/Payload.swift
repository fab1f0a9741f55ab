internal import Crypto
#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// The content of an age file: chunks of 64 KiB, each sealed under a counter and a flag that marks
/// the last.
///
/// This is the STREAM construction of the age specification.
enum Payload {
  static let chunkByteCount = 1 << 16
  static let tagByteCount = 16
  static let nonceByteCount = 16
}

/// Counts chunks: eleven bytes of counter, one byte that is 1 for the last.
private struct ChunkNonce {
  private var count: UInt64 = 0

  func bytes(last: Bool) throws -> ChaChaPoly.Nonce {
    var bytes = [UInt8](repeating: 0, count: 3)
    withUnsafeBytes(of: count.bigEndian) { bytes += $0 }
    bytes.append(last ? 1 : 0)
    return try ChaChaPoly.Nonce(data: bytes)
  }

  mutating func advance() {
    count += 1
  }
}

/// Seals chunk after chunk.
struct PayloadSealer {
  private let key: SymmetricKey
  private var nonce = ChunkNonce()

  init(key: SymmetricKey) {
    self.key = key
  }

  mutating func seal(_ chunk: ArraySlice<UInt8>, last: Bool) throws -> ArraySlice<UInt8> {
    defer { nonce.advance() }
    let nonce = try nonce.bytes(last: last)
    let box = try chunk.withUnsafeBytes { try ChaChaPoly.seal($0, using: key, nonce: nonce) }
    return Array(box.combined.dropFirst(12))[...]
  }
}

/// Opens chunk after chunk.
struct PayloadOpener {
  private let key: SymmetricKey
  private var nonce = ChunkNonce()

  init(key: SymmetricKey) {
    self.key = key
  }

  /// Opens one sealed chunk.
  ///
  /// A full chunk may be the last or not; which one it was sealed as, not where the file happens to
  /// end, decides. A shorter one can only be the last.
  ///
  /// - Returns: the content, and whether it was sealed as the last.
  /// - Throws: `AgeError.payload` when it was changed or moved.
  mutating func open(
    _ chunk: ArraySlice<UInt8>, expectingLast: Bool
  ) throws -> (plain: ArraySlice<UInt8>, isLast: Bool) {
    let isFull = chunk.count == Payload.chunkByteCount + Payload.tagByteCount
    let guesses = isFull ? [expectingLast, !expectingLast] : [true]
    defer { nonce.advance() }
    for guess in guesses {
      if let plain = open(chunk, nonce: try nonce.bytes(last: guess)) { return (plain, guess) }
    }
    throw AgeError.payload("it was changed, or cut short")
  }

  private func open(_ chunk: ArraySlice<UInt8>, nonce: ChaChaPoly.Nonce) -> ArraySlice<UInt8>? {
    guard chunk.count >= Payload.tagByteCount,
      let box = try? ChaChaPoly.SealedBox(
        nonce: nonce, ciphertext: chunk.dropLast(Payload.tagByteCount),
        tag: chunk.suffix(Payload.tagByteCount)),
      let plain = try? ChaChaPoly.open(box, using: key)
    else { return nil }
    return Array(plain)[...]
  }
}
