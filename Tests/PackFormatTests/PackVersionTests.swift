import PackFormat
import Testing

@Suite struct PackVersionTests {
  @Test(arguments: [
    (">=1.0 <2.0", true), (">=1.4.3", false), ("<=1.4.2", true), (">1.4.2", false),
    ("=1.4.2", true),
    ("^1.2", true), ("^2", false), ("~1.4", true), ("~1.3", false), ("1.4", true), ("1.5", false),
    ("*", true), ("<1", false), (">=0.9 <1.4.2", false),
  ]) func ranges(range: String, isWithin: Bool) throws {
    #expect(try #require(PackVersion("1.4.2")).isWithin(range) == isWithin)
  }

  @Test func beforeOneTheSecondNumberCounts() throws {
    let version = try #require(PackVersion("0.4.2-dev"))
    #expect(version.isWithin("^0.4") == true && version.isWithin("^0.3") == false)
  }

  @Test(arguments: ["", "about 1", "=>1", "1.2.3.4", ">=", "1..2", "-1"])
  func whatIsNoRange(range: String) throws {
    #expect(try #require(PackVersion("1.4.2")).isWithin(range) == nil)
  }
}
