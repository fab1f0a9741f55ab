import Practice
import TestSupport

@testable import AlongsideRuntime

/// Entries made by chance, with everything in them that a file could trip over.
struct ImportSample {
  var random: SeededRandom

  private static let words = [
    "hope", " ", "\n", "\r\n", "\r", "---", "\n---\n", "# ", "## ", "\"", "\\", "\\u0041", "'", "é",
    "e\u{301}", "\u{301}", "🙂", "👩‍👩‍👧", "\u{2028}", "\u{FEFF}", "\u{1B}[31m", "\0", "\t", ": ", "- a",
    "[x]", "#tag", "{", "}", "],", "},{\"answers\":", "<b>&", "\u{202E}", "静か", "null", "true",
  ]
  private static let letters = Array("abcdefghijklmnopqrstuvwxyz234567")
  private static let zones = ["UTC", "Europe/London", "Asia/Kathmandu", "odd \"zone\"", "+01:00"]

  mutating func id() -> String { String((0..<13).map { _ in Self.letters[random.below(32)] }) }

  mutating func text(_ limit: Int = 12) -> String {
    (0..<random.below(limit)).map { _ in Self.words[random.below(Self.words.count)] }.joined()
  }

  mutating func page() -> Entry {
    Entry(
      id: id(), kind: random.below(5) == 0 ? .record : .page, written: moment(),
      title: random.below(3) == 0 ? nil : text(), tags: (0..<random.below(3)).map { _ in text(4) },
      text: text(30), revision: id(), parents: (0..<random.below(3)).map { _ in id() },
      revised: random.below(2) == 0 ? nil : moment())
  }

  mutating func any() -> Entry {
    var entry = page()
    entry.kind = Entry.Kind.allCases[random.below(4)]
    entry.answers = (0..<random.below(5)).map { _ in answer() }
    entry.interview = random.below(2) == 0 ? nil : id()
    if random.below(3) == 0 { entry.text = nil }
    if random.below(2) == 0 {
      let revision = random.below(2) == 0 ? nil : random.below(9)
      entry.prompt = PromptReference(id: text(3), revision: revision, sha256: text(3))
    }
    return entry
  }

  private mutating func moment() -> Moment {
    Moment(
      utcMilliseconds: Int64(random.below(3_000_000_000)) * 1000 + Int64(random.below(1000)),
      offset: random.below(80_000) - 40_000, zone: Self.zones[random.below(Self.zones.count)])
  }

  private mutating func answer() -> Answer {
    let state = AnswerState.allCases[random.below(4)]
    return Answer(
      step: text(3), ask: text(), state: state, value: state == .answered ? value() : nil,
      item: random.below(2) == 0 ? nil : text(3), by: random.below(2) == 0 ? nil : text(3))
  }

  private mutating func value() -> Value {
    switch random.below(6) {
    case 0: .words(text())
    case 1: .number(Double(random.below(1000)) / 8)
    case 2: .ids((0..<random.below(3)).map { _ in text(3) })
    case 3: .records([["a": .words(text()), "b": .number(3)], ["c": .ids([text()])]])
    case 4: .cells([text(3): text(3), "x": "y"])
    default: .yes
    }
  }
}
