/// A path that is safe in an archive: the same rules for writing and for reading.
///
/// Relative, of UTF-8, its parts divided by `/`; no part is empty, `.` or `..`; no backslash; no
/// control characters and none that turn or hide text on a screen.
struct MemberPath {
  let text: String

  /// What two paths share when a disk that ignores capitals takes them for one.
  ///
  /// Swift compares text by meaning, so two spellings of one accent are one path here as well.
  var folded: String { text.lowercased() }

  /// Throws `ArchiveError.path` with the rule that `bytes` break.
  init(_ bytes: some Collection<UInt8>) throws(ArchiveError) {
    if let rule = Self.brokenRule(bytes) {
      throw .path(Self.shown(bytes), rule: rule)
    }
    text = String(decoding: bytes, as: UTF8.self)
  }

  /// The rule that a path breaks, in words, or nil when it keeps them all.
  static func brokenRule(_ bytes: some Collection<UInt8>) -> String? {
    guard let text = String(validating: bytes, as: UTF8.self) else { return "it is not UTF-8 text" }
    if text.isEmpty { return "it is empty" }
    if text.utf8.first == UInt8(ascii: "/") { return "it begins at the top of the disk" }
    if text.utf8.contains(UInt8(ascii: "\\")) { return "it holds a backslash" }
    if text.unicodeScalars.contains(where: isUnsafe) {
      return "it holds characters that do not show"
    }
    for part in text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
      if part.isEmpty { return "one of its parts is empty" }
      if part.elementsEqual(".".utf8) { return "one of its parts is \".\"" }
      if part.elementsEqual("..".utf8) { return "it leads out of its folder" }
    }
    return nil
  }

  /// A path as it may stand in an error: at most 60 characters, none that a screen acts on.
  static func shown(_ bytes: some Collection<UInt8>) -> String {
    let scalars = String(decoding: bytes.prefix(512), as: UTF8.self).unicodeScalars
    var text = String.UnicodeScalarView()
    for scalar in scalars.prefix(60) {
      text.append(isUnsafe(scalar) ? "\u{FFFD}" : scalar)
    }
    if scalars.count > 60 { text.append("…") }
    return String(text)
  }

  /// Control characters, line separators, and everything that is there without being seen.
  ///
  /// The two joiners stay: scripts and emoji need them inside words.
  private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    if scalar == "\u{200C}" || scalar == "\u{200D}" { return false }
    return switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }
}
