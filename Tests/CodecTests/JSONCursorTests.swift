import Codec
import Testing

/// A cursor reads what it is asked for, passes over the rest, and never leaves the text.
@Suite struct JSONCursorTests {
  private static let text =
    #" { "a" : [ 1, -2.5e3 , "x\"]", { "b" : null } ], "k\u00e9y" : "caf\u00e9" , "c": {} , "d":[ ]} "#

  private func reading<T>(_ text: String, _ body: (inout JSONCursor) throws -> T) rethrows -> T {
    try Array(text.utf8).withUnsafeBytes { bytes in
      var cursor = JSONCursor(bytes)
      return try body(&cursor)
    }
  }

  @Test func keysAndStrings() throws {
    var keys: [String] = []
    var words: [String] = []
    try reading(Self.text) { cursor in
      try cursor.members { cursor, key in
        keys.append(key)
        if key == "kéy" { words.append(try cursor.string()) } else { try cursor.skip() }
      }
      cursor.skipSpace()
      #expect(cursor.byte == nil && cursor.at == Self.text.utf8.count)
    }
    #expect(keys == ["a", "kéy", "c", "d"])
    #expect(words == ["café"])
  }

  @Test func elementsInOrder() throws {
    let starts = try reading(#"["a", {"b":["]"]}, 12 ,true]"#) { cursor in
      var starts: [UInt8] = []
      try cursor.elements { cursor in
        starts.append(try cursor.peek())
        try cursor.skip()
      }
      return starts
    }
    #expect(starts == Array("\"{1t".utf8))
  }

  @Test func cutShortAnywhere() {
    let bytes = Array(Self.text.utf8)
    for end in 0..<(bytes.count - 1) {
      #expect(throws: JSONCursor.Malformed.self, "\(end) bytes") {
        try bytes[..<end].withUnsafeBytes { bytes in
          var cursor = JSONCursor(bytes)
          defer { #expect(cursor.at <= end) }
          try cursor.skip()
        }
      }
    }
  }

  @Test(arguments: [
    "[1 2 3", "[1,", "[,]", "{\"a\" 1}", "{\"a\":}", "{a:1}", "{\"a\":1,}", "[}", "\"\\", "]", "",
    "{\"\\x\":1}",
  ])
  func otherThings(text: String) {
    #expect(throws: JSONCursor.Malformed.self) { try reading(text) { try $0.skip() } }
  }

  /// Four digits of base 16 and nothing else: a sign is none.
  @Test(arguments: [#""\u+041""#, #""\u-041""#, #""\u 041""#, #""\u04g1""#, #""\ud83d\u+c00""#])
  func escapesThatAreNone(text: String) {
    #expect(throws: JSONCursor.Malformed.self) { try reading(text) { try $0.string() } }
  }

  @Test func whereAStringLies() throws {
    try reading(#" "plain" "#) { cursor in
      let passed = try cursor.passString()
      #expect(passed.inside == 2..<7 && passed.isPlain && cursor.at == 8)
    }
    try reading(#""a\\\"b"x"#) { cursor in
      let passed = try cursor.passString()
      #expect(passed.inside == 1..<7 && !passed.isPlain && cursor.byte == UInt8(ascii: "x"))
    }
  }

  @Test func aLineEndInAString() throws {
    reading("\"a\nb\"") { cursor in
      #expect(throws: JSONCursor.Malformed.self) { try cursor.passString(inOneLine: true) }
      #expect(cursor.at == 2)
    }
    #expect(try reading("\"a\nb\"") { try $0.string() } == "a\nb")
  }

  @Test func singleBytes() {
    reading("\t\r\n x") { cursor in
      cursor.skipSpace()
      #expect(cursor.byte == UInt8(ascii: "x") && cursor.at == 4)
      cursor.advance()
      cursor.advance()
      #expect(cursor.byte == nil && cursor.at == 5)
    }
  }

  @Test(arguments: [
    (#"\u0041\ud83d\ude42\/"#, "A🙂/"), (#"\ud83d"#, nil), (#"\ude42"#, nil), (#"\x"#, nil),
    (#"\u00"#, nil), ("\\", nil),
  ])
  func readsEscapes(written: String, text: String?) {
    #expect(Array(written.utf8).withUnsafeBytes { JSONCursor.unescaped($0) } == text)
  }
}
