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
}
