/// One step of the parser through a file.
struct Event {
  enum Kind {
    case streamStart, streamEnd, documentEnd
    case documentStart(hasDirective: Bool)
    case scalar(String, Style)
    case alias
    case sequenceStart, sequenceEnd
    case mappingStart, mappingEnd
  }

  /// How a scalar was written.
  enum Style {
    case plain, quoted, doubleQuoted, block
  }

  var kind: Kind
  var start: Mark
  var end: Mark
  var hasAnchor = false
  var hasTag = false
  /// Whether a list or map that begins here is written in brackets or braces.
  var isFlow = false
}

/// Where and why libyaml gave up, in its own words; `SyntaxWords` turns them into ours.
struct SyntaxFailure {
  var problem: String
  var problemMark: Mark
  /// What it was doing, and where that began.
  var context: String
  var contextMark: Mark
}
