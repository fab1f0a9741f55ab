internal import Practice

/// Checks whether the places to turn to were looked at lately, and by whom.
package struct SignpostCheck: HealthCheck {
  package enum Finding: Sendable, Hashable {
    /// The file that names a nation cannot be read.
    case unreadableSettings(String)
    case noPlaces
    /// The number of places: a named person checked each, and no day to look again is past.
    case allChecked(Int)
    case pastReview(Late)
    /// The number of places that nobody checked, out of all, and the sites they were copied from.
    case unchecked(Int, of: Int, hosts: [String])
  }

  /// Places whose day to look again is past.
  package struct Late: Sendable, Hashable {
    package let names: [String]
    /// The number of all places.
    package let all: Int
    /// The packs of these places, sorted.
    package let packs: [String]
    /// Whether the person's own lists have some of them.
    package let includesOwn: Bool
    /// The list of the first one, as commands name it.
    package let list: String

    package init(names: [String], all: Int, packs: [String], includesOwn: Bool, list: String) {
      self.names = names
      self.all = all
      self.packs = packs
      self.includesOwn = includesOwn
      self.list = list
    }
  }

  let lists: [SignpostList]
  let today: Day
  /// The settings file, if it exists but cannot be read.
  ///
  /// Only `doctor` reports it: `help-now` silently treats such settings as empty.
  var unreadableSettings: String?

  func notes() -> [HealthNote] {
    let settings = unreadableSettings.map { path in
      HealthNote(.worthDoing, .signposts(.unreadableSettings(path)))
    }
    return (settings.map { [$0] } ?? []) + listNotes()
  }

  private typealias Place = (list: SignpostList, signpost: Signpost)

  private func listNotes() -> [HealthNote] {
    // 999 is in every list, and each list of the program may come twice.
    var known: Set<String> = []
    let all: [Place] = lists.flatMap { list in list.items.map { (list, $0) } }
      .filter { known.insert($0.1.line).inserted }
    guard !all.isEmpty else { return [HealthNote(.worthKnowing, .signposts(.noPlaces))] }
    let late = late(of: all).map { HealthNote(.worthDoing, .signposts(.pastReview($0))) }
    let notes = [late, unchecked(of: all)].compactMap(\.self)
    return notes.isEmpty ? [HealthNote(.good, .signposts(.allChecked(all.count)))] : notes
  }

  /// Whether the day to look again is past, or unreadable and so no promise.
  private func isPastReview(_ signpost: Signpost) -> Bool {
    guard let text = signpost.reviewBy else { return false }
    guard let day = Day(text) else { return true }
    return day < today
  }

  private func late(of all: [Place]) -> Late? {
    let late = all.filter { isPastReview($0.signpost) }
    guard let first = late.first else { return nil }
    return Late(
      names: late.map(\.signpost.name), all: all.count,
      packs: Set(late.compactMap(\.list.pack)).sorted(),
      includesOwn: late.contains { $0.list.pack == nil }, list: first.list.fullID)
  }

  private func unchecked(of all: [Place]) -> HealthNote? {
    let unchecked = all.map(\.signpost).filter { !$0.isChecked }
    guard !unchecked.isEmpty else { return nil }
    var hosts: [String] = []
    for host in unchecked.compactMap(\.sourceHost) where !hosts.contains(host) {
      hosts.append(host)
    }
    return HealthNote(
      .worthKnowing, .signposts(.unchecked(unchecked.count, of: all.count, hosts: hosts)))
  }
}
