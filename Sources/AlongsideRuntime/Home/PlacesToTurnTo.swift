package import Practice

/// The places a person can turn to, in the order in which `help-now` names them.
///
/// 999 comes first, then the person's nation, their own packs and their organisation's, then what
/// is for all of the United Kingdom, then everything else. Without a nation, what is for all comes
/// right after 999.
///
/// ```swift
/// let places = PlacesToTurnTo(core: core, others: installed, nation: "Wales")
/// let (few, isAll) = places.first(room: 4)
/// ```
package struct PlacesToTurnTo: Sendable {
  /// A place, and the list that names it.
  package struct Place: Sendable, Hashable {
    package let signpost: Signpost
    package let list: SignpostList
  }

  private enum Nearness: Int, CaseIterable { case nation, organisation, everywhere, elsewhere }

  /// The emergency number in core; `nil` if core has none.
  package let emergency: Place?
  private let groups: [Nearness: [SignpostList]]

  /// Sorts the lists by how near they are.
  ///
  /// - Parameters:
  ///   - core: the program's own lists, first those that nobody can have changed.
  ///   - others: the lists of the person's own packs and their organisation's.
  ///   - silent: the lists of packs that the person switched off.
  ///   - nation: the nation they chose, if any.
  package init(
    core: [SignpostList], others: [SignpostList], silent: [SignpostList] = [], nation: String?
  ) {
    let emergencies = core.flatMap { list in
      list.items.filter(\.isEmergency).map { Place(signpost: $0, list: list) }
    }
    emergency = emergencies.first { $0.list.isForAnyNation } ?? emergencies.first
    let mine = nation.map(Self.key)
    let isMine = { (list: SignpostList) in mine != nil && list.nation.map(Self.key) == mine }
    var groups: [Nearness: [SignpostList]] = [:]
    for list in core {
      let isWhole = list.region == nil
      let near: Nearness =
        isWhole && isMine(list)
        ? .nation : isWhole && list.isForAnyNation ? .everywhere : .elsewhere
      groups[near, default: []].append(list)
    }
    for list in others {
      let isNear = mine == nil || list.isForAnyNation || isMine(list)
      groups[isNear ? .organisation : .elsewhere, default: []].append(list)
    }
    groups[.elsewhere, default: []] += silent
    if mine == nil {
      (groups[.nation], groups[.everywhere]) = (groups[.everywhere], nil)
    }
    self.groups = groups
  }

  /// All lists, the nearest first; each place occurs only in its first list, and 999 in none.
  package var lists: [SignpostList] {
    var known = Set([emergency?.signpost.line].compactMap(\.self))
    return Nearness.allCases.flatMap { groups[$0] ?? [] }.compactMap { list in
      var list = list
      list.items = list.items.filter { known.insert($0.line).inserted }
      return list.items.isEmpty ? nil : list
    }
  }

  /// The emergency number, then the places that are near and for the person themselves.
  package var near: [Place] {
    let places = places(.nation) + places(.organisation) + places(.everywhere)
    return [emergency].compactMap(\.self) + Self.once(places)
  }

  /// Returns the nearest few after the emergency number, and whether those are all.
  ///
  /// At most two of the nation, one of the organisation and one for everyone come before any
  /// further ones.
  package func first(room: Int) -> (places: [Place], isAll: Bool) {
    let all = Array(near.drop { $0.signpost.isEmergency })
    let chosen = Set(
      places(.nation).prefix(2) + places(.organisation).prefix(1) + places(.everywhere).prefix(1))
    let more = all.filter { !chosen.contains($0) }.prefix(max(0, room - chosen.count))
    let picked = all.filter { chosen.contains($0) || more.contains($0) }
    return (picked, picked.count == lists.reduce(0) { $0 + $1.items.count })
  }

  private func places(_ near: Nearness) -> [Place] {
    Self.once(
      (groups[near] ?? []).flatMap { list in
        list.items.filter { $0.audience.contains(.me) && !$0.isEmergency }
          .map { Place(signpost: $0, list: list) }
      })
  }

  private static func once(_ places: [Place]) -> [Place] {
    var known: Set<String> = []
    return places.filter { known.insert($0.signpost.line).inserted }
  }
}

extension PlacesToTurnTo {
  /// The places to show if core cannot be read; the core pack says more.
  package static let lastResort = SignpostList(
    id: "emergency", title: "Anywhere in the UK",
    items: [
      Signpost(
        id: "emergency-999", name: "Life in danger", contact: "call 999, or go to A&E",
        audience: [.me]),
      Signpost(
        id: "samaritans", name: "Samaritans", contact: "call 116 123, free", hours: "24/7",
        audience: [.me]),
    ])

  /// Returns the nations that lists are for, sorted; a list for all of them adds none.
  package static func nations(of lists: [SignpostList]) -> [String] {
    var names: [String: String] = [:]
    for list in lists where !list.isForAnyNation {
      if let nation = list.nation { names[key(nation)] = names[key(nation)] ?? nation }
    }
    return names.values.sorted()
  }

  /// Returns the nation that somebody typed, as its list names it.
  ///
  /// Case, spaces and hyphens do not matter.
  package static func nation(_ typed: String, among nations: [String]) -> String? {
    nations.first { key($0) == key(typed) }
  }

  private static func key(_ nation: String) -> String {
    nation.lowercased().filter { $0.isLetter || $0.isNumber }
  }
}
