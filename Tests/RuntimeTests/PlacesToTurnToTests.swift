import AlongsideRuntime
import Practice
import Testing

/// Whom `help-now` names, and in which order.
@Suite struct PlacesToTurnToTests {
  private func list(
    _ id: String, _ nation: String?, region: String? = nil, pack: String = "core",
    _ places: [String], for audience: [Signpost.Audience] = [.me]
  ) -> SignpostList {
    SignpostList(
      id: id, pack: pack, title: id, nation: nation, region: region,
      items: places.enumerated().map { index, name in
        Signpost(
          id: "\(id)-\(index)", name: name, contact: name == "999" ? "call 999" : "call \(name)",
          audience: audience)
      })
  }

  private var core: [SignpostList] {
    [
      list("north", "England", region: "North", ["999", "calmer"]),
      list("scotland", "Scotland", ["999", "hub", "breath", "third"]),
      list("uk", "United Kingdom", ["999", "sam", "shout", "young"]),
      list("wales", "Wales", ["999", "cymru"]),
    ]
  }

  private func names(_ others: [SignpostList], _ nation: String?, room: Int) -> [String] {
    let places = PlacesToTurnTo(core: core, others: others, nation: nation)
    return places.first(room: room).places.map(\.signpost.name)
  }

  @Test func withoutANationWhatIsForEveryoneIsFirst() {
    #expect(names([], nil, room: 3) == ["sam", "shout", "young"])
    let ours = list("ours", nil, pack: "org.example.a", ["duty", "night"])
    #expect(names([ours], nil, room: 3) == ["sam", "shout", "duty"])
    #expect(names([ours], nil, room: 4) == ["sam", "shout", "young", "duty"])
  }

  @Test func theNationThenTheOrganisationThenEveryone() {
    #expect(names([], "scotland", room: 3) == ["hub", "breath", "sam"])
    #expect(names([], "Scotland", room: 4) == ["hub", "breath", "third", "sam"])
    #expect(names([], "Wales", room: 3) == ["cymru", "sam", "shout"])
    let ours = list("ours", "Scotland", pack: "org.example.a", ["duty", "night"])
    // One of the organisation and one for everyone keep their place, also where room is short.
    #expect(names([ours], "Scotland", room: 3) == ["hub", "breath", "duty", "sam"])
    #expect(names([ours], "Wales", room: 4) == ["cymru", "sam", "shout", "young"])
    #expect(names([ours], nil, room: 3) == ["sam", "shout", "duty"])
  }

  @Test func aNationThatOnlyAnotherPackKnows() {
    let ours = list("ours", "Ireland", pack: "org.example.a", ["duty", "night", "day"])
    #expect(names([ours], "Ireland", room: 3) == ["duty", "night", "sam"])
    // A pack that named it is gone.
    #expect(names([], "Ireland", room: 3) == ["sam", "shout", "young"])
  }

  @Test func onlyWhatIsForTheReaderIsNear() {
    let other = list(
      "other", nil, pack: "org.example.a", ["raise"], for: [.safeguarding, .speakingUp])
    let places = PlacesToTurnTo(core: core, others: [other], nation: nil)
    #expect(places.near.map(\.signpost.name) == ["999", "sam", "shout", "young"])
    #expect(places.lists.map(\.id) == ["uk", "other", "north", "scotland", "wales"])
    #expect(!places.first(room: 4).isAll)
  }

  @Test func everyListIsReachedAndNoPlaceTwice() {
    let ours = list("ours", "Wales", region: "Gwent", pack: "org.example.a", ["duty", "sam"])
    let off = list("off", nil, pack: "org.example.b", ["quiet"])
    let places = PlacesToTurnTo(
      core: core + core, others: [ours], silent: [off], nation: "Scotland")
    #expect(places.lists.map(\.id) == ["scotland", "uk", "north", "wales", "ours", "off"])
    let all = places.lists.flatMap(\.items).map(\.name)
    #expect(Set(all).count == all.count && !all.contains("999"))
    #expect(places.emergency?.signpost.name == "999")
    let few = PlacesToTurnTo(core: [core[2]], others: [], nation: nil)
    #expect(few.first(room: 4).isAll)
  }

  @Test func nothingOfAnotherPackIsTheEmergencyNumber() {
    let ours = list("ours", nil, pack: "org.example.a", ["999", "01865 999 123"])
    let places = PlacesToTurnTo(core: [], others: [ours], nation: nil)
    #expect(places.emergency == nil)
    #expect(places.near.map(\.signpost.name) == ["01865 999 123"])
  }

  @Test func nationsAreThoseOfTheLists() {
    let nations = PlacesToTurnTo.nations(of: core + [list("ni", "Northern Ireland", ["a"])])
    #expect(nations == ["England", "Northern Ireland", "Scotland", "Wales"])
    #expect(PlacesToTurnTo.nation("northern-ireland", among: nations) == "Northern Ireland")
    #expect(PlacesToTurnTo.nation("WALES", among: nations) == "Wales")
    #expect(PlacesToTurnTo.nation("France", among: nations) == nil)
    #expect(PlacesToTurnTo.nation("", among: nations) == nil)
  }
}
