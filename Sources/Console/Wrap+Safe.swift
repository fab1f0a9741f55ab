extension Wrap {
  /// Text that cannot move the cursor, hide itself or turn the reading direction round.
  ///
  /// For anything that came from outside: a pack, another person's page, a file name. Control
  /// characters become their visible pictures, C1 controls, the bidi embeddings, overrides and
  /// isolates and the invisible tags become `�`; only the flags of England, Scotland and Wales, which
  /// are spelt with tags, stay. Line feeds and tabs stay, CRLF and CR become a line feed, and the line
  /// and paragraph separators a space. The plain direction marks stay: they reorder nothing.
  package static func safe(_ text: String) -> String {
    if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) || $0 == 0x0A }) { return text }
    var result = String.UnicodeScalarView()
    var afterReturn = false
    var rest = text.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      if !(afterReturn && scalar == "\n") { result.append(shown(scalar)) }
      afterReturn = scalar == "\r"
      if scalar == flag, let tags = flagTags.first(where: rest.starts(with:)) {
        result.append(contentsOf: tags)
        rest = rest.dropFirst(tags.count)
      }
    }
    return String(result)
  }

  private static let flag: Unicode.Scalar = "\u{1F3F4}"

  /// What follows a black flag to make it the flag of a nation.
  private static let flagTags: [[Unicode.Scalar]] = ["gbeng", "gbsct", "gbwls"].map { nation in
    nation.unicodeScalars.compactMap { Unicode.Scalar(0xE0000 + $0.value) } + ["\u{E007F}"]
  }

  private static func shown(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0x09, 0x0A: scalar
    case 0x0D: "\n"
    case 0x00..<0x20: Unicode.Scalar(0x2400 + scalar.value) ?? replacement
    case 0x7F: "\u{2421}"
    case 0x80..<0xA0, 0x202A...0x202E, 0x2066...0x2069, 0xE0000...0xE007F: replacement
    case 0x2028, 0x2029: " "
    default: scalar
    }
  }

  private static let replacement: Unicode.Scalar = "\u{FFFD}"
}
