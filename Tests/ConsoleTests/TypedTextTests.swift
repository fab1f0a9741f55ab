import Foundation
import TestSupport
import Testing

@testable import Console

@Suite struct TypedTextTests {
  @Test(arguments: [("ab", "a"), ("e\u{301}", ""), ("x👩‍👧", "x"), ("", "")])
  func erasesOneCharacterAsSeen(text: String, rest: String) {
    var typed = TypedText(loading: text)
    typed.eraseBack()
    #expect(typed.text == rest)
  }

  @Test func goesOnBehindLoadedWords() {
    var text = TypedText(loading: "half a li")
    #expect(text.isUntouched && text.typedAlone == "")
    text.type("ne")
    #expect(text.text == "half a line" && !text.isUntouched)
    var ended = TypedText(loading: "a line\n")
    ended.type("and more")
    #expect(ended.text == "a line\nand more")
  }

  @Test func knowsWhatWasTypedAlone() {
    var text = TypedText(loading: "words")
    text.type("/back")
    #expect(text.typedAlone == "/back")
    text.removeTypedAlone()
    #expect(text.text == "words" && text.isUntouched)
    text.paste("/stop")
    #expect(text.typedAlone == nil)
    text.newline()
    text.type("/sotp")
    for _ in 0..<2 { text.moveLeft() }
    #expect(text.typedAlone == "/sotp")
    text.paste("x")
    #expect(text.typedAlone == nil)
  }

  /// Whoever mends what was loaded is writing, not giving a command.
  @Test func mendingWhatWasLoadedIsNoCommand() {
    var text = TypedText(loading: "He said,")
    text.eraseBack()
    text.type(".")
    #expect(text.typedAlone == nil && text.text == "He said.")
    var moved = TypedText(loading: "He sad")
    moved.moveLeft()
    moved.type("i")
    moved.moveEnd()
    moved.type("?")
    #expect(moved.typedAlone == nil && moved.text == "He said?")
  }

  @Test func editsALineAboveAndIsNoCommandThere() {
    var text = TypedText(loading: "/stop\nsecond\n")
    for _ in 0..<2 { text.place(rows: -1, offset: 0) }
    #expect(text.typedAlone == nil)
    text.moveEnd()
    text.type("!")
    #expect(text.text == "/stop!\nsecond\n" && text.typedAlone == nil)
    text.moveToEnd()
    text.type("/back")
    #expect(text.typedAlone == "/back")
  }

  @Test func takesBackAndBringsBack() {
    var text = TypedText(loading: "")
    text.type("one two three")
    text.undo()
    #expect(text.text == "one two ")
    text.killBlankWordBack()
    text.killBlankWordBack()
    #expect(text.text == "")
    text.yank()
    #expect(text.text == "one two ")
    text.startOver()
    text.undo()
    #expect(text.text == "one two ")
  }

  @Test func twoEmptyLinesAreSeen() {
    var text = TypedText()
    text.type("words")
    for isSeen in [false, false, true] {
      #expect(text.isBelowBlankLine == isSeen)
      text.newline()
    }
  }

  /// Random keys and pastes, as a terminal sends them and cut anywhere, against ``PlainModel``.
  ///
  /// `ALONGSIDE_ROUNDS` sets how many sequences; the seed is in every failure.
  @Test func keysAndPastesDoWhatAPlainModelDoes() {
    let rounds = ProcessInfo.processInfo.environment["ALONGSIDE_ROUNDS"].flatMap(Int.init) ?? 20_000
    var generator = SystemRandomNumberGenerator()
    let seed = generator.next()
    print("keys and pastes: \(rounds) sequences, seed \(seed)")
    var random = SeededRandom(seed: seed)
    for round in 0..<rounds {
      let loaded = random.below(2) == 0 ? "" : "one línea\n日 two\n\nlast"
      var model = PlainModel(loaded)
      var bytes: [UInt8] = []
      for _ in 0..<random.below(30) {
        let act = PlainModel.acts[random.below(PlainModel.acts.count)]
        bytes += Array(act.sent.utf8)
        act.change(&model)
      }
      let text = Self.typed(bytes, on: loaded, &random)
      let isSame = text.text == model.text && text.before == model.line
      #expect(isSame, "seed \(seed), sequence \(round): \(bytes)")
      guard isSame else { return }
    }
  }

