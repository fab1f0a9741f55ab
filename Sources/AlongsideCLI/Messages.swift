/// Words that stand in more than one place.
enum Messages {
  /// What a person can rely on, and what not: shown before the first question, in the README and
  /// in `privacy`.
  static let honestWords = [
    "Nobody can read this without your passphrase. That does not stop a court or a data request "
      + "from asking you for it, and on a work computer IT may see what you type.",
    "Write what you learnt, not the case.",
    "Writing here tells nobody. When someone must be told, use your service's own route.",
  ]

  /// The same in one breath, for someone who has read it before.
  static let honestReminder =
    "Sealed as you write; a court could still ask you for it. Write what you learnt, not the case. "
    + "Writing here tells nobody: when someone must be told, use your service's own route."

  /// How to leave a question, shown before the first one.
  static let exits = "At any time: /skip, /back, /edit, /save, /stop, /let-go, /help, /help-now."
}

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

  /// The first of several and the number of the others: `a (and 2 more)`.
  static func first(of names: [String]) -> String {
    guard let first = names.first else { return "" }
    return names.count == 1 ? first : "\(first) (and \(names.count - 1) more)"
  }
}

/// A path or other word as it can be pasted behind a command.
enum ShellWord {
  /// In single quotes where a shell might take it apart, or take a `~` for somebody's home.
  static func quoted(_ word: String) -> String {
    let isPlain = word.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        true
      default: "/._-+@:,~".utf8.contains(byte)
      }
    }
    guard !isPlain || word.isEmpty || word.first == "~" else { return word }
    return "'" + word.replacing("'", with: "'\\''") + "'"
  }
}
