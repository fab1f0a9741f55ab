import PackFormat
import Packs
import Practice
import Testing

@Suite struct HidingTests {
  private func hiding(_ item: String) throws -> Pack {
    try ComposedPacks.pack("org.example.ours", "hides: [{item: \(item), because: Not here}]")
  }

  @Test func onlyTheSuggestionIsLost() throws {
    let both = Composition([.init(try ComposedPacks.core()), .init(try hiding("core/plain"))])
    #expect(both.said == [] && both.suggested.map(\.id) == ["evening"])
    let leftOut = try #require(both.leftOut["core/plain"])
    #expect(leftOut.by == "org.example.ours" && leftOut.because == "Not here" && leftOut.line == 9)
    #expect(try both.shelf.prompt(named: "plain").steps.count == 1)
  }

  @Test(arguments: [
    ("core/uk", "protected"), ("core/evening", "protected"), ("core/plian", "unknown-target"),
    ("org.other/x", "unknown-target"),
  ])
  func someThingsAreNotHidden(item: String, code: String) throws {
    let both = Composition([.init(try ComposedPacks.core()), .init(try hiding(item))])
    #expect(both.said == ["9 \(code)"] && both.leftOut == [:])
  }

  @Test func theNearestIsNamed() throws {
    let both = Composition([.init(try ComposedPacks.core()), .init(try hiding("core/plian"))])
    #expect(both.findings[0].hint == "Did you mean \"core/plain\"?")
  }

  @Test func aReasonIsNeeded() throws {
    let folder = try ComposedPacks.read("org.example.ours", "hides: [{item: core/plain}]")
    #expect(folder.findings.map(\.code) == ["missing-key"])
    let ours = try #require(folder.pack)
    #expect(Composition([.init(try ComposedPacks.core()), .init(ours)]).leftOut == [:])
  }

  @Test func thePersonSwitchesAsTheyLike() throws {
    let packs = [try ComposedPacks.core(), try hiding("core/plain")].map { Composition.Member($0) }
    var switches = Switches()
    switches.turnOff("core/evening")
    let off = Composition(packs, switches: switches).leftOut["core/evening"]
    #expect(off?.pack == nil && off?.by == "you" && off?.because == "you switched it off")
    switches.turnOn("core/plain", insisting: true)
    #expect(Composition(packs, switches: switches).suggested.map(\.id) == ["plain"])
    switches.turnOn("core/evening", insisting: false)
    #expect(Composition(packs, switches: switches).leftOut == [:])
    switches.turnOff("core")
    #expect(Composition(packs, switches: switches).suggested.map(\.id) == ["plain"])
  }

  @Test func switchesArePlainLines() {
    var switches = Switches(reading: "off core/a\n\nnonsense\non core/b extra\noff Bad\noff x.y\n")
    #expect(switches.text == "off core/a\noff x.y\n")
    switches.turnOn("core/a", insisting: true)
    #expect(switches.text == "off x.y\non core/a\n")
    #expect(Switches(reading: switches.text) == switches)
    #expect(switches.isOff(item: "x.y/a", of: "x.y") && switches.isOff(pack: "x.y"))
  }
}
