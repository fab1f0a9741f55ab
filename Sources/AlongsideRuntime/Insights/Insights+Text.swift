internal import Practice

extension Insights {
  /// Everything in sentences, as a person reads it.
  ///
  /// Blocks are apart by an empty line; lines are not wrapped.
  package func text() -> String {
    guard !isEmpty else { return Self.nothingYet }
    let blocks = [
      Self.block("Your tags", themes) { "You wrote about \($0) on" },
      Self.block("Values", values) { "You wrote about “\($0)” on" },
      Self.block("Prompts", prompts) { "You answered “\($0)” on" },
      carriedBlock,
    ]
    return blocks.compactMap(\.self).joined(separator: "\n\n")
  }

  private static let nothingYet = """
    There is nothing to look back on here yet, and nothing you need to do about it. When you put \
    a tag on a page or answer a prompt, you can find it here by theme and day.
    """

  private static func block(
    _ heading: String, _ threads: [Thread], _ opening: (String) -> String
  ) -> String? {
    guard !threads.isEmpty else { return nil }
    let lines = threads.map { "\(opening($0.label)) \(DayWords.list($0.days))." }
    return ([heading] + lines).joined(separator: "\n")
  }

  private var carriedBlock: String? {
    guard !carried.isEmpty else { return nil }
    let lines = carried.map { answer in
      let text = answer.text.split(whereSeparator: \.isNewline).joined(separator: "\n  ")
      return "\(DayWords.day(answer.day)):\n  \(text)"
    }
    return (["What you wanted to carry forward"] + lines).joined(separator: "\n")
  }
}
