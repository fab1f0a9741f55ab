import PackFormat

/// What a person switched off, or on although a pack leaves it out.
///
/// Nobody else's word counts against it. It is kept as plain lines, `off core/daily-three`,
/// `off org.example.nights`, `on core/week-look-back`, and holds nothing that was ever sealed.
package struct Switches: Sendable, Hashable {
  /// Packs by id, items by full name.
  private var off: Set<String> = []
  private var on: Set<String> = []

  package init() {}

  /// Reads the lines; one that says nothing known is left out.
  package init(reading text: String) {
    for line in text.split(whereSeparator: \.isNewline) {
      let words = line.split(separator: " ").map(String.init)
      guard words.count == 2, Identifier.isPackID(words[1]) || Identifier.isItemName(words[1])
      else { continue }
      if words[0] == "off" { off.insert(words[1]) }
      if words[0] == "on" { on.insert(words[1]) }
    }
  }

  /// The lines, in order.
  package var text: String {
    let lines = off.sorted().map { "off \($0)" } + on.sorted().map { "on \($0)" }
    return lines.map { $0 + "\n" }.joined()
  }

  package var isEmpty: Bool { off.isEmpty && on.isEmpty }

  package func isOff(pack: String) -> Bool { off.contains(pack) }

  /// Whether an item is off, by itself or with its pack.
  package func isOff(item: String, of pack: String) -> Bool {
    off.contains(item) || (off.contains(pack) && !on.contains(item))
  }

  package func isOn(item: String) -> Bool { on.contains(item) }

  /// Switches a pack or an item off.
  package mutating func turnOff(_ name: String) {
    on.remove(name)
    off.insert(name)
  }

  /// Takes an off switch back.
  ///
  /// - Parameter insisting: keeps the item on although a pack leaves it out, or is off itself.
  package mutating func turnOn(_ name: String, insisting: Bool) {
    off.remove(name)
    if insisting { on.insert(name) }
  }
}
