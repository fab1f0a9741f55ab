import Practice
import Testing

@testable import AlongsideRuntime

@Suite struct SearchTests {
  private func page(
    _ text: String?, title: String? = nil, tags: [String] = [], answers: [Answer] = []
  ) -> Entry {
    Entry(
      id: "aaaabbbbccccd", kind: .page,
      written: Moment(utcMilliseconds: 1_772_000_000_000, offset: 0, zone: "Europe/London"),
      title: title, tags: tags, answers: answers, text: text, revision: "aaaabbbbccccd")
  }

  private func finds(_ query: String, _ text: String) -> Bool {
    SearchQuery(reading: query).match(page(text)) != nil
  }

  @Test(arguments: [
    ("hope", "A hopeful day", true), ("hope", "Shropeshire", false), ("HOPE", "hope", true),
    ("cafe", "the Café", true), ("café", "THE CAFE", true), ("tea walk", "A walk, then tea", true),
    ("tea walk", "only tea", false), ("don't", "I don’t know", true), ("hope,", "hope", true),
    ("self-care", "self–care", true), ("", "anything", true), ("  ", "anything", true),
    ("-", "anything", true), ("🙂", "fine🙂", true), ("word", "snake_word", true),
    ("9", "19", false), ("静か", "とても静かだった", true), ("надежд", "О Надежде", true),
    ("text", "none of it", false), ("n", "one\nnew", true), ("nope", "a\nope", false),
    ("straße", "die STRASSE", true), (":)", "fine :)", true),
  ])
  func findsWords(query: String, text: String, isFound: Bool) throws {
    #expect(finds(query, text) == isFound)
    let payload = try JSON.bytes(EntryJSON(page(text)))
    #expect(try (SearchQuery(reading: query).match(payload: payload) != nil) == isFound)
  }

  @Test(arguments: [
    ("\"quiet hope\"", "a quiet\n   hope came", true), ("\"quiet hope\"", "quiet, hope", false),
    ("\"quiet hope\"", "a quiet\r\nhope", true), ("\"quiet ho\"", "quiet hope", false),
    ("\"hope\"", "hopeful", false), ("\"hope\"", "so, hope.", true),
    ("\"quiet hope", "quiet hope", true),
    ("“quiet hope”", "quiet hope", true), ("\"uiet hope\"", "quiet hope", false),
    ("quiet\"hope now\"", "hope now, quietly", true), ("\"\"", "anything", true),
  ])
  func findsPhrases(query: String, text: String, isFound: Bool) {
    #expect(finds(query, text) == isFound)
  }

  @Test(arguments: [
    ("tea -coffee", "tea", true), ("tea -coffee", "tea and Coffee", false), ("-tea", "water", true),
    ("-tea", "teas", false), ("-\"hard day\"", "a hard\nday", false),
    ("-\"hard day\"", "hard", true),
    ("well-being", "our well-being", true),
  ])
  func leavesOut(query: String, text: String, isFound: Bool) {
    #expect(finds(query, text) == isFound)
  }

  @Test func looksEverywhereButInQuestions() throws {
    let records: [[String: Value]] = [["what": .words("ring the choir"), "by": .words("Friday")]]
    let answers = [
      Answer(
        step: "help", ask: "What helped?", state: .answered, value: .words("A bench"), item: "hope"),
      Answer(step: "list", ask: "Next?", state: .answered, value: .records(records)),
      Answer(step: "pick", ask: "Which?", state: .answered, value: .ids(["rest", "time"])),
      Answer(step: "cell", ask: "Each?", state: .answered, value: .cells(["row": "often"])),
      Answer(step: "left", ask: "And?", state: .skipped),
    ]
    let entry = page("Swans", title: "Canal", tags: ["evening"], answers: answers)
    let payload = try JSON.bytes(EntryJSON(entry))
    let expected: [(String, SearchMatch.Place)] = [
      ("canal", .title), ("evening", .tag), ("bench", .answer(step: "help")),
      ("choir friday", .answer(step: "list")), ("rest", .answer(step: "pick")),
      ("often", .answer(step: "cell")), ("swans", .text),
    ]
    for (words, place) in expected {
      let match = try #require(SearchQuery(reading: words).match(entry))
      #expect(match.places == [place])
      #expect(try SearchQuery(reading: words).match(payload: payload) == match)
    }
    let all = SearchQuery(reading: "canal swans bench").match(entry)
    #expect(all?.places == [.title, .answer(step: "help"), .text])
    for words in ["helped", "answered", "row", "what", "london", "skipped", "hope"] {
      #expect(SearchQuery(reading: words).match(entry) == nil, "\(words)")
      #expect(try SearchQuery(reading: words).match(payload: payload) == nil, "\(words)")
    }
  }

