import YAML

/// A piece of a YAML file to write, in the order in which people like to read it.
indirect enum YAMLPiece {
  /// A text, in quotes or as a block if it needs that.
  case words(String)
  /// A number, or a word that is safe without quotes.
  case plain(String)
  /// `[a, b]`
  case row([YAMLPiece])
  /// `{a: 1, b: 2}`
  case braces([Member])
  /// One item a line, each after a dash.
  case list([YAMLPiece])
  /// One key a line.
  case map([Member])

  typealias Member = (key: String, value: YAMLPiece)

  /// Makes a piece of what a person wrote, to write it again.
  init(_ node: Node) {
    switch node.kind {
    case .scalar(let scalar):
      // Bare words that look like a number or a null were meant as one.
      let isMeantBare = scalar.isPlain && !scalar.text.utf8.contains(0x0A)
      self = isMeantBare ? .plain(scalar.text) : .words(scalar.text)
    case .sequence(let items): self = .list(items.map(YAMLPiece.init))
    case .mapping(let pairs): self = .map(pairs.map { ($0.key, YAMLPiece($0.value)) })
    }
  }

  /// Returns the whole file, with a line break after its last line.
  static func file(_ members: [Member], heading: [String] = []) -> String {
    let comments = heading.map { $0.isEmpty ? "#" : "# \($0)" }
    return (comments + Self.map(members).lines(indent: 0)).joined(separator: "\n") + "\n"
  }

  /// Returns the lines of a list or map, each with its indentation.
  private func lines(indent: Int) -> [String] {
    let space = String(repeating: " ", count: indent)
    switch self {
    case .map(let members) where !members.isEmpty:
      return members.flatMap { member in
        let key = space + YAMLScalar.inline(member.key) + ":"
        return member.value.below(key, indent: indent)
      }
    case .list(let items) where !items.isEmpty:
      return items.flatMap { $0.item(indent: indent) }
    default: return [space + inline]
    }
  }

  /// Returns the lines of a value after its key.
  private func below(_ key: String, indent: Int) -> [String] {
    switch self {
    case .map(let members) where !members.isEmpty: return [key] + lines(indent: indent + 2)
    case .list(let items) where !items.isEmpty: return [key] + lines(indent: indent + 2)
    default: return text(after: key, indent: indent)
    }
  }

  /// Returns the lines of an item after its dash.
  private func item(indent: Int) -> [String] {
    let dash = String(repeating: " ", count: indent) + "-"
    switch self {
    case .map(let members) where !members.isEmpty: return behind(dash, indent: indent)
    case .list(let items) where !items.isEmpty: return behind(dash, indent: indent)
    default: return text(after: dash, indent: indent)
    }
  }

  private func behind(_ dash: String, indent: Int) -> [String] {
    var lines = lines(indent: indent + 2)
    lines[0] = dash + " " + lines[0].dropFirst(indent + 2)
    return lines
  }

  private func text(after start: String, indent: Int) -> [String] {
    if case .words(let text) = self,
      let block = YAMLBlock(text, indent: indent + 2, column: start.count + 1)
    {
      let space = String(repeating: " ", count: indent + 2)
      return [start + " " + block.mark] + block.lines.map { $0.isEmpty ? "" : space + $0 }
    }
    return [start + " " + inline]
  }

  /// The piece on one line.
  private var inline: String { inline(isInFlow: false) }

  private func inline(isInFlow: Bool) -> String {
    switch self {
    case .words(let text): return YAMLScalar.inline(text, isInFlow: isInFlow)
    case .plain(let text): return text
    case .row(let items), .list(let items):
      return "[" + items.map { $0.inline(isInFlow: true) }.joined(separator: ", ") + "]"
    case .braces(let members), .map(let members):
      let pairs = members.map { member in
        YAMLScalar.inline(member.key, isInFlow: true) + ": " + member.value.inline(isInFlow: true)
      }
      return "{" + pairs.joined(separator: ", ") + "}"
    }
  }
}
