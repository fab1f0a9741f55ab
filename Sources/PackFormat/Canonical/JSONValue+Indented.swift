extension JSONValue {
  /// The same over many lines, for people and for files kept under version control; ends with a
  /// newline.
  package var indentedText: String { indented(by: "") + "\n" }

  private func indented(by margin: String) -> String {
    let inner = margin + "  "
    switch self {
    case .array(let items) where items.contains(where: \.isNested):
      let lines = items.map { inner + $0.indented(by: inner) }
      return "[\n" + lines.joined(separator: ",\n") + "\n\(margin)]"
    case .object(let members) where !members.isEmpty:
      let sorted = members.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      let lines = sorted.map {
        inner + JSONValue.string($0.key).text + ": " + $0.value.indented(by: inner)
      }
      return "{\n" + lines.joined(separator: ",\n") + "\n\(margin)}"
    default: return text
    }
  }

  private var isNested: Bool {
    switch self {
    case .array, .object: true
    default: false
    }
  }
}
