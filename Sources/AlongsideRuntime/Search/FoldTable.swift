internal import Foundation
internal import Synchronization

/// What each letter outside ASCII becomes when text is folded.
///
/// Made a page of 256 letters at a time, when one of them is first met: most journals need two
/// or three of the 4,352 pages. A copy is cheap and can be read without waiting for anyone.
struct FoldTable: Sendable {
  /// Up to seven bytes from the lowest up, their number in the highest; 255 means "see `long`".
  private var pages = [[UInt64]](repeating: [], count: 0x1100)
  private var long: [UInt32: [UInt8]] = [:]

  private static let shared = Mutex(FoldTable())

  /// All that has been made so far.
  static func current() -> FoldTable { shared.withLock { $0 } }

  /// What a letter becomes: up to seven bytes from the lowest up, their number in the highest.
  ///
  /// - Returns: nil for more than seven.
  @inline(__always)
  mutating func packed(_ scalar: UInt32) -> UInt64? {
    let page = Int(scalar >> 8)
    guard page < pages.count else { return 0 }
    if pages[page].isEmpty { self = Self.with(page: page) }
    let packed = pages[page][Int(scalar & 0xFF)]
    return packed >> 56 == 255 ? nil : packed
  }

  /// Adds what a letter becomes, which may be nothing.
  mutating func fold(_ scalar: UInt32, into bytes: inout [UInt8]) {
    guard let packed = packed(scalar) else {
      bytes += long[scalar] ?? []
      return
    }
    for index in 0..<(packed >> 56) {
      bytes.append(UInt8(truncatingIfNeeded: packed >> (8 * index)))
    }
  }

  private static func with(page: Int) -> FoldTable {
    shared.withLock { table in
      if table.pages[page].isEmpty { table.make(page: page) }
      return table
    }
  }

  private mutating func make(page: Int) {
    pages[page] = (0..<256).map { low in
      let value = UInt32(page << 8 | low)
      guard let scalar = Unicode.Scalar(value) else { return 0 }
      let bytes = Self.folded(scalar)
      guard bytes.count <= 7 else {
        long[value] = bytes
        return 255 << 56
      }
      return bytes.enumerated().reduce(UInt64(bytes.count) << 56) {
        $0 | UInt64($1.element) << UInt64(8 * $1.offset)
      }
    }
  }

  /// Takes a letter apart, drops accents and what has no width, and makes it small.
  ///
  /// Small twice over (`ß` to `SS` to `ss`), so that letters with several forms meet.
  static func folded(_ scalar: Unicode.Scalar) -> [UInt8] {
    if let plain = plain[scalar] { return Array(plain.utf8) }
    var folded = ""
    for part in String(scalar).decomposedStringWithCompatibilityMapping.unicodeScalars
    where !isDropped(part) {
      for large in part.properties.uppercaseMapping.unicodeScalars {
        for small in large.properties.lowercaseMapping.unicodeScalars where !isDropped(small) {
          folded += plain[small] ?? (small.properties.isWhitespace ? " " : String(small))
        }
      }
    }
    return Array(folded.utf8)
  }

  /// Accents, points, and what only steers how letters are shown.
  ///
  /// Signs that are letters in all but name (the vowels of Hindi or Thai) stay.
  private static func isDropped(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .format: return true
    case .nonspacingMark, .enclosingMark: break
    default: return false
    }
    if scalar.value == 0x34F || 0xFE00...0xFE0F ~= scalar.value { return true }
    let order = scalar.properties.canonicalCombiningClass.rawValue
    return 10...36 ~= order || order >= 200
  }

  /// Letters that Unicode does not take apart, and marks that people type in several ways.
  private static let plain: [Unicode.Scalar: String] = [
    "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ħ": "h", "ŧ": "t",
    "‘": "'", "’": "'", "‚": "'", "‛": "'", "ʼ": "'", "′": "'", "´": "'", "\u{1FFD}": "'", "‹": "'",
    "›": "'",
    "“": "\"", "”": "\"", "„": "\"", "‟": "\"", "«": "\"", "»": "\"",
    "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "―": "-", "−": "-",
  ]
}
