/// Numbers in sentences.
enum Counted {
  /// `1 entry`, `2 entries`.
  static func words(_ number: Int, _ one: String, _ many: String) -> String {
    number == 1 ? "1 \(one)" : "\(number) \(many)"
  }

  /// A line for each name, `- name`; beyond `most` of them, how many more there are.
  static func lines(_ names: [String], most: Int = 5) -> [String] {
    let named = names.prefix(most)
    let more = names.count - named.count
    return named.map { "- \($0)" } + (more > 0 ? ["- and \(more) more"] : [])
  }
}
