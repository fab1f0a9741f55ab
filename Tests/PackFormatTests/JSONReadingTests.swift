import PackFormat
import Testing
import YAML

/// JSON text becomes the nodes that YAML text of the same content becomes, or is refused at the place.
@Suite struct JSONReadingTests {
  private func read(_ text: String) -> JSONReading { JSONReading(Array(text.utf8)) }

  /// What is wrong, as `LINE:COLUMN CODE`.
  private func problems(_ text: String) -> [String] {
    read(text).problems.map { "\($0.mark.line):\($0.mark.column) \($0.code.rawValue)" }
  }

  @Test func everyValueHasItsPlace() throws {
    let reading = read("[\n  {\"ü\": \"é\", \"n\": -1.5e3},\r\n  [true, null]\n]\n")
    #expect(reading.problems == [])
    let root = try #require(reading.root)
    let map = try #require(root.items?.first)
    let list = try #require(root.items?.last)
    #expect([root.mark, map.mark, list.mark].map(\.line) == [1, 2, 3])
    #expect([root.mark, map.mark, list.mark].map(\.column) == [1, 3, 3])
    let pairs = try #require(map.pairs)
    #expect(pairs.map(\.key) == ["ü", "n"])
    #expect(pairs.map(\.keyMark.column) == [4, 14])
    #expect(pairs.map(\.value.mark.column) == [9, 19])
    #expect(pairs.map(\.value.scalar?.text) == ["é", "-1.5e3"])
    #expect(pairs.map(\.value.scalar?.isPlain) == [false, true])
    #expect(list.items?.map(\.scalar?.text) == ["true", "null"])
    #expect(list.items?.map(\.isEmpty) == [false, true])
  }

  /// A text in quotes means itself, whatever it looks like.
  @Test func textIsNeverANumberOrNothing() {
    for text in ["null", "~", "3", "true", ""] {
      let scalar = read("\"\(text)\"").root?.scalar
      #expect(scalar == .init(text, isPlain: false))
    }
  }

  @Test func escapesAreRead() {
    let text = #""\"\\\/\b\f\n\r\t\u00e9\ud83d\ude00""#
    let reading = read(text.replacing(#"\b\f"#, with: "").replacing(#"\r"#, with: ""))
    #expect(reading.problems == [])
    #expect(reading.root?.scalar?.text == "\"\\/\n\té😀")
  }

  @Test(arguments: [
    ("", "1:1 empty"), (" \n", "1:1 empty"), ("[", "1:1 unclosed-bracket"),
    ("[1,\n {\"a\": 2", "2:2 unclosed-bracket"), ("[1 2]", "1:4 syntax"), ("[1,]", "1:4 syntax"),
    ("[,1]", "1:2 syntax"), ("{\"a\":1,}", "1:8 syntax"), ("{a: 1}", "1:2 syntax"),
    ("{\"a\" 1}", "1:6 syntax"), ("{\"a\":}", "1:6 syntax"), ("[1] 2", "1:5 syntax"),
    ("[1}", "1:3 syntax"), ("yes", "1:1 syntax"), ("True", "1:1 syntax"), ("'a'", "1:1 syntax"),
    ("\"a", "1:1 unclosed-quote"), ("[\"a\nb\"]", "1:2 unclosed-quote"), ("\"a\tb\"", "1:1 escape"),
    (#""\x""#, "1:1 escape"), (#""\u12""#, "1:1 escape"), (#""\ud800""#, "1:1 escape"),
    (#""\u202e""#, "1:1 bidi-character"), (#""\u0000""#, "1:1 control-character"),
    (#""\u200b""#, "1:1 invisible-character"), ("\"\u{202E}\"", "1:2 bidi-character"),
    ("\u{FEFF}[]", "1:1 byte-order-mark"), ("{\"a\":1,\n \"a\":2}", "2:2 duplicate-key"),
    (#"{"a":1,"\u0061":2}"#, "1:8 duplicate-key"),
  ])
  func whatIsNoJSONIsRefused(_ text: String, _ problem: String) {
    #expect(problems(text) == [problem])
  }

  @Test(arguments: [
    "01", "-", "+1", ".5", "1.", "1e", "1e+", "0x10", "1_000", "NaN", "Infinity", "--1", "1.2.3",
  ])
  func noOtherSpellingIsANumber(_ text: String) {
    #expect(problems(text) == ["1:1 syntax"])
  }

  @Test(arguments: ["0", "-0", "10", "0.5", "-1.25", "1e3", "1E-3", "2.5e+10"])
  func numbersKeepTheirSpelling(_ text: String) {
    #expect(problems(text) == [])
    #expect(read(text).root?.scalar == .init(text, isPlain: true))
  }

  @Test func twoKeysAlikeAreFoundTogether() {
    let found = problems("[{\"a\":1,\"a\":2},{\"b\":{\"c\":1,\"c\":{}},\"b\":3}]")
    #expect(found == ["1:9 duplicate-key", "1:28 duplicate-key", "1:36 duplicate-key"])
  }

  @Test func depthAndSizeHaveLimits() {
    func nested(_ depth: Int) -> String {
      String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }
    #expect(problems(nested(JSONReading.depthLimit)) == [])
    #expect(problems(nested(JSONReading.depthLimit + 1)) == ["1:65 too-deep"])
    #expect(problems(String(repeating: "{\"a\":", count: 100_000)) == ["1:321 too-deep"])
    let room = JSONReading.sizeLimit - 2
    #expect(problems("\"" + String(repeating: "a", count: room) + "\"") == [])
    #expect(problems("\"" + String(repeating: "a", count: room + 1) + "\"") == ["1:1 too-large"])
  }

  @Test(arguments: [
    [0x22, 0xFF, 0x22], [0x22, 0xC0, 0x80, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22],
    [0x22, 0xE2, 0x82],
  ])
  func otherBytesThanUTF8AreRefused(_ bytes: [UInt8]) {
    let reading = JSONReading(bytes)
    #expect(reading.root == nil)
    #expect(reading.problems.map(\.code) == [.notUTF8])
    #expect(reading.problems.map(\.mark.column) == [2])
  }

  /// Cut anywhere, a text is refused and nothing worse.
  @Test func everyBeginningIsRefused() {
    let text =
      #"[{"id": "a", "ask": "é\n\u00e9", "when": {"all": [{"answered": "b", "is": 1.5}]}}]"#
    let bytes = Array(text.utf8)
    for count in bytes.indices {
      let reading = JSONReading(Array(bytes[..<count]))
      #expect(reading.root == nil, "\(count)")
      #expect(!reading.problems.isEmpty, "\(count)")
    }
  }
}
