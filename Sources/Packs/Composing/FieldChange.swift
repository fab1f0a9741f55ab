import PackFormat
import Practice
import YAML

/// A field of an item that another pack set anew.
struct FieldChange: Sendable, Hashable {
  /// `title`, `steps`, `stayed/ask`.
  var field: String
  /// Which pack set it.
  var pack: String
  var place: String
  var mark: Mark
  var because: String
  /// What stood there before; nil for nothing.
  var before: Node?

  /// Whether this and another field cannot both be set, because one holds the other.
  ///
  /// - Parameter leaders: the steps that lead a block, by the ids of the steps in it.
  static func overlap(_ a: String, _ b: String, leaders: [String: String] = [:]) -> Bool {
    a == b || holds(a, b, leaders) || holds(b, a, leaders)
  }

  private static func holds(_ outer: String, _ inner: String, _ leaders: [String: String]) -> Bool {
    guard let step = inner.split(separator: "/").first.map(String.init), step != inner else {
      return false
    }
    return outer == "steps" || leaders[step].map { "\($0)/for_each" == outer } ?? false
  }

  /// Whether the field that stands at `field` now came with this change.
  func covers(_ field: String) -> Bool {
    self.field == field || (self.field == "steps" && field.contains("/"))
      || field.hasPrefix(self.field + "/")
  }
}

extension Composition {
  /// Whether items of this kind have such a field, and another pack may set it.
  func isField(_ field: String, of target: Target) -> Bool {
    let parts = field.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2 else { return Self.fields(of: target.kind).contains(field) }
    return ItemKind.asking.contains(target.kind) && stepIDs(of: target).contains(parts[0])
      && Self.stepFields(of: target.kind).contains(parts[1])
  }

  /// The whole fields of an item that another pack may set.
  static func fields(of kind: ItemKind) -> [String] {
    let kept = ["schema", "id", "because", "kind", "parties"]
    return kind.file.root.keyNames.filter { !kept.contains($0) }
  }

  /// The fields of a step that another pack may set.
  static func stepFields(of kind: ItemKind) -> [String] {
    let rule = kind == .templates ? FileKind.sessionStepRule : FileKind.stepRule
    return rule.keyNames.filter { !["id", "because", "protects"].contains($0) }
  }

  func stepIDs(of target: Target) -> [String] {
    Node.steps(in: root(of: target)?["steps"]).compactMap { $0.node["id"]?.words }
  }

  /// The steps that lead a block, by the ids of the steps in it.
  func leaders(of target: Target) -> [String: String] {
    let inside = (original(of: target)?.steps ?? []).compactMap { step in
      step.block.map { (step.id, $0) }
    }
    return Dictionary(inside) { first, _ in first }
  }

  /// What an item is read from, as changed so far.
  func root(of target: Target) -> Node? {
    roots[target] ?? source(of: target)?.root
  }

  /// What an item was read from in its own pack.
  func source(of target: Target) -> ItemSource? {
    members.first { $0.pack.id == target.pack }?.pack
      .sources["\(target.kind.rawValue)/\(target.id)"]
  }
}
