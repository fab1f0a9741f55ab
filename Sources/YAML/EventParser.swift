import CLibYAML

/// The C parser, which reads from its own copy of the bytes and frees everything when it goes.
struct EventParser: ~Copyable {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let input: UnsafeMutableBufferPointer<UInt8>
  private let isReady: Bool

  init(_ bytes: [UInt8]) {
    parser = .allocate(capacity: 1)
    input = .allocate(capacity: bytes.count)
    _ = input.initialize(from: bytes)
    isReady = yaml_parser_initialize(parser) == 1
    guard isReady else { return }
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, input.baseAddress, input.count)
  }

  deinit {
    if isReady { yaml_parser_delete(parser) }
    parser.deallocate()
    input.deallocate()
  }

  /// The next event, or why there is none.
  ///
  /// - Parameter withText: false leaves the texts out, which is quicker where only the form counts.
  mutating func next(withText: Bool = true) -> Result<Event, Failed> {
    guard isReady else { return .failure(Failed(failure: nil)) }
    var event = yaml_event_t()
    guard yaml_parser_parse(parser, &event) == 1 else {
      return .failure(Failed(failure: failure()))
    }
    defer { yaml_event_delete(&event) }
    return .success(Event(event, withText: withText))
  }

  /// The parser stopped; without details when there was no memory for it.
  struct Failed: Error {
    var failure: SyntaxFailure?
  }

  private func failure() -> SyntaxFailure? {
    let state = parser.pointee
    guard state.error != YAML_MEMORY_ERROR else { return nil }
    return SyntaxFailure(
      problem: state.problem.map { String(cString: $0) } ?? "",
      problemMark: Mark(state.problem_mark),
      context: state.context.map { String(cString: $0) } ?? "",
      contextMark: Mark(state.context_mark))
  }
}

extension Mark {
  /// libyaml counts lines and columns from 0, columns in scalars.
  fileprivate init(_ mark: yaml_mark_t) {
    self.init(line: Int(clamping: mark.line) + 1, column: Int(clamping: mark.column) + 1)
  }
}

extension Event {
  fileprivate init(_ event: yaml_event_t, withText: Bool) {
    self.init(kind: .streamStart, start: Mark(event.start_mark), end: Mark(event.end_mark))
    let data = event.data
    switch event.type {
    case YAML_DOCUMENT_START_EVENT:
      let start = data.document_start
      let tags = start.tag_directives.start != start.tag_directives.end
      kind = .documentStart(hasDirective: start.version_directive != nil || tags)
    case YAML_DOCUMENT_END_EVENT: kind = .documentEnd
    case YAML_STREAM_END_EVENT: kind = .streamEnd
    case YAML_ALIAS_EVENT: kind = .alias
    case YAML_SCALAR_EVENT:
      let scalar = data.scalar
      let bytes = UnsafeBufferPointer(start: scalar.value, count: withText ? scalar.length : 0)
      kind = .scalar(String(decoding: bytes, as: UTF8.self), Style(scalar.style))
      (hasAnchor, hasTag) = (scalar.anchor != nil, scalar.tag != nil)
    case YAML_SEQUENCE_START_EVENT:
      kind = .sequenceStart
      (hasAnchor, hasTag) = (data.sequence_start.anchor != nil, data.sequence_start.tag != nil)
      isFlow = data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE
    case YAML_SEQUENCE_END_EVENT: kind = .sequenceEnd
    case YAML_MAPPING_START_EVENT:
      kind = .mappingStart
      (hasAnchor, hasTag) = (data.mapping_start.anchor != nil, data.mapping_start.tag != nil)
      isFlow = data.mapping_start.style == YAML_FLOW_MAPPING_STYLE
    case YAML_MAPPING_END_EVENT: kind = .mappingEnd
    default: break
    }
  }
}

extension Event.Style {
  fileprivate init(_ style: yaml_scalar_style_t) {
    switch style {
    case YAML_PLAIN_SCALAR_STYLE: self = .plain
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE: self = .doubleQuoted
    case YAML_SINGLE_QUOTED_SCALAR_STYLE: self = .quoted
    default: self = .block
    }
  }
}
