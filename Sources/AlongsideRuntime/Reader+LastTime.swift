package import Practice
internal import Vault

extension Reader {
  /// How many of the latest entries are looked through for what was answered last time.
  private static let reach = 50

  /// What was last answered to the questions of a prompt that bring it back, place by place.
  ///
  /// Of each question the latest entry that answers it counts. An entry that cannot be read is passed
  /// over; `list` and `verify` name it.
  package func lastTime(
    for prompt: Prompt
  ) throws -> [Interview.Place: Interview.LastTime] {
    let wanted = Set(prompt.steps.filter(\.bringsLastTime).map(\.id))
    guard !wanted.isEmpty else { return [:] }
    var found: [Interview.Place: Interview.LastTime] = [:]
    let filter = SearchFilter(prompt: prompt.fullID)
    for card in try list(filter, limit: Self.reach).found {
      guard let entry = try? show(card.id) else { continue }
      for answer in entry.answers
      where wanted.contains(answer.step) && answer.value != nil && answer.by == nil {
        let place = Interview.Place(step: answer.step, item: answer.item)
        if found[place] == nil { found[place] = .init(answer, on: entry.written.day) }
      }
    }
    return found
  }
}