  /// What our own editor makes of bytes, cut into pieces at random.
  private static func typed(
    _ bytes: [UInt8], on loaded: String, _ random: inout SeededRandom
  ) -> TypedText {
    var text = TypedText(loading: loaded)
    var decoder = KeyDecoder()
    var pending = TypedBytes()
    var sitting = EditSitting(form: TypedForm(.lines))
    let screen = TextScreen(prompt: "> ", columns: 10_000, rows: 100)
    var rest = bytes[...]
    while !rest.isEmpty || pending.count > 0 {
      let piece = Array(rest.prefix(1 + random.below(12)))
      rest = rest.dropFirst(piece.count)
      piece.withUnsafeBytes { pending.append($0) }
      while let key = decoder.next(from: &pending, isQuiet: rest.isEmpty) {
        if sitting.apply(key, to: &text, moves: true, screen) == .enter { text.newline() }
      }
    }
    return text
  }
}

/// A text with a cursor, as plainly as it can be written: what is before it and what is after it.
///
/// Uses nothing of ours.
private struct PlainModel {
  struct Act: Sendable {
    let sent: String
    let change: @Sendable (inout PlainModel) -> Void
  }

  var before: String
  var after = ""
  private var killed = ""
  private var earlier: [(String, String)] = []
  private var isTyping = false
  private var isKilling = false
  private var goal: Int?

  init(_ text: String) { before = text }

  var text: String { before + after }
  var line: String {
    String(before.split(separator: "\n", omittingEmptySubsequences: false).last ?? "")
  }

  static let acts: [Act] =
    ["a", "b", " ", "é", "e\u{301}", "日", "👩‍👧", ".", "/", "\t", "word"].map { words in
      Act(sent: words) { $0.type(words) }
    } + [
      Act(sent: "\r") { $0.edit { $0.before += "\n" } },
      Act(sent: "\u{7F}") { model in
        model.edit { if !$0.before.isEmpty { $0.before.removeLast() } }
      },
      Act(sent: "\u{1B}[3~") { model in
        model.edit { if !$0.after.isEmpty { $0.after.removeFirst() } }
      },
      Act(sent: "\u{1B}[200~one\r.\r/stop\r\n\r\u{1B}[31mtwo\u{1B}[201~") { model in
        model.edit { $0.before += "one\n.\n/stop\n\n[31mtwo" }
      },
      Act(sent: "\u{1B}[200~x\u{1B}[201~") { $0.edit { $0.before += "x" } },
      Act(sent: "\u{1B}[D") { $0.go { $0.step(-1) } }, Act(sent: "\u{2}") { $0.go { $0.step(-1) } },
      Act(sent: "\u{1B}[C") { $0.go { $0.step(1) } },
      Act(sent: "\u{1}") { $0.go { while !$0.line.isEmpty { $0.step(-1) } } },
      Act(sent: "\u{1B}[F") { $0.go { while let c = $0.after.first, c != "\n" { $0.step(1) } } },
      Act(sent: "\u{1B}[1;5H") { $0.go { ($0.before, $0.after) = ("", $0.text) } },
      Act(sent: "\u{1B}>") { $0.go { ($0.before, $0.after) = ($0.text, "") } },
      Act(sent: "\u{1B}b") { $0.go { $0.skip(-1, first: { !isWord($0) }) } },
      Act(sent: "\u{1B}[1;5C") { $0.go { $0.skip(1, first: { !isWord($0) }) } },
      Act(sent: "\u{1B}[A") { $0.vertical(-1) }, Act(sent: "\u{E}") { $0.vertical(1) },
      Act(sent: "\u{17}") { $0.kill(-1) { $0.skip(-1, first: \.isWhitespace) } },
      Act(sent: "\u{1B}\u{7F}") { $0.kill(-1) { $0.skip(-1, first: { !isWord($0) }) } },
      Act(sent: "\u{1B}d") { $0.kill(1) { $0.skip(1, first: { !isWord($0) }) } },
      Act(sent: "\u{15}") { $0.kill(-1) { while !$0.line.isEmpty { $0.step(-1) } } },
      Act(sent: "\u{B}") { model in
        model.kill(1) { model in
          if model.after.first == "\n" { return model.step(1) }
          while let next = model.after.first, next != "\n" { model.step(1) }
        }
      },
      Act(sent: "\u{19}") { model in
        let words = model.killed
        model.edit { $0.before += words }
      },
      Act(sent: "\u{1F}") { $0.undo() },
      Act(sent: "\u{1B}x") { _ in }, Act(sent: "\u{1B}[5;9Q") { _ in },
      Act(sent: "\u{1B}]11;rgb:0/0/0\u{7}") { _ in }, Act(sent: "\u{1B}OP") { _ in },
    ]

