import PackFormat
package import Practice
import YAML

/// Where each field of an item came from.
package struct Explanation: Sendable, Hashable {
  /// One field, and who set it as it is.
  package struct Field: Sendable, Hashable {
    /// `title`, `stayed/ask`.
    package var name: String
    package var pack: String
    /// The file inside the pack, and the line.
    package var file: String
    package var line: Int
    /// Why another pack set it; nil for the item's own pack.
    package var because: String?
    /// What the item's own pack has there; nil where nothing was changed, or nothing stood there.
    package var original: String?
    /// What stands there now, where it was changed.
    package var value: String?
  }

  package var item: String
  package var title: String
  package var fields: [Field]
  package var leftOut: LeftOut?
}

extension Composition {
  /// Where each field of a prompt came from; nil for one that was not read from a file.
  package func explanation(of prompt: Prompt) -> Explanation? {
    guard let pack = prompt.pack else { return nil }
    let target = Target(kind: .prompts, pack: pack, id: prompt.id)
    guard let source = source(of: target), let root = root(of: target) else { return nil }
    let origin = Origin(
      pack: pack, source: source, changes: changes[target] ?? [], words: words)
    var fields: [Explanation.Field] = []
    for pair in root.pairs ?? [] where !["schema", "id", "steps", "because"].contains(pair.key) {
      fields.append(origin.field(pair.key, pair))
    }
    for (step, _) in Node.steps(in: root["steps"]) {
      guard let id = step["id"]?.words else { continue }
      for pair in step.pairs ?? [] where pair.key != "id" && pair.key != "because" {
        fields.append(origin.field("\(id)/\(pair.key)", pair))
      }
    }
    return Explanation(
      item: prompt.fullID, title: prompt.title, fields: fields, leftOut: leftOut[prompt.fullID])
  }

  private struct Origin {
    var pack: String
    var source: ItemSource
    var changes: [FieldChange]
    var words: [String: String]

    func field(_ name: String, _ pair: Node.Pair) -> Explanation.Field {
      guard let change = changes.last(where: { $0.covers(name) }) else {
        return .init(name: name, pack: pack, file: source.file, line: pair.keyMark.line)
      }
      let original = Composition.node(name, in: source.root)
      let shown = { (node: Node) in Placeholders.filled(node.flow) { words[$0] } }
      return .init(
        name: name, pack: change.pack, file: "pack.yaml", line: pair.keyMark.line,
        because: change.because, original: original.map(shown), value: shown(pair.value))
    }
  }
}

extension Node {
  /// All of it on one line: words as they are, lists and maps in brackets and braces.
  var flow: String {
    switch kind {
    case .scalar(let scalar):
      scalar.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    case .sequence(let items): "[" + items.map(\.flow).joined(separator: ", ") + "]"
    case .mapping(let pairs):
      "{" + pairs.map { "\($0.key): \($0.value.flow)" }.joined(separator: ", ") + "}"
    }
  }
}
