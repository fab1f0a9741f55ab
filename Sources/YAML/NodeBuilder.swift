/// Builds nodes from events and refuses what a strict file may not hold, as it comes by.
struct NodeBuilder {
  /// Maps and lists may stand inside each other this deep.
  static let depth = 32

  private(set) var root: Node?
  private(set) var problems: [YAMLProblem] = []
  /// False once a part of the file was refused, so that the nodes are not what its author meant.
  private(set) var isWhole = true
  /// False once the nodes would only mislead about what else is wrong.
  private(set) var keepsSense = true
  /// True when reading on makes no sense.
  private(set) var mustStop = false

  private var open: [Container] = []
  private var documents = 0
  private let quoting: Bool

  /// A map or list that has begun.
  private struct Container {
    var mark: Mark
    var isMapping: Bool
    var items: [Node] = []
    var pairs: [Node.Pair] = []
    var lines: [String: Int] = [:]
    var key: (text: String, mark: Mark)?
    /// The value that comes next belongs to a refused key.
    var skipsNext = false
  }

  init(quoting: Bool) {
    self.quoting = quoting
  }

  mutating func take(_ event: Event) {
    refuseDecoration(of: event)
    switch event.kind {
    case .streamStart, .streamEnd, .documentEnd: break
    case .documentStart(let hasDirective): startDocument(hasDirective, at: event.start)
    case .scalar(let text, let style): scalar(text, style, event)
    case .alias: alias(at: event.start)
    case .sequenceStart, .mappingStart: begin(event)
    case .sequenceEnd, .mappingEnd: end()
    }
  }

  private mutating func refuse(
    _ code: YAMLProblem.Code, at mark: Mark, _ message: String, hint: String? = nil,
    keepsShape: Bool = false
  ) {
    refuse(YAMLProblem(code, at: mark, message, hint: hint), keepsShape: keepsShape)
  }

  private mutating func refuse(_ problem: YAMLProblem, keepsShape: Bool = false) {
    problems.append(problem)
    guard !keepsShape else { return }
    isWhole = false
    // A name or tag before a text leaves the text as it is.
    if ![.anchor, .tag, .directive].contains(problem.code) { keepsSense = false }
  }

  private mutating func refuseDecoration(of event: Event) {
    let quotes = "If the text itself begins with this sign, put it in quotes."
    if event.hasAnchor {
      refuse(
        .anchor, at: event.start, "This names a part of the file (&), which is not allowed here.",
        hint: "Write the part out each time. " + quotes)
    }
    if event.hasTag {
      refuse(
        .tag, at: event.start, "This begins with a tag (!), which is not allowed here.",
        hint: "Take the tag away. " + quotes)
    }
  }

  private mutating func startDocument(_ hasDirective: Bool, at mark: Mark) {
    documents += 1
    if documents > 1 {
      refuse(
        .severalDocuments, at: mark, "A second document begins here; a file holds only one.",
        hint: "Move what follows into a file of its own, or take the line with --- away.")
      mustStop = true
    }
    if hasDirective {
      refuse(
        .directive, at: mark, "Lines that begin with % are not read here.",
        hint: "Take the line away.")
    }
  }

  private mutating func alias(at mark: Mark) {
    refuse(
      .alias, at: mark, "This points to another part of the file (*), which is not allowed here.",
      hint: "Write the part out again. If the text itself begins with *, put it in quotes.")
    place(Node(.scalar(.init("", isPlain: true)), at: mark))
  }

  private mutating func scalar(_ text: String, _ style: Event.Style, _ event: Event) {
    // Only double quotes know escapes; all else was seen in the bytes already.
    if style == .doubleQuoted, let (kind, scalar) = UnseenCharacter.first(in: text) {
      problems.append(kind.problem(scalar, at: event.start))
    }
    if text == "<<", style == .plain, isAtKey {
      refuse(
        .mergeKey, at: event.start, "This merges another map (<<), which is not allowed here.",
        hint: "Write the keys out.")
      open[open.count - 1].skipsNext = true
      return
    }
    place(Node(.scalar(.init(text, isPlain: style == .plain)), at: event.start))
  }

  private var isAtKey: Bool {
    guard let last = open.last else { return false }
    return last.isMapping && last.key == nil && !last.skipsNext
  }

  private mutating func begin(_ event: Event) {
    guard open.count < Self.depth else {
      mustStop = true
      return refuse(.tooDeep(Self.depth, at: event.start))
    }
    var isMapping = false
    if case .mappingStart = event.kind { isMapping = true }
    open.append(Container(mark: event.start, isMapping: isMapping))
  }

  private mutating func end() {
    guard let done = open.popLast() else { return }
    place(Node(done.isMapping ? .mapping(done.pairs) : .sequence(done.items), at: done.mark))
  }

  /// Puts a finished node where it belongs: root, item, key or value.
  private mutating func place(_ node: Node) {
    guard let last = open.indices.last else {
      root = root ?? node
      return
    }
    if !open[last].isMapping {
      open[last].items.append(node)
    } else if open[last].skipsNext {
      open[last].skipsNext = false
    } else if let key = open[last].key {
      open[last].key = nil
      open[last].pairs.append(.init(key: key.text, keyMark: key.mark, value: node))
    } else {
      placeKey(node, in: last)
    }
  }

  /// Spaces that are no spaces to YAML, so that what was meant as indentation becomes a key.
  private static func beginsWithOddSpace(_ text: String) -> Bool {
    guard let value = text.unicodeScalars.first?.value else { return false }
    return value == 0xA0 || (0x2000...0x200A).contains(value) || value == 0x202F || value == 0x3000
  }

  private mutating func placeKey(_ node: Node, in last: Int) {
    guard case .scalar(let scalar) = node.kind else {
      open[last].skipsNext = true
      return refuse(
        .keyShape, at: node.mark, "A list or map stands here in place of a key.",
        hint: "If this is text with braces or brackets, put it in quotes.")
    }
    if scalar.isPlain, Self.beginsWithOddSpace(scalar.text) {
      open[last].skipsNext = true
      (isWhole, keepsSense) = (false, false)
      return problems.append(.oddSpace(at: node.mark))
    }
    if let line = open[last].lines[scalar.text] {
      open[last].skipsNext = true
      let key = quoting ? "\"\(scalar.text)\"" : "This key"
      return refuse(.duplicateKey(key, first: line, at: node.mark), keepsShape: true)
    }
    open[last].lines[scalar.text] = node.mark.line
    open[last].key = (scalar.text, node.mark)
  }
}