  @Test func givesContextWithMarks() throws {
    let text = "First line.\nThen Hope came to tea,\nand hopeful talk. Hope again."
    let match = try #require(SearchQuery(reading: "hope").match(page(text, title: "Hope")))
    #expect(match.places == [.title, .text])
    #expect(
      match.context.map(\.text) == ["Then Hope came to tea,", "and hopeful talk. Hope again."])
    #expect(match.context.map(\.marks) == [[5..<9], [4..<8, 18..<22]])
    #expect(SearchQuery(reading: "hope").match(page(text), lines: 1)?.context.count == 1)
    #expect(SearchQuery(reading: "hope").match(page(text), lines: 0)?.context.isEmpty == true)
  }

  @Test func givesAPhraseOverTwoLinesAsOne() throws {
    let match = try #require(
      SearchQuery(reading: "\"quiet hope\"").match(page("so quiet\nhope it was")))
    #expect(match.context == [ContextLine(text: "so quiet hope it was", marks: [3..<13])])
  }

  @Test func shortensLongLinesBetweenWords() throws {
    let filler = Array(repeating: "wanderer", count: 60).joined(separator: " ")
    let text = "\(filler) cafe\u{301} \(filler) Café end"
    let lines = try #require(SearchQuery(reading: "café").match(page(text))).context
    #expect(lines.count == 2)
    for line in lines {
      #expect(line.text.count <= ContextLine.width + 2)
      #expect(line.text.hasPrefix("…wanderer"))
      let words = line.text.drop { $0 == "…" }.split { $0 == " " || $0 == "…" }
      #expect(words.allSatisfy { ["wanderer", "café", "Café", "end"].contains($0) })
      for mark in line.marks {
        let bytes = Array(line.text.utf8)[mark]
        #expect(Folding.areSame(String(decoding: bytes, as: UTF8.self), "cafe"))
      }
    }
    #expect(lines.first?.text.hasSuffix("wanderer…") == true)
    #expect(lines.last?.text.hasSuffix("Café end") == true)
    let endless = String(repeating: "静", count: 400)
    let cut = try #require(SearchQuery(reading: "静静静").match(page(endless), lines: 2)).context
    #expect(cut.count == 2 && cut.allSatisfy { $0.text.count <= ContextLine.width + 2 })
    let long = String(repeating: "so ", count: 200)
    let phrase = try #require(SearchQuery(reading: "\"\(long)\"").match(page(long))).context
    #expect(phrase.count == 1 && phrase.allSatisfy { $0.text.count <= ContextLine.width + 2 })
  }

  @Test func readsWhatJSONEscapes() throws {
    let text = "a \"b\" c\\d / tab\there\r\nnext \u{1} \u{8} \u{C} \u{7F} \u{2028} 🙂 é"
    let entry = page(text, title: "\"q\"", tags: ["x\\y"])
    let payload = try JSON.bytes(EntryJSON(entry))
    let fields = payload.withUnsafeBytes { PayloadFields.read($0) }
    #expect(fields == SearchField.fields(of: entry))
    // Cut anywhere, it gives up and reads nothing beyond the end.
    for end in payload.indices {
      #expect(payload[..<end].withUnsafeBytes { PayloadFields.read($0) } == nil)
    }
  }

  @Test func saysWhenBytesAreNoEntry() {
    #expect(throws: DecodingError.self) {
      try SearchQuery(reading: "x").match(payload: Array("[\"x\"]".utf8))
    }
  }
}
