internal import Practice

/// Whether the places to turn to have been looked at lately, and by whom.
struct SignpostCheck: HealthCheck {
  static let topic = "signposts"

  let lists: [SignpostList]
  let today: Day

  func notes() -> [HealthNote] {
    let all = lists.flatMap { list in list.items.map { (list, $0) } }
    guard !all.isEmpty else {
      return [
        HealthNote(
          .worthKnowing, Self.topic, "The packs here name no places to turn to.",
          next: "alongside packs list")
      ]
    }
    let late = all.filter { isPastReview($0.1) }
    let unchecked = all.count { $0.1.verifiedBy == nil || $0.1.verifiedOn == nil }
    var notes = late.isEmpty ? [] : [lateNote(late, of: all.count)]
    if unchecked > 0 { notes.append(uncheckedNote(unchecked, of: all.count)) }
    guard notes.isEmpty else { return notes }
    return [
      HealthNote(
        .good, Self.topic,
        "The \(all.count) places to turn to were each checked by a named person, and none is past "
          + "the day to look again.")
    ]
  }

  /// A day that cannot be read is no promise that anybody looks again.
  private func isPastReview(_ signpost: Signpost) -> Bool {
    guard let text = signpost.reviewBy else { return false }
    guard let day = Day(text) else { return true }
    return day < today
  }

  private func lateNote(_ late: [(SignpostList, Signpost)], of count: Int) -> HealthNote {
    let names = late.prefix(3).map(\.1.name).joined(separator: ", ")
    let more = late.count > 3 ? ", and \(late.count - 3) more" : ""
    let packs = Set(late.map { $0.0.pack.map { "the pack \($0)" } ?? "your own lists" }).sorted()
    return HealthNote(
      .worthDoing, Self.topic,
      "\(late.count) of \(count) places to turn to "
        + "\(late.count == 1 ? "is" : "are") past the day to look again: \(names)\(more). "
        + "They come from \(packs.joined(separator: " and ")).",
      next:
        "Look at each operator's own page before you rely on a number; alongside help-now shows "
        + "where it was copied from.")
  }

  private func uncheckedNote(_ unchecked: Int, of count: Int) -> HealthNote {
    HealthNote(
      .worthKnowing, Self.topic,
      "\(unchecked) of \(count) places to turn to were copied from public pages and not yet "
        + "checked by a named person; the screen says so at each.")
  }
}
