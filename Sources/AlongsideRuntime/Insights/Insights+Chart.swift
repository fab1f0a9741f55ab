internal import Practice

extension Insights {
  /// A small chart of the tags and the values in text: a line for each month that was written
  /// in, a mark for each day, and the days in figures beside the marks.
  ///
  /// - Parameter isPlain: marks in ASCII alone.
  package func chart(isPlain: Bool = false) -> String {
    let threads = charted
    guard !threads.isEmpty else { return Self.nothingToDraw }
    let mark = isPlain ? "*" : "●"
    let key = "Each \(mark) is a day; the figures say which."
    return ([key] + threads.map { Self.rows($0, mark) }).joined(separator: "\n\n")
  }

  static let nothingToDraw =
    "There is nothing to draw yet: charts show the days of your tags and values."

  /// What charts show: tags, then values, but for values that are a tag too.
  var charted: [Thread] {
    themes
      + values.filter { value in !themes.contains { Folding.areSame($0.label, value.label) } }
  }

  private static func rows(_ thread: Thread, _ mark: String) -> String {
    var rows: [(month: String, days: [Day])] = []
    for day in thread.days {
      let month = "\(DayWords.months[day.month - 1]) \(day.year)"
      if rows.last?.month == month {
        rows[rows.count - 1].days.append(day)
      } else {
        rows.append((month, [day]))
      }
    }
    let width = rows.map(\.month.count).max() ?? 0
    let lines = rows.map { row in
      let marks = row.days.map { _ in mark }.joined()
      let figures = row.days.map { String($0.day) }.joined(separator: ", ")
      let gap = String(repeating: " ", count: width - row.month.count + 2)
      return "  \(row.month)\(gap)\(marks) (\(figures))"
    }
    return ([thread.label] + lines).joined(separator: "\n")
  }
}
