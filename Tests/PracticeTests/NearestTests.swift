import Practice
import Testing

@Suite struct NearestTests {
  @Test(arguments: [
    ("clsoe", "close"), ("Close", "close"), ("energi", "energy"), ("hrad", "hard"), ("xyz", nil),
    ("", nil),
  ])
  func findsTheWordMeant(typed: String, expected: String?) {
    #expect(Nearest.word(to: typed, among: ["hard", "energy", "close"]) == expected)
  }

  @Test func takesTheFirstOfEquals() {
    #expect(Nearest.word(to: "bat", among: ["cat", "hat"]) == "cat")
  }
}
