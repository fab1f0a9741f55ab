internal import AlongsideRuntime
internal import Practice

/// Whether the places to turn to have been looked at lately, and by whom.
struct SignpostCheck: HealthCheck {
  static let topic = "signposts"

  let lists: [SignpostList]
  let today: Day
  /// The home whose settings name a nation.
  var home: String?

  func notes() -> [HealthNote] { settingsNotes + listNotes() }

  /// Said here alone: `help-now` takes settings that cannot be read for none, without a word.
  private var settingsNotes: [HealthNote] {
    guard let home, Settings.look(in: home) == .unusable else { return [] }
    return [
      HealthNote(
        .worthDoing, Self.topic,
        "\(Settings.path(in: home)) cannot be read, so help-now shows no nation first.",
        next: "alongside help-now --nation NAME")
    ]
  }

  private func listNotes() -> [HealthNote] {
    // 999 is in every list, and each list of the program may come twice.
    var known: Set<String> = []
    let all = lists.flatMap { list in list.items.map { (list, $0) } }
      .filter { known.insert($0.1.line).inserted }
    guard !all.isEmpty else {
      return [
        HealthNote(
          .worthKnowing, Self.topic, "The packs here name no places to turn to.",
          next: "alongside packs list")
      ]
    }
    let late = all.filter { isPastReview($0.1) }
    let unchecked = all.map(\.1).filter { !$0.isChecked }
    var notes = late.isEmpty ? [] : [lateNote(late, of: all.count)]
    if !unchecked.isEmpty { notes.append(uncheckedNote(unchecked, of: all.count)) }
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
        "Look at each operator's own page before you rely on a number; alongside prompts show "
        + "\(late[0].0.fullID) says where it was copied from.")
  }

  private func uncheckedNote(_ unchecked: [Signpost], of count: Int) -> HealthNote {
    var hosts: [String] = []
    for host in unchecked.compactMap(\.sourceHost) where !hosts.contains(host) {
      hosts.append(host)
    }
    let more = hosts.count > 3 ? " and \(hosts.count - 3) more" : ""
    let copied =
      hosts.isEmpty ? "" : "copied from \(hosts.prefix(3).joined(separator: ", "))\(more), "
    return HealthNote(
      .worthKnowing, Self.topic,
      "\(unchecked.count) of \(count) places to turn to: \(copied)not yet checked by a person.")
  }
}
