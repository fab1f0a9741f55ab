#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// The one way in which this program spells JSON: sorted keys, no escaped slashes.
package enum JSON {
  /// Compact for sealing, spread out for people.
  package static func bytes(_ value: some Encodable, isSpread: Bool = false) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    if isSpread { encoder.outputFormatting.insert(.prettyPrinted) }
    return Array(try encoder.encode(value))
  }

  package static func text(_ value: some Encodable) throws -> String {
    String(decoding: try bytes(value, isSpread: true), as: UTF8.self)
  }

  static func read<T: Decodable>(_ type: T.Type, from bytes: [UInt8]) throws -> T {
    try JSONDecoder().decode(type, from: Data(bytes))
  }
}
