package import Practice

/// What a person wrote about, and when: for their own eyes.
///
/// Days and words, nothing else. Nothing here counts days without writing, compares one theme
/// with another, or says what is much or little; the order is that of the alphabet.
package struct Insights: Sendable, Hashable {
  /// Something that was written about, with the days as they were lived.
  package struct Thread: Sendable, Hashable {
    /// The id of a value or a prompt; a theme is its own.
    package var id: String
    package var label: String
    /// In order, each once.
    package var days: [Day]
  }

  /// An answer that the person meant to take along.
  package struct Carried: Sendable, Hashable {
    package var day: Day
    /// The id of the entry it stands in.
    package var entry: String
    package var text: String
  }

  /// Tags; spellings that differ in case or accents alone are one theme, by its first spelling.
  package private(set) var themes: [Thread] = []
  /// Items of values frameworks that were answered about or chosen.
  package private(set) var values: [Thread] = []
  package private(set) var prompts: [Thread] = []
  /// Oldest first.
  package private(set) var carried: [Carried] = []

  /// Gathers what entries say; their order does not matter.
  package init(entries: some Sequence<Entry>, labels: InsightLabels) {
    var themes = Gathering()
    var values = Gathering()
    var prompts = Gathering()
    for entry in entries.sorted(by: { ($0.written, $0.id) < ($1.written, $1.id) }) {
      let day = entry.written.day
      for tag in entry.tags { themes.add(tag, label: tag, day, key: Folding.bytes(tag)) }
      for id in entry.values {
        if let label = labels.values[id] { values.add(id, label: label, day) }
      }
      if let id = entry.prompt?.id { prompts.add(id, label: labels.prompts[id] ?? id, day) }
      carried += Self.carried(in: entry, labels)
    }
    self.themes = themes.threads
    self.values = values.threads
    self.prompts = prompts.threads
  }

  /// Whether there is nothing to look back on.
  package var isEmpty: Bool {
    themes.isEmpty && values.isEmpty && prompts.isEmpty && carried.isEmpty
  }

  private static func carried(in entry: Entry, _ labels: InsightLabels) -> [Carried] {
    guard let prompt = entry.prompt?.id else { return [] }
    return entry.answers.compactMap { answer in
      guard labels.carried.contains(PromptStep(prompt: prompt, step: answer.step)),
        let value = answer.value
      else { return nil }
      return Carried(
        day: entry.written.day, entry: entry.id, text: labels.values[value.plain] ?? value.plain)
    }
  }
}

/// Days by what was written about.
private struct Gathering {
  private var found: [[UInt8]: (id: String, label: String, days: Set<Day>)] = [:]

  mutating func add(_ id: String, label: String, _ day: Day, key: [UInt8]? = nil) {
    found[key ?? Array(id.utf8), default: (id, label, [])].days.insert(day)
  }

  /// By the alphabet.
  var threads: [Insights.Thread] {
    found.values.map { (Folding.bytes($0.label), $0) }
      .sorted { a, b in
        a.0 == b.0 ? a.1.id < b.1.id : a.0.lexicographicallyPrecedes(b.0)
      }
      .map { Insights.Thread(id: $1.id, label: $1.label, days: $1.days.sorted()) }
  }
}
