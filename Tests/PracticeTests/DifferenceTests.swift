import TestSupport
import Testing

@testable import Practice

@Suite struct DifferenceTests {
  @Test(arguments: [
    ("", "", ""), ("same", "same", "same"), ("", "new", "{+new+}"), ("old", "", "[-old-]"),
    ("I felt tired today", "I felt worn today", "I felt [-tired-]{+worn+} today"),
    ("a b c", "a c", "a [-b -]c"),
    ("one\ntwo\nthree\n", "one\n2\nthree\n", "one\n[-two-]{+2+}\nthree\n"),
    ("it was all so loud", "it was very quiet now", "it was [-all so loud-]{+very quiet now+}"),
    ("a\r\nb", "a\nb", "a[-\r\n-]{+\n+}b"),
    ("caf\u{E9}", "cafe\u{301}", "[-caf\u{E9}-]{+cafe\u{301}+}"),
  ])
  func marksWords(from: String, to: String, marked: String) {
    let difference = Difference(from: from, to: to)
    // Bytes: a string takes both spellings of an accent for the same.
    #expect(Array(difference.marked.utf8) == Array(marked.utf8))
    #expect(difference.hasChanges == (Array(from.utf8) != Array(to.utf8)))
  }

  private func isWhole(_ difference: Difference, _ from: String, _ to: String) -> Bool {
    let old = difference.parts.filter { $0.kind != .added }.map(\.text).joined()
    let new = difference.parts.filter { $0.kind != .removed }.map(\.text).joined()
    return Array(old.utf8) == Array(from.utf8) && Array(new.utf8) == Array(to.utf8)
  }

  @Test(arguments: [UInt64(11), UInt64.random(in: 0...UInt64.max)])
  func partsMakeBothTexts(seed: UInt64) {
    print("difference seed \(seed)")
    var dice = SeededRandom(seed: seed)
    let pieces = ["a", "b", "ab", "é", "🙂", " ", "  ", "\n", "\r\n", "\n\n", "\t", "."]
    for _ in 0..<800 {
      let words = (0..<dice.below(60)).map { _ in pieces[dice.below(pieces.count)] }
      var other = words
      for _ in 0..<dice.below(8) {
        let at = dice.below(other.count + 1)
        if dice.below(2) == 0 || at == other.count {
          other.insert(pieces[dice.below(pieces.count)], at: at)
        } else {
          other.remove(at: at)
        }
      }
      let (from, to) = (words.joined(), other.joined())
      let difference = Difference(from: from, to: to)
      #expect(isWhole(difference, from, to), "seed \(seed)")
      #expect(zip(difference.parts, difference.parts.dropFirst()).allSatisfy { $0.kind != $1.kind })
    }
  }

  @Test func staysQuickOnLongTexts() {
    var dice = SeededRandom(seed: 3)
    func line(_ n: Int) -> String { "line \(n) of a long page \(dice.below(1_000_000))\n" }
    let lines = (0..<20_000).map(line)
    var edited = lines
    edited[300] = "another line\n"
    edited[15_000] = "yet another\n"
    edited.removeSubrange(9_000..<9_100)
    let texts = [
      edited.joined(), lines.reversed().joined(), String(repeating: "a\n", count: 300_000),
      String(repeating: "word other ", count: 80_000), "",
    ]
    let from = lines.joined()
    let clock = ContinuousClock()
    for to in texts {
      let time = clock.measure { #expect(isWhole(Difference(from: from, to: to), from, to)) }
      #expect(time < .seconds(20))
    }
    let few = Difference(from: from, to: edited.joined())
    let changed = few.parts.filter { $0.kind != .same }.map { $0.text.utf8.count }.reduce(0, +)
    #expect(changed < 5_000)
  }

  private func entry(
    title: String? = nil, tags: [String] = [], answers: [Answer] = [], text: String? = nil
  ) -> Entry {
    Entry(
      id: "a", kind: .page, written: Moment(utcMilliseconds: 0, offset: 0, zone: "UTC"),
      title: title, tags: tags, answers: answers, text: text, revision: "r")
  }

  @Test func namesWhatChanged() {
    func answer(_ step: String, _ value: Value?, item: String? = nil) -> Answer {
      Answer(
        step: step, ask: "\(step)?", state: value == nil ? .skipped : .answered, value: value,
        item: item)
    }
    let old = entry(
      title: "One", tags: ["a", "b"],
      answers: [
        answer("x", .words("tea"), item: "hope"), answer("x", .words("walk"), item: "mutual"),
        answer("y", nil), answer("z", .ids(["p", "q"])), answer("gone", .yes),
      ], text: "Same")
    let new = entry(
      title: "Two", tags: ["b", "c"],
      answers: [
        answer("x", .words("coffee"), item: "hope"), answer("x", .words("walk"), item: "mutual"),
        answer("y", .number(3)), answer("z", .ids(["p"])),
      ], text: "Same")
    #expect(
      EntryChange.changes(from: old, to: new) == [
        .title(Difference(from: "One", to: "Two")), .tags(added: ["c"], removed: ["a"]),
        .answer(ask: "x?", item: "hope", Difference(from: "tea", to: "coffee")),
        .answer(ask: "y?", item: nil, Difference(from: "", to: "3")),
        .answer(ask: "z?", item: nil, Difference(from: "p, q", to: "p")),
        .answer(ask: "gone?", item: nil, Difference(from: "yes", to: "")),
      ])
    #expect(EntryChange.changes(from: old, to: old).isEmpty)
    let first = EntryChange.changes(from: entry(), to: entry(text: "New"))
    #expect(first == [.text(Difference(from: "", to: "New"))])
  }

  /// Where both answers hold the words they were picked by; else the ids say at least something.
  @Test func pickedAnswersAreComparedInTheirWords() {
    func picked(_ id: String, _ words: String?) -> Entry {
      entry(answers: [
        Answer(step: "x", ask: "x?", state: .answered, value: .words(id), words: words)
      ])
    }
    func change(_ earlier: Entry, _ later: Entry) -> Difference? {
      guard case .answer(_, _, let one)? = EntryChange.changes(from: earlier, to: later).first
      else { return nil }
      return one
    }
    let (heavy, light) = (picked("h", "A heavy day"), picked("l", "A light day"))
    #expect(change(heavy, light) == Difference(from: "A heavy day", to: "A light day"))
    #expect(change(entry(), light) == Difference(from: "", to: "A light day"))
    #expect(change(picked("h", nil), light) == Difference(from: "h", to: "l"))
    #expect(
      change(picked("a", "The same"), picked("b", "The same")) == Difference(from: "a", to: "b"))
  }
}
