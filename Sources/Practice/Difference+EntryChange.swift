/// One thing in which a wording of an entry differs from an earlier one.
package enum EntryChange: Sendable, Hashable {
  case title(Difference)
  case tags(added: [String], removed: [String])
  /// An answer, by its question as the later wording has it, and the item it is about in a
  /// repeated one.
  case answer(ask: String, item: String?, Difference)
  case text(Difference)

  /// All that changed, in reading order; none where both say the same.
  ///
  /// An answer that was skipped, or is not there, counts as no words.
  package static func changes(from earlier: Entry, to later: Entry) -> [EntryChange] {
    var changes: [EntryChange] = []
    if let title = difference(earlier.title, later.title) { changes.append(.title(title)) }
    let added = later.tags.filter { !earlier.tags.contains($0) }
    let removed = earlier.tags.filter { !later.tags.contains($0) }
    if !added.isEmpty || !removed.isEmpty { changes.append(.tags(added: added, removed: removed)) }
    changes += answers(earlier.answers, later.answers)
    if let text = difference(earlier.text, later.text) { changes.append(.text(text)) }
    return changes
  }

  private static func answers(_ earlier: [Answer], _ later: [Answer]) -> [EntryChange] {
    let gone = earlier.filter { old in !later.contains { isSame($0, old) } }
    var changes = later.compactMap { answer in
      change(from: earlier.first { isSame($0, answer) }, to: answer)
    }
    changes += gone.compactMap { change(from: $0, to: nil) }
    return changes
  }

  private static func change(from earlier: Answer?, to later: Answer?) -> EntryChange? {
    guard let known = later ?? earlier,
      let difference = inWords(earlier, later)
        ?? difference(earlier?.value?.plain, later?.value?.plain)
    else { return nil }
    return .answer(ask: known.ask, item: known.item, difference)
  }

  /// The difference in the words both were picked by; nil where one of them holds none.
  private static func inWords(_ earlier: Answer?, _ later: Answer?) -> Difference? {
    guard (earlier?.value == nil) == (earlier?.words == nil),
      (later?.value == nil) == (later?.words == nil)
    else { return nil }
    return difference(earlier?.words, later?.words)
  }

  private static func isSame(_ a: Answer, _ b: Answer) -> Bool {
    a.step == b.step && a.item == b.item && a.by == b.by
  }

  private static func difference(_ earlier: String?, _ later: String?) -> Difference? {
    let difference = Difference(from: earlier ?? "", to: later ?? "")
    return difference.hasChanges ? difference : nil
  }
}
