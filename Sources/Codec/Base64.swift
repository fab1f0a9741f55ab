// Codec: the spellings that more than one module reads and writes.
//
// `Base64` and `Base32` spell bytes as letters, and `Armor` puts letters in lines between a `BEGIN` and an `END`
// line; what is special about the armor of age or of SSH stays with those modules. `WireWriter` writes numbers and
// byte strings one after another, and `WireReader` reads them. `JSONCursor` walks over JSON without decoding what
// nobody asked for.
//
// One spelling for the same bytes matters because files are signed and compared: a second one would let two files
// that look different be the same.
//
// Everything is bytes in memory. The module knows no key, no journal and no entry, and imports none of our modules.
//
// It must never take a second spelling of the same bytes in base64 or base32, read past an end, or put what it
// read in an error.

#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// Base64 of RFC 4648 §4, accepting only the one canonical spelling of each byte string.
///
/// Foundation's decoder ignores stray bits after the last byte, and OpenSSH's also skips blanks. Either
/// would let one file have many spellings, so what was decoded is encoded again and compared.
///
/// ```swift
/// Base64.text([0x66], padded: true)  // "Zg=="
/// Base64.decode("Zg==".utf8, padded: true)  // [0x66]
/// Base64.decode("Zh==".utf8, padded: true)  // nil: stray bits
/// ```
package enum Base64 {
  private static let filler = UInt8(ascii: "=")

  /// Encodes `bytes`, with `=` at the end only when `padded`.
  package static func encode(_ bytes: some Sequence<UInt8>, padded: Bool) -> [UInt8] {
    let letters = Data(bytes).base64EncodedData()
    return padded ? Array(letters) : letters.filter { $0 != filler }
  }

  /// Encodes `bytes` as text, with `=` at the end only when `padded`.
  package static func text(_ bytes: some Sequence<UInt8>, padded: Bool) -> String {
    String(decoding: encode(bytes, padded: padded), as: UTF8.self)
  }

  /// Decodes `letters`, or returns `nil` unless they are the canonical spelling of some bytes.
  package static func decode(_ letters: some Collection<UInt8>, padded: Bool) -> [UInt8]? {
    var whole = Data(letters)
    if !padded { while whole.count % 4 != 0 { whole.append(filler) } }
    guard let bytes = Data(base64Encoded: whole).map(Array.init),
      encode(bytes, padded: padded).elementsEqual(letters)
    else { return nil }
    return bytes
  }
}
