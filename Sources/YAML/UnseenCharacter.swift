/// Characters that a reader does not see but that change what is read.
///
/// Terminals and editors obey control and bidi characters, so text that carries them can show
/// something other than what it says. The joiners ZWJ and ZWNJ are needed inside words of several
/// scripts and inside emoji, and are allowed there.
package enum UnseenCharacter: Sendable, Hashable {
  case control
  case bidi
  case invisible
  /// ZWJ or ZWNJ: fine between two letters or emoji, invisible elsewhere.
  case joiner

  /// The kind of unseen character that `scalar` is, or nil for one that may stand anywhere.
  ///
  /// Tab, line feed and carriage return are left to the caller.
  package init?(_ scalar: Unicode.Scalar) {
    let value = scalar.value
    if value < 0x20 || (0x7F...0x9F).contains(value) {
      self = .control
    } else if value < 0xAD {
      return nil
    } else if value == 0x200C || value == 0x200D {
      self = .joiner
    } else if Self.bidiRanges.contains(where: { $0.contains(value) }) {
      self = .bidi
    } else if Self.invisibleRanges.contains(where: { $0.contains(value) }) {
      self = .invisible
    } else {
      return nil
    }
  }

  /// Every character with the Unicode property Bidi_Control.
  private static let bidiRanges: [ClosedRange<UInt32>] = [
    0x061C...0x061C, 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069,
  ]

  /// Format characters, fillers, line separators and tags that leave no trace on screen.
  ///
  /// The emoji and text variation selectors FE0E and FE0F are absent on purpose.
  private static let invisibleRanges: [ClosedRange<UInt32>] = [
    0x00AD...0x00AD, 0x034F...0x034F, 0x115F...0x1160, 0x17B4...0x17B5, 0x180B...0x180F,
    0x200B...0x200B, 0x2028...0x2029, 0x2060...0x2065, 0x206A...0x206F, 0x3164...0x3164,
    0xFE00...0xFE0D, 0xFEFF...0xFEFF, 0xFFA0...0xFFA0, 0xFFF0...0xFFFB, 0xFFFE...0xFFFF,
    0x1BCA0...0x1BCA3, 0x1D173...0x1D17A, 0xE0000...0xE0FFF,
  ]

  /// True when a joiner between these two neighbours is part of a word or an emoji.
  package static func joins(_ before: Unicode.Scalar?, _ after: Unicode.Scalar?) -> Bool {
    guard let before, let after else { return false }
    return isWordLike(before) && isWordLike(after)
  }

  private static func isWordLike(_ scalar: Unicode.Scalar) -> Bool {
    let value = scalar.value
    guard value >= 0xC0, !(0x2000...0x206F).contains(value), value != 0x3000 else { return false }
    return Self(scalar) == nil
  }

  /// The first unseen character of `text`, tabs and line feeds aside.
  package static func first(in text: String) -> (UnseenCharacter, Unicode.Scalar)? {
    var before: Unicode.Scalar?
    var waiting: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      if let joiner = waiting {
        guard joins(before, scalar) else { return (.invisible, joiner) }
        waiting = nil
      }
      if scalar != "\t", scalar != "\n", let kind = Self(scalar) {
        guard kind == .joiner else { return (kind, scalar) }
        waiting = scalar
      } else {
        before = scalar
      }
    }
    return waiting.map { (.invisible, $0) }
  }

  /// The problem to report for an unseen character at a place.
  package func problem(_ scalar: Unicode.Scalar, at mark: Mark) -> YAMLProblem {
    let name = Self.name(of: scalar)
    switch self {
    case .control:
      return YAMLProblem(
        .controlCharacter, at: mark, "There is a control character (\(name)) here.",
        hint: "Delete it; it may have come in by copy and paste.")
    case .bidi:
      return YAMLProblem(
        .bidiCharacter, at: mark,
        "There is an unseen character (\(name)) here that changes the direction of text.",
        hint: "Delete it, so that everybody reads the same words.")
    case .invisible, .joiner:
      return YAMLProblem(
        .invisibleCharacter, at: mark, "There is an invisible character (\(name)) here.",
        hint: "Delete it and type the space or word again.")
    }
  }

  /// The usual way of naming a character by number: `U+200B`.
  private static func name(of scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
  }
}
