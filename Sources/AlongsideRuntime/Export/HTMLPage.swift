package import Practice

/// A single web page of entries, in parts, so that thousands need not be held at once.
///
/// It stands alone: no script, nothing from elsewhere. `head`, then each entry, then `tail`.
package struct HTMLPage: Sendable {
  private let title: String
  private let language: String

  /// - Parameters:
  ///   - title: what stands at its top and in the window's name.
  ///   - language: the language of the entries, as `en`.
  package init(title: String, language: String = "en") {
    self.title = title
    self.language = language
  }

  /// The beginning, with a note of what the page is.
  ///
  /// - Parameters:
  ///   - count: how many entries will follow.
  ///   - days: the days of the first and the last; nil where there are none.
  package func head(count: Int, days: ClosedRange<Day>?) -> [UInt8] {
    let top = """
      <body>
      <header>
      <h1 dir="auto">\(HTMLText.escaped(title))</h1>
      <p>\(HTMLText.escaped(Self.note(count, days)))</p>
      <p>This file is not sealed: whoever has it can read it. It holds everything it shows, and
      asks nothing of the network.</p>
      </header>
      <main>

      """
    return Array((metadata + top).utf8)
  }

  private var metadata: String {
    HTMLText.top(title: title, language: language, style: HTMLStyle.sheet) + "\n"
  }

  /// One entry.
  ///
  /// - Parameter answerWords: how answers read, where the kept words are not enough.
  package func article(_ entry: Entry, answerWords: Export.AnswerWords? = nil) -> [UInt8] {
    let written = HTMLText.escaped(entry.written.iso8601)
    let name = entry.title.flatMap { $0.isEmpty ? nil : $0 } ?? EntryWords.kind(entry.kind)
    var lines = [
      "<article id=\"entry-\(HTMLText.escaped(entry.id))\">",
      "<h2 dir=\"auto\">\(HTMLText.escaped(name))</h2>",
      "<p class=\"when\"><time datetime=\"\(written)\">\(DayWords.long(entry.written))</time>"
        + " <span>\(HTMLText.escaped(entry.written.zone))</span></p>",
    ]
    if !entry.tags.isEmpty {
      let tags = entry.tags.map { "<li dir=\"auto\">#\(HTMLText.escaped($0))</li>" }
      lines.append("<ul class=\"tags\" aria-label=\"Tags\">\(tags.joined())</ul>")
    }
    for (answer, words) in EntryWords.answered(entry, answerWords) {
      lines.append("<h3 dir=\"auto\">\(HTMLText.escaped(EntryWords.question(answer)))</h3>")
      lines.append(HTMLText.paragraphs(words))
    }
    if let text = entry.text, !text.isEmpty { lines.append(HTMLText.paragraphs(text)) }
    if let left = EntryWords.leftOpen(entry) { lines.append("<p class=\"open\">\(left)</p>") }
    lines.append("</article>\n")
    return Array(lines.joined(separator: "\n").utf8)
  }

  /// The end.
  package var tail: [UInt8] { Array("</main>\n</body>\n</html>\n".utf8) }

  private static func note(_ count: Int, _ days: ClosedRange<Day>?) -> String {
    guard let days, count > 0 else { return "No entries from a journal kept with Alongside." }
    let entries = count == 1 ? "One entry" : "\(count) entries"
    let from = "\(entries) from a journal kept with Alongside"
    let (first, last) = (DayWords.day(days.lowerBound), DayWords.day(days.upperBound))
    return first == last ? "\(from), \(first)." : "\(from), \(first) to \(last), newest last."
  }
}

extension Export {
  /// All entries as one web page, newest last.
  package static func html(
    _ entries: [Entry], title: String, language: String = "en", answerWords: AnswerWords? = nil
  ) -> [UInt8] {
    let page = HTMLPage(title: title, language: language)
    let sorted = entries.sorted { ($0.written, $0.id) < ($1.written, $1.id) }
    let days = sorted.map(\.written.day)
    let range = days.min().flatMap { first in days.max().map { first...$0 } }
    var bytes = page.head(count: sorted.count, days: range)
    for entry in sorted { bytes += page.article(entry, answerWords: answerWords) }
    return bytes + page.tail
  }
}
