import Archive
import TestSupport
import Testing

@Suite struct SumsTests {
  private static let files: [(path: String, bytes: [UInt8])] = [
    ("prompts/b.yaml", Array("two\n".utf8)), ("pack.yaml", Array("one\n".utf8)),
    ("pack.sums", [1]), ("pack.sums.sig", [2]), ("prompts-old.md", []),
  ]

  // The digests are those of `printf 'one\n' | sha256sum` and so on.
  private static let text = """
    2c8b08da5ce60398e1f19af0e5dccc744df274b826abe585eaba68c525434806  4  pack.yaml
    e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  0  prompts-old.md
    27dd8ed44a83ff94d557f9fd0412ed5a8cbca69ea04922d88c01184a07300a5a  4  prompts/b.yaml

    """

  @Test func thereIsOneTextForTheSameFiles() throws {
    let sums = Sums(of: Self.files)
    #expect(String(decoding: sums.bytes, as: UTF8.self) == Self.text)
    #expect(sums.bytes == Sums(of: Self.files.reversed()).bytes)
    #expect(try Sums(sums.bytes, mostFiles: 3) == sums)
    #expect(sums.h1 == ContentHash(of: Array(Self.text.utf8)).description)
  }

  @Test(arguments: [
    ("", 1, "is empty"),
    ("\n", 1, "is not of the form: SHA256, two spaces, size, two spaces, path"),
    ("H  4  a", 1, "does not end with a newline"),
    ("H 4  a\n", 1, "is not of the form: SHA256, two spaces, size, two spaces, path"),
    ("H  04  a\n", 1, "is not of the form: SHA256, two spaces, size, two spaces, path"),
    ("H  -4  a\n", 1, "is not of the form: SHA256, two spaces, size, two spaces, path"),
    ("H  999999999  a\n", 1, "is not of the form: SHA256, two spaces, size, two spaces, path"),
    ("H    a\n", 1, "is not of the form: SHA256, two spaces, size, two spaces, path"),
    ("0H  4  a\n", 1, "is not of the form: SHA256, two spaces, size, two spaces, path"),
    ("U  4  a\n", 1, "is not of the form: SHA256, two spaces, size, two spaces, path"),
    ("H  4  a\r\n", 1, "has the path \"a\u{FFFD}\": it holds characters that do not show"),
    (
      "H  4   a\n", 1,
      "has the path \" a\": it may only hold a to z, 0 to 9, dots, hyphens and underscores"
    ),
    ("H  4  \n", 1, "has the path \"\": it is empty"),
    ("H  4  ../a\n", 1, "has the path \"../a\": it leads out of its folder"),
    ("H  4  pack.sums\n", 1, "lists \"pack.sums\", which is never listed"),
    ("H  4  a\nH  4  a\n", 2, "lists \"a\" a second time"),
    ("H  4  b\nH  4  a\n", 2, "is out of order: \"a\" comes earlier"),
    ("H  4  a\nH  4  b\nH  4  c\nH  4  d\n", 4, "is one more than the 3 files allowed"),
  ]) func onlyTheOneFormIsRead(text: String, line: Int, reason: String) throws {
    let hash = String(repeating: "0a", count: 32)
    let whole = text.replacing("H", with: hash).replacing("U", with: hash.uppercased())
    let problem = try #require(throws: SumsProblem.self) {
      try Sums(Array(whole.utf8), mostFiles: 3)
    }
    #expect(problem.line == line && problem.reason == reason)
  }

  @Test func everyDifferenceIsNamed() {
    let sums = Sums(of: Self.files)
    #expect(sums.differences(from: Self.files) == [])
    let changed: [(path: String, bytes: [UInt8])] = [
      ("pack.yaml", Array("eno\n".utf8)), ("prompts/b.yaml", Array("two".utf8)), ("more.md", []),
    ]
    #expect(
      sums.differences(from: changed) == [
        .added(path: "more.md"), .content(path: "pack.yaml", line: 1),
        .missing(path: "prompts-old.md", line: 2),
        .size(path: "prompts/b.yaml", line: 3, listed: 4, found: 3),
      ])
  }

  @Test func noBytesMakeItCrash() throws {
    var random = SeededRandom(seed: 0xA1_50E5)
    let sound = Sums(of: Self.files).bytes
    for _ in 0..<20_000 {
      var bytes = sound
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        bytes[Int.random(in: 0..<bytes.count, using: &random)] = .random(
          in: 0...255, using: &random)
      }
      if let sums = try? Sums(bytes, mostFiles: 10) { #expect(sums.bytes == bytes) }
    }
  }
}
