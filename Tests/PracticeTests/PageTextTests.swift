import Practice
import Testing

@Suite struct PageTextTests {
  @Test(
    arguments: [
      ("", nil, [], ""), ("just words", nil, [], "just words"),
      (
        "# A walk\n\nIt rained.\n\n#evening #work-group\n", "A walk", ["evening", "work-group"],
        "It rained."
      ),
      ("\n\n#  A walk  \r\nIt rained.\r\n#evening\r\n", "A walk", ["evening"], "It rained."),
      ("# Only a title", "Only a title", [], ""), ("#only #tags", nil, ["only", "tags"], ""),
      ("#one #one #two", nil, ["one", "two"], ""),
      ("#no title\nwords", nil, [], "#no title\nwords"),
      ("# \nwords", nil, [], "# \nwords"), ("## Small\nwords", nil, [], "## Small\nwords"),
      ("words\n## Small", nil, [], "words\n## Small"), ("words #tag", nil, [], "words #tag"),
      ("words\n#tag and more", nil, [], "words\n#tag and more"),
      ("words\n#", nil, [], "words\n#"), ("words\n#a,#b", nil, [], "words\n#a,#b"),
      ("words\n#café_2", nil, ["café_2"], "words"),
      ("one\r\n\r\n  two  \nthree\r", nil, [], "one\n\n  two  \nthree\r"),
      ("a\rb\r\nc", nil, [], "a\rb\nc"), ("#tag\nmore words", nil, [], "#tag\nmore words"),
    ] as [(String, String?, [String], String)])
  func reads(page: String, title: String?, tags: [String], text: String) {
    #expect(PageText(reading: page) == PageText(title: title, tags: tags, text: text))
  }

  @Test func aMarkAfterALineEndDoesNotHideIt() {
    #expect(PageText(reading: "# Title\n\u{301}rest").title == "Title")
  }
}
