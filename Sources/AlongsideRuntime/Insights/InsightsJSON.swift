internal import Practice

/// What `insights --json` prints: every day, oldest first.
package struct InsightsJSON: Encodable, Sendable {
  private let insights: Insights

  package init(_ insights: Insights) {
    self.insights = insights
  }

  private enum Key: String, CodingKey {
    case themes, values, prompts, carried, id, name, label, days, day, entry, text
  }

  package func encode(to encoder: any Encoder) throws {
    var map = encoder.container(keyedBy: Key.self)
    var themes = map.nestedUnkeyedContainer(forKey: .themes)
    for thread in insights.themes {
      var theme = themes.nestedContainer(keyedBy: Key.self)
      try theme.encode(thread.label, forKey: .name)
      try theme.encode(thread.days.map(\.description), forKey: .days)
    }
    try encode(insights.values, to: map.nestedUnkeyedContainer(forKey: .values))
    try encode(insights.prompts, to: map.nestedUnkeyedContainer(forKey: .prompts))
    var carried = map.nestedUnkeyedContainer(forKey: .carried)
    for answer in insights.carried {
      var item = carried.nestedContainer(keyedBy: Key.self)
      try item.encode(answer.day.description, forKey: .day)
      try item.encode(answer.entry, forKey: .entry)
      try item.encode(answer.text, forKey: .text)
    }
  }

  private func encode(
    _ threads: [Insights.Thread], to list: any UnkeyedEncodingContainer
  ) throws {
    var list = list
    for thread in threads {
      var item = list.nestedContainer(keyedBy: Key.self)
      try item.encode(thread.id, forKey: .id)
      try item.encode(thread.label, forKey: .label)
      try item.encode(thread.days.map(\.description), forKey: .days)
    }
  }
}
