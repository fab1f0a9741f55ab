import Testing
import YAML

@Suite struct YAMLReadingTests {
  private func read(_ text: String) throws -> Node { try YAMLReading.node(of: Array(text.utf8)) }

  private func problems(_ text: String) -> [YAMLProblem] {
    YAMLReading(Array(text.utf8)).problems
  }

  private func codes(_ text: String) -> [YAMLProblem.Code] { problems(text).map(\.code) }

  /// The closing quote is put where the text surely ends: with its line.
  @Test(arguments: [
    ("a: \"What, then?", "a: \"What, then?\""), ("a: \"b\nc: d", "a: \"b\""),
    ("l:\n  - a: 'b c\n  - d", "- a: 'b c'"), ("a: \"b\n  and on", nil), ("a: {b: \"c}", nil),
    ("a: \"b # c\n", nil), ("a: \"b\nc: \"d\"", "a: \"b\""),
  ])
  func unclosedQuotesAreClosed(text: String, line: String?) {
    let problem = YAMLReading(Array(text.utf8)).problems.first
    #expect(problem?.code == .unclosedQuote, "\(String(describing: problem))")
    #expect(
      problem?.hint
        == (line.map { "Write: \($0)" } ?? "Put a closing quote at the end of the text."))
  }

  @Test func readsTextsListsAndMapsInOrder() throws {
    let root = try read("b: one\na:\n  - two\n  - {c: 'three'}\n")
    #expect(root.pairs?.map(\.key) == ["b", "a"])
    #expect(root["a"]?.items?.count == 2)
    #expect(root["a"]?.items?.last?["c"]?.scalar == .init("three", isPlain: false))
    #expect(root["b"]?.scalar == .init("one", isPlain: true))
  }

  @Test(arguments: ["yes", "no", "1.10", "0o17", "2026-11-22", "07:30", "true"])
  func guessesNothingFromWords(word: String) throws {
    #expect(try read("a: \(word)")["a"]?.scalar == .init(word, isPlain: true))
  }

  @Test func marksCountScalarsFromOne() throws {
    let root = try read("# a comment\nname: Éire \u{1F3F3}\u{FE0F} x\nlist: [é, b]\n")
    #expect(root.pairs?[0].keyMark == Mark(line: 2, column: 1))
    #expect(root["name"]?.mark == Mark(line: 2, column: 7))
    #expect(root["list"]?.items?[1].mark == Mark(line: 3, column: 11))
  }

  @Test func lineEndsOfWindowsAreLineEnds() throws {
    let root = try read("a: |\r\n  one\r\n  two\r\nb: three\r\n")
    #expect(root["a"]?.scalar?.text == "one\ntwo\n")
    #expect(root["b"]?.mark == Mark(line: 4, column: 4))
  }

  @Test func emptyValuesAreEmpty() throws {
    let root = try read("a:\nb: ~\nc: null\nd: ''\ne: 'null'\n")
    #expect(root.pairs?.map(\.value.isEmpty) == [true, true, true, false, false])
  }

  @Test func jsonIsYAML() throws {
    let root = try read(#"{"a": [1, "two\n", null], "b": {"c": true}}"#)
    #expect(root["a"]?.items?[1].scalar?.text == "two\n")
    #expect(root["b"]?["c"]?.scalar?.text == "true")
  }

  @Test(arguments: [
    ("a: &x 1", YAMLProblem.Code.anchor), ("- *x", .alias), ("a: !!str 1", .tag),
    ("a: !x 1", .tag), ("a: !!python/object:os.system 1", .tag),
    ("<<: {a: 1}", .mergeKey), ("a: 1\nb: 2\na: 3", .duplicateKey), ("[a, b]: c", .keyShape),
    ("a: 1\n---\nb: 2", .severalDocuments), ("%TAG ! x:\n---\na: 1", .directive),
    ("", .empty), ("# nothing\n", .empty), ("---\n", .empty), ("~", .empty),
    ("a: \"\\0\"", .controlCharacter), ("a: \"\\e[31m\"", .controlCharacter),
    ("a: \"\\r\"", .controlCharacter), ("a: \u{7F}", .controlCharacter),
    ("a: \u{85}b", .controlCharacter), ("a: b\u{2028}c", .invisibleCharacter),
    ("a: \u{202E}b", .bidiCharacter), ("a: \"\\u2066b\"", .bidiCharacter),
    ("a: \u{61C}b", .bidiCharacter), ("a: b\u{FEFF}c", .invisibleCharacter),
    ("# \u{202E} in a comment\na: 1", .bidiCharacter),
    ("a: b\u{AD}c", .invisibleCharacter), ("a: b\u{E0041}c", .invisibleCharacter),
    ("\ta: 1", .tabIndent), ("a: b: c", .colonInText), ("a: \"b", .unclosedQuote),
    ("a: [b", .unclosedBracket), ("a: @b", .needsQuotes), ("a: 1\n b: 2", .indent),
    ("a:\n  - b\n c: d", .indent), ("a: \"\\q\"", .escape), ("\u{FEFF}a: 1", .byteOrderMark),
    ("a: >x\n  b", .syntax),
  ])
  func refuses(text: String, code: YAMLProblem.Code) {
    #expect(codes(text).contains(code), "\(problems(text))")
    #expect(throws: YAMLProblem.self) { try read(text) }
  }

  @Test(arguments: [
    "a: می\u{200C}خواهم", "a: क्\u{200D}ष", "a: \u{1F469}\u{200D}\u{1F680}",
    "a: \u{2764}\u{FE0F}\u{200D}\u{1F525}", "a: \"\\u0645\\u06CC\\u200C\\u062E\"", "a: Tŷ",
    "a: b\tc", "<x>: 1", "'<<': 1", "a: '&x *y !z'",
  ])
  func allows(text: String) {
    #expect(codes(text) == [])
  }

  @Test(arguments: ["a: \u{200D}b", "a: b\u{200D}", "a: б\u{200C} б", "a: x\u{200D}y"])
  func joinersOutsideWordsAreRefused(text: String) {
    #expect(codes(text) == [.invisibleCharacter])
  }

  @Test func duplicateKeysNameBothLines() throws {
    let problem = try #require(problems("a: 1\nb: 2\na: 3").first)
    #expect(problem.message.contains("line 1") && problem.message.contains("line 3"))
    #expect(problem.mark == Mark(line: 3, column: 1))
  }

  @Test func problemsAreCollectedAndTheRestStillRead() {
    let reading = YAMLReading(Array("a: b\u{200B}\na: 2\nb: \"\\e\"\nb: 3\n".utf8))
    #expect(
      reading.problems.map(\.code) == [
        .invisibleCharacter, .duplicateKey, .controlCharacter, .duplicateKey,
      ])
    #expect(reading.root?["b"] != nil)
  }

  @Test func refusedPartsLeaveNoNodes() {
    #expect(YAMLReading(Array("a: &x [1]\nb: *x\n".utf8)).root == nil)
  }

  @Test(
    arguments: [
      [0xFF, 0xFE, 0x61, 0x00], [0xFE, 0xFF, 0x00, 0x61], [0x61, 0x00, 0x3A, 0x00],
    ] as [[UInt8]])
  func utf16IsNamed(bytes: [UInt8]) {
    #expect(YAMLReading(bytes).problems.map(\.code) == [.utf16])
  }

  @Test(
    arguments: [
      [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x82], [0x80],
      [0xE0, 0x80, 0x80],
    ] as [[UInt8]])
  func badUTF8NamesItsByte(bytes: [UInt8]) throws {
    let problem = try #require(YAMLReading(Array("a: é\nb: ".utf8) + bytes).problems.first)
    #expect(problem.code == .notUTF8)
    #expect(problem.mark == Mark(line: 2, column: 4))
    #expect(problem.message.contains("byte 9 "))
  }

  @Test func sizeHasALimit() {
    let most = [UInt8](repeating: 0x61, count: YAMLReading.sizeLimit)
    #expect(YAMLReading(most).problems.isEmpty)
    #expect(YAMLReading(most + [0x61]).problems.map(\.code) == [.tooLarge])
  }

  @Test func depthHasALimit() {
    func nested(_ depth: Int) -> String {
      String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }
    #expect(codes(nested(32)) == [])
    #expect(codes(nested(33)) == [.tooDeep])
    #expect(codes(String(repeating: "[", count: 200_000)) == [.tooDeep])
    #expect(codes(String(repeating: "- ", count: 100_000)).contains(.tooDeep))
  }

  @Test func messagesCarryAtMostOneLine() {
    let text = "first: secret-one\nask: What: secret-two\nlast: secret-three\n"
    let shown = problems(text).map { $0.message + ($0.hint ?? "") }.joined()
    #expect(shown.contains("ask: \"What: secret-two\""))
    #expect(!shown.contains("secret-one") && !shown.contains("secret-three"))
  }

  @Test(arguments: [
    "secret: a: b", "secret: 1\nsecret: 2", "a: {secret} b", "a: *secret", "a: &secret b",
    "a: 'secret", "[secret", "a: \"secret \\q\"", "secret\n b: c", "a: !secret b", "a: @secret",
  ])
  func answersAreNeverQuoted(text: String) {
    let problems = YAMLReading(Array(text.utf8), quoting: false).problems
    #expect(!problems.isEmpty)
    #expect(!problems.contains { ($0.message + ($0.hint ?? "")).contains("secret") }, "\(problems)")
  }
}
