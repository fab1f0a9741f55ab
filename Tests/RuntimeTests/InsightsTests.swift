import Foundation
import Practice
import Testing

@testable import AlongsideRuntime

@Suite struct InsightsTests {
  private static func entry(
    _ day: String, tags: [String] = [], prompt: String? = nil, answers: [Answer] = [],
    at time: String = "12:00:00.000Z", zone: String = "UTC"
  ) throws -> Entry {
    let written = try #require(Moment(iso8601: "\(day)T\(time)", zone: zone))
    return Entry(
      id: "e" + day.filter(\.isNumber), kind: .page, written: written,
      prompt: prompt.map { PromptReference(id: $0, sha256: "00") }, tags: tags, answers: answers,
      text: "words", revision: "r")
  }

  private static let labels = InsightLabels(
    values: ["hope": "Hope", "mutual": "Mutuality"],
    prompts: ["core/daily": "Three questions for today"],
    carried: [PromptStep(prompt: "core/daily", step: "next")])

  private static func sample() throws -> Insights {
    func answer(_ step: String, _ value: Value?, item: String? = nil) -> Answer {
      Answer(
        step: step, ask: "?", state: value == nil ? .skipped : .answered, value: value, item: item)
    }
    let entries = [
      try entry("2026-04-02", tags: ["hope", "café"]),
      try entry("2026-03-03", tags: ["hope", "Evening"]),
      try entry(
        "2026-03-09", tags: ["HOPE", "cafe\u{301}"], prompt: "core/daily",
        answers: [
          answer("a", .words("x"), item: "hope"), answer("a", nil, item: "mutual"),
          answer("b", .ids(["mutual", "none"])), answer("next", .words("Ask about\nthe choir")),
        ]),
      try entry("2026-03-10", prompt: "own/gone", answers: [answer("next", .words("not carried"))]),
    ]
    return Insights(entries: entries, labels: labels)
  }