  private static func isWord(_ character: Character) -> Bool {
    character.isLetter || character.isNumber
  }

  private mutating func type(_ words: String) {
    let beginsWord = before.last?.isWhitespace == true && words.first?.isWhitespace == false
    let goesOn = isTyping && !(beginsWord && line != "")
    if !goesOn { earlier.append((before, after)) }
    before += words
    (isTyping, isKilling, goal) = (true, false, nil)
  }

  /// An edit that is undone by itself; one that changes nothing is none.
  private mutating func edit(_ change: (inout PlainModel) -> Void) {
    let old = (before, after)
    change(&self)
    guard (before, after) != old else { return }
    earlier.append(old)
    (isTyping, isKilling, goal) = (false, false, nil)
  }

  private mutating func go(_ change: (inout PlainModel) -> Void) {
    change(&self)
    (isTyping, isKilling, goal) = (false, false, nil)
  }

  private mutating func undo() {
    guard let old = earlier.popLast() else { return }
    (before, after) = old
    (isTyping, isKilling, goal) = (false, false, nil)
  }

  private mutating func step(_ way: Int) {
    if way < 0, let last = before.popLast() {
      after = String(last) + after
    } else if way > 0, let first = after.first {
      after.removeFirst()
      before.append(first)
    }
  }

  /// Over characters of one sort, and then over all that are not.
  private mutating func skip(_ way: Int, first: (Character) -> Bool) {
    func next(_ model: PlainModel) -> Character? { way < 0 ? model.before.last : model.after.first }
    while let one = next(self), first(one) { step(way) }
    while let one = next(self), !first(one) { step(way) }
  }

  private mutating func kill(_ way: Int, _ move: (inout PlainModel) -> Void) {
    let old = (before, after)
    move(&self)
    let gone =
      way < 0
      ? String(old.0.dropFirst(before.count)) : String(before.dropFirst(old.0.count))
    if way < 0 { after = old.1 } else { before = old.0 }
    guard !gone.isEmpty else { return }
    killed = isKilling ? (way < 0 ? gone + killed : killed + gone) : gone
    earlier.append(old)
    (isTyping, isKilling, goal) = (false, true, nil)
  }

  private mutating func vertical(_ way: Int) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let index = before.count(where: { $0 == "\n" })
    let wanted = goal ?? line.reduce(0) { $0 + Self.width($1) }
    guard lines.indices.contains(index + way) else {
      let line = lines[index]
      let head = lines[..<index].map { $0 + "\n" }.joined()
      before = way < 0 ? head : head + line
      after = (way < 0 ? line : "") + lines[(index + 1)...].map { "\n" + $0 }.joined()
      return (isTyping, isKilling, goal) = (false, false, nil)
    }
    let line = lines[index + way]
    var (taken, used) = ("", 0)
    for character in line {
      guard used + Self.width(character) <= wanted else { break }
      taken.append(character)
      used += Self.width(character)
    }
    before = lines[..<(index + way)].map { $0 + "\n" }.joined() + taken
    after =
      line.dropFirst(taken.count) + lines[(index + way + 1)...].map { "\n" + $0 }.joined()
    (isTyping, isKilling, goal) = (false, false, wanted)
  }

  private static func width(_ character: Character) -> Int {
    ["日", "👩‍👧"].contains(character) ? 2 : 1
  }
}
