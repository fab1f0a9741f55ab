import Practice
import TestSupport
import Testing

@testable import AlongsideRuntime

@Suite struct ExportTests {
  private let london = Moment(
    utcMilliseconds: 1_784_000_000_000, offset: 3600, zone: "Europe/London")

  private var reflection: Entry {
    Entry(
      id: "aaaabbbbccccd", kind: .reflection, written: london,
      prompt: PromptReference(id: "core/evening", revision: 2, sha256: "00"),
      title: "An \"evening\"",
      tags: ["out doors"],
      answers: [
        Answer(step: "a", ask: "What helped?", state: .answered, value: .words("Tea <b>&\n\ntalk")),
        Answer(step: "b", ask: "And then?", state: .skipped),
        Answer(step: "c", ask: "Which?", state: .answered, value: .ids(["x", "y"])),
      ], revision: "ddddccccbbbba")
  }

  @Test func writesAnEntryForPeople() {
    let (name, bytes) = Export.markdown(reflection) { _, answer in
      answer.step == "c" ? "Ex and why" : nil
    }
    #expect(name == "2026-07-14-aaaabbbbccccd.md")
    #expect(
      String(decoding: bytes, as: UTF8.self) == """
        ---
        id: "aaaabbbbccccd"
        kind: reflection
        written: "2026-07-14T04:33:20.000+01:00"
        zone: "Europe/London"
        title: "An \\"evening\\""
        tags: ["out doors"]
        prompt: "core/evening"
        revision: "ddddccccbbbba"
        answers: 2
        ---

        ## What helped?

        Tea <b>&

        talk

        ## Which?

        Ex and why

        (1 question left open)

        """)
  }

  @Test func answersComeBackAsWords() throws {
    let bytes = Export.markdown(reflection).bytes
    let reading = Import.markdown(bytes, path: "x.md", fallback: london)
    let entry = try #require(reading.entries.first).entry
    #expect(entry.id == "aaaabbbbccccd" && entry.kind == .page && entry.revision.isEmpty)
    #expect(entry.text?.hasPrefix("## What helped?\n\nTea") == true)
    #expect(reading.notes.count == 1)
    #expect(reading.leftOut == ["key `prompt`": 1])
  }

  /// Page -> file -> page -> file, with everything in it that could trip a reader.
  @Test(arguments: 0..<60) func pagesComeBackToTheByte(round: Int) throws {
    let seed = UInt64(round) &* 7919 + 1
    var sample = ImportSample(random: SeededRandom(seed: seed))
    for _ in 0..<20 {
      let page = sample.page()
      let (name, bytes) = Export.markdown(page)
      let reading = Import.markdown(bytes, path: name, fallback: london)
      let back = try #require(reading.entries.first, "seed \(seed): \(reading.problems)").entry
      let again = Export.markdown(back)
      #expect(again.name == name && again.bytes == bytes, "seed \(seed)")
      #expect(back.text.map { Array($0.utf8) } == page.text.map { Array($0.utf8) }, "seed \(seed)")
      #expect(
        back.title.map { Array($0.utf8) } == page.title.map { Array($0.utf8) }, "seed \(seed)")
      #expect(back.tags == page.tags && back.parents == page.parents, "seed \(seed)")
    }
  }

  @Test func fileNamesAreSafe() {
    var entry = reflection
    entry.id = "../../A b/\0"
    #expect(Export.markdown(entry).name == "2026-07-14-b.md")
    entry.id = "../"
    #expect(Export.markdown(entry).name == "2026-07-14-entry.md")
  }

  @Test func makesOnePage() {
    var old = reflection
    old.written = Moment(utcMilliseconds: 0, offset: 0, zone: "UTC")
    old.title = nil
    old.tags = ["<i>"]
    let page = String(
      decoding: Export.html([reflection, old], title: "A <journal>", language: "cy"),
      as: UTF8.self)
    #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"cy\">"))
    #expect(page.contains("<h1 dir=\"auto\">A &lt;journal&gt;</h1>"))
    #expect(page.contains("2 entries from a journal kept with Alongside, 1 January 1970 to"))
    #expect(page.contains("Tea &lt;b&gt;&amp;</p>"))
    #expect(page.contains("#&lt;i&gt;") && page.contains(">A reflection</h2>"))
    #expect(page.contains("1 question left open"))
    #expect(page.hasSuffix("</main>\n</body>\n</html>\n"))
    let (first, last) = (
      page.firstRange(of: ">A reflection<"), page.firstRange(of: "evening&quot;")
    )
    #expect(first.flatMap { one in last.map { one.lowerBound < $0.lowerBound } } == true)
  }

  @Test func holdsNoScriptAndNothingFromElsewhere() {
    var sample = ImportSample(random: SeededRandom(seed: 5))
    var entries = (0..<50).map { _ in sample.any() }
    entries[3].text =
      "<script src=\"https://example.org/x.js\"></script><img src=x onerror='a'>\u{1B}"
    let page = String(decoding: Export.html(entries, title: "t"), as: UTF8.self)
    for sign in ["<script", "<img", "<link", "url(", "@import", "src=\"", "<b>", "\u{1B}", "\0"] {
      #expect(!page.contains(sign), "\(sign.debugDescription)")
    }
    #expect(page.components("<article ") == 50 && page.components("</article>") == 50)
    #expect(Export.html([], title: "t").count > 100)
  }
}

extension String {
  /// How often the words stand in it.
  fileprivate func components(_ words: String) -> Int { ranges(of: words).count }
}