  @Test func gathersDays() throws {
    let insights = try Self.sample()
    #expect(insights.themes.map(\.label) == ["café", "Evening", "hope"])
    #expect(
      insights.themes.last?.days.map(\.description) == ["2026-03-03", "2026-03-09", "2026-04-02"])
    #expect(insights.values.map(\.label) == ["Hope", "Mutuality"])
    #expect(insights.prompts.map(\.label) == ["own/gone", "Three questions for today"])
    #expect(insights.carried.map(\.text) == ["Ask about\nthe choir"])
    #expect(insights.carried.map(\.day.description) == ["2026-03-09"])
  }

  @Test func countsTheDayAsLived() throws {
    // The same instant: the evening of the 31st in New York, the morning of the 1st in Tokyo.
    let entries = [
      try Self.entry("2026-03-31", tags: ["a"], at: "20:30:00.000-04:00", zone: "America/New_York"),
      try Self.entry("2026-04-01", tags: ["a"], at: "09:30:00.000+09:00", zone: "Asia/Tokyo"),
      try Self.entry("2026-04-01", tags: ["a"], at: "23:59:00.000+09:00", zone: "Asia/Tokyo"),
    ]
    #expect(entries[0].written.utcMilliseconds == entries[1].written.utcMilliseconds)
    let days = Insights(entries: entries, labels: Self.labels).themes.first?.days
    #expect(days?.map(\.description) == ["2026-03-31", "2026-04-01"])
  }

  @Test func saysItInSentences() throws {
    let text = try Self.sample().text()
    #expect(text.contains("You wrote about hope on 3 March, 9 March and 2 April 2026."))
    #expect(text.contains("You wrote about “Mutuality” on 9 March 2026."))
    #expect(text.contains("You answered “Three questions for today” on 9 March 2026."))
    #expect(
      text.hasSuffix("What you wanted to carry forward\n9 March 2026:\n  Ask about\n  the choir"))
  }

  @Test(arguments: [
    (["2026-03-03"], "3 March 2026"),
    (["2025-12-30", "2026-01-02"], "30 December 2025 and 2 January 2026"),
    (["2024-05-01", "2024-06-01", "2026-01-02"], "1 May, 1 June 2024 and 2 January 2026"),
  ])
  func listsDays(days: [String], words: String) {
    #expect(DayWords.list(days.compactMap { Day($0) }) == words)
  }

  @Test func shortensLongLists() throws {
    let first = try #require(Day("2026-01-01"))
    let days = (0..<18).compactMap { first.advanced(by: $0) }
    #expect(
      DayWords.list(days)
        == "13 January, 14 January, 15 January, 16 January, 17 January and 18 January 2026, "
        + "and on earlier days")
    #expect(!DayWords.list(Array(days.prefix(7))).contains("earlier"))
  }

  @Test func neverKeepsScore() throws {
    let entries = try (1...28).map {
      try Self.entry("2026-02-\($0 < 10 ? "0" : "")\($0)", tags: ["hope"])
    }
    for insights in [
      try Self.sample(), Insights(entries: entries, labels: Self.labels),
      Insights(entries: [Entry](), labels: Self.labels),
    ] {
      let json = String(decoding: try JSON.shown(InsightsJSON(insights)), as: UTF8.self)
      let all = [insights.text(), insights.chart(), InsightDrawing(insights).svg, json]
      let shown = all.joined(separator: "\n").replacing("width=\"100%\" height=\"100%\"", with: "")
      for word in [
        "streak", "score", "rank", "%", "average", "missed", "in a row", "goal", "best", "most",
        "least", "only", "total", "should", "well done",
      ] {
        #expect(!shown.localizedCaseInsensitiveContains(word), "\(word)")
      }
    }
  }

  @Test func isKindWhenThereIsNothing() {
    let insights = Insights(entries: [Entry](), labels: Self.labels)
    #expect(insights.isEmpty)
    #expect(insights.text().contains("nothing you need to do"))
    #expect(insights.chart().contains("nothing to draw yet"))
    #expect(InsightDrawing(insights).svg.contains("nothing to draw yet"))
  }

  @Test func printsEveryDayAsJSON() throws {
    let text = String(decoding: try JSON.bytes(InsightsJSON(try Self.sample())), as: UTF8.self)
    #expect(
      text.hasPrefix(
        #"{"carried":[{"day":"2026-03-09","entry":"e20260309","text":"Ask about\nthe choir"}]"#))
    #expect(text.contains(#""themes":[{"days":["2026-03-09","2026-04-02"],"name":"#))
    #expect(text.contains(#"{"days":["2026-03-09"],"id":"hope","label":"Hope"}"#))
    let empty = try JSON.bytes(InsightsJSON(Insights(entries: [Entry](), labels: Self.labels)))
    #expect(
      String(decoding: empty, as: UTF8.self)
        == #"{"carried":[],"prompts":[],"themes":[],"values":[]}"#)
  }

  @Test func drawsMonthsInText() throws {
    let insights = try Self.sample()
    #expect(insights.chart().contains("hope\n  March 2026  ●● (3, 9)\n  April 2026  ● (2)"))
    // A value that is a tag too is drawn once.
    #expect(!insights.chart().contains("Hope\n"))
    let plain = Insights(entries: [try Self.entry("2026-03-03", tags: ["a"])], labels: Self.labels)
    #expect(plain.chart(isPlain: true).utf8.allSatisfy { $0 < 0x80 })
  }

  @Test func drawsAPictureThatSpeaks() throws {
    let sly = try Self.entry("2026-03-03", tags: ["<script>&\"\u{1}"])
    let svg = InsightDrawing(Insights(entries: [sly], labels: Self.labels)).svg
    #expect(!svg.contains("<script") && !svg.contains("\u{1}") && !svg.contains("href"))
    #expect(svg.contains("<title>&lt;script&gt;&amp;&quot;, 3 March 2026</title>"))
    #expect(
      svg.contains("<desc id=\"description\">&lt;script&gt;&amp;&quot;: 3 March 2026.</desc>"))
    let parser = XMLShape(svg)
    #expect(parser.isClosed && parser.count("circle") == 1)
    let long = Insights(
      entries: try (2016...2026).map { try Self.entry("\($0)-06-15", tags: ["a"]) },
      labels: Self.labels)
    #expect(XMLShape(InsightDrawing(long).svg).count("circle") == 11)
  }
}

/// The tags of an XML text, enough to see that each is closed.
private struct XMLShape {
  private(set) var isClosed = false
  private var names: [Substring] = []

  init(_ text: String) {
    var open: [Substring] = []
    for tag in text.split(separator: "<").dropFirst(text.hasPrefix("<") ? 0 : 1) {
      let name = tag.prefix { $0.isLetter || $0 == "/" }
      if name.hasPrefix("/") {
        guard open.popLast() == name.dropFirst() else { return }
      } else {
        names.append(name.prefix { $0 != "/" })
        if tag.prefix(while: { $0 != ">" }).last != "/" { open.append(name) }
      }
    }
    isClosed = open.isEmpty
  }

  func count(_ name: Substring) -> Int { names.count { $0 == name } }
}
