/// A piece of a YAML file, with the place where it begins.
///
/// Nothing is guessed from how words look: `yes`, `1.10` and `no` are words until someone asks for
/// more.
package struct Node: Sendable, Hashable {
  package var kind: Kind
  package var mark: Mark

  package init(_ kind: Kind, at mark: Mark) {
    self.kind = kind
    self.mark = mark
  }

  package enum Kind: Sendable, Hashable {
    case scalar(Scalar)
    case sequence([Node])
    /// In the order of the file; no key stands twice.
    case mapping([Pair])
  }

  /// One word or text.
  package struct Scalar: Sendable, Hashable {
    package var text: String
    /// True when it stood without quotes, so that it may be meant as a number.
    package var isPlain: Bool

    package init(_ text: String, isPlain: Bool) {
      self.text = text
      self.isPlain = isPlain
    }
  }

  /// A key with its value.
  package struct Pair: Sendable, Hashable {
    package var key: String
    package var keyMark: Mark
    package var value: Node

    package init(key: String, keyMark: Mark, value: Node) {
      self.key = key
      self.keyMark = keyMark
      self.value = value
    }
  }

  /// The word or text, when this is one.
  package var scalar: Scalar? {
    if case .scalar(let scalar) = kind { return scalar }
    return nil
  }

  /// The items, when this is a list.
  package var items: [Node]? {
    if case .sequence(let items) = kind { return items }
    return nil
  }

  /// The keys with their values, when this is a map.
  package var pairs: [Pair]? {
    if case .mapping(let pairs) = kind { return pairs }
    return nil
  }

  /// The value under a key, when this is a map that has it.
  package subscript(_ key: String) -> Node? {
    pairs?.first { $0.key == key }?.value
  }

  /// True for a value left out: nothing, `~` or `null`, without quotes.
  package var isEmpty: Bool {
    guard let scalar, scalar.isPlain else { return false }
    return scalar.text.isEmpty || scalar.text == "~" || scalar.text == "null"
  }
}
