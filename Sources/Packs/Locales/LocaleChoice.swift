/// Which language someone asked for, in the order in which packs are looked through for it.
package struct LocaleChoice: Sendable, Hashable {
  /// `cy-GB`, then `cy`; none for the words as they were written.
  package var names: [String]

  /// The language somebody named: `cy`, `cy-GB`, `cy_GB`.
  package init(naming name: String) {
    names = Self.names(of: name)
  }

  /// The language that the environment asks for, as programs of a system read it.
  package init(environment: [String: String]) {
    let named = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { key in
      environment[key].flatMap { $0.isEmpty ? nil : $0 }
    }
    names = named.first.map(Self.names) ?? []
  }

  /// The words as they were written.
  package static let source = LocaleChoice(naming: "")

  /// Whether a language of a pack is one of these, whatever its capitals.
  func rank(of locale: String) -> Int? {
    names.firstIndex { $0.lowercased() == locale.lowercased() }
  }

  /// `cy_GB.UTF-8@x` gives `cy-GB` and `cy`; `C` and `POSIX` give none.
  private static func names(of name: String) -> [String] {
    let bare = name.prefix { $0 != "." && $0 != "@" }
    let parts = bare.split(whereSeparator: { $0 == "_" || $0 == "-" }).map(String.init)
    guard !parts.isEmpty, bare != "C", bare != "POSIX" else { return [] }
    return parts.indices.reversed().map { parts[...$0].joined(separator: "-") }
  }
}
