import Practice
import TestSupport
import Testing

@testable import AlongsideRuntime

@Suite struct ImportAlongsideTests {
  private func entries(_ count: Int, seed: UInt64 = 7) -> [Entry] {
    var sample = ImportSample(random: SeededRandom(seed: seed))
    return (0..<count).map { _ in sample.any() }
  }

  private func lines(_ entries: [Entry]) throws -> [UInt8] {
    Array(try entries.map { try JSON.bytes(EntryJSON($0)) }.joined(separator: [0x0A]))
  }

  private func array(_ entries: [Entry]) throws -> [UInt8] {
    try JSON.bytes(entries.map { EntryJSON($0) })
  }

  @Test(arguments: 0..<40) func comesBackAsItWas(round: Int) throws {
    let seed = UInt64(round) &* 977 + 3
    let out = try Export.json(entries(25, seed: seed))
    let reading = Import.alongside(out)
    #expect(reading.problems.isEmpty && reading.leftOut.isEmpty, "seed \(seed)")
    #expect(try Export.json(reading.entries.map(\.entry)) == out, "seed \(seed)")
  }

  @Test func readsEveryLayout() throws {
    let entries = entries(9)
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let single = try JSON.shown(EntryJSON(entries[0]))
    #expect(Import.alongside(try lines(entries)).entries.count == 9)
    #expect(Import.alongside(mark + (try array(entries))).entries.count == 9)
    #expect(Import.alongside(single).entries.count == 1)
    #expect(Import.alongside(Array("[]".utf8)).problems.isEmpty)
    #expect(Import.alongside(Array("  \n".utf8)).problems.isEmpty)
  }

  /// One byte is taken out of one entry among many, in every layout: the others all come in.
  @Test(arguments: 0..<60) func oneBrokenEntryCostsOnlyItself(round: Int) throws {
    let seed = UInt64(round) &* 31 + 11
    var random = SeededRandom(seed: seed)
    let entries = entries(30, seed: seed)
    let broken = 1 + random.below(28)
    var parts = try entries.map { entry in
      round % 3 == 0
        ? Array(try JSON.shown(EntryJSON(entry)).dropLast()) : try JSON.bytes(EntryJSON(entry))
    }
    let signs = Set("\"{}[]".utf8)
    let places = parts[broken].indices.filter { signs.contains(parts[broken][$0]) }
    parts[broken].remove(at: places[random.below(places.count)])
    let joined =
      round % 3 == 1
      ? Array(parts.joined(separator: [0x0A]))
      : [UInt8(ascii: "[")] + Array(parts.joined(separator: Array(",\n".utf8)))
        + [UInt8(ascii: "]")]
    let reading = Import.alongside(joined)
    let ids = Set(reading.entries.map(\.entry.id))
    for (index, entry) in entries.enumerated() where index != broken {
      #expect(ids.contains(entry.id), "seed \(seed), entry \(index + 1), broken \(broken + 1)")
    }
    // A sign taken out of the words themselves breaks nothing.
    if Import.alongside(parts[broken]).entries.isEmpty {
      #expect(reading.problems.first?.place.hasPrefix("entry \(broken + 1),") == true, "\(seed)")
    }
  }

  @Test func namesOneAmongTenThousand() throws {
    let one = try JSON.bytes(EntryJSON(try #require(entries(1).first)))
    var parts = [[UInt8]](repeating: one, count: 10_000)
    let text = String(decoding: one, as: UTF8.self)
    parts[6_999] = Array(text.replacing("\"written\":\"", with: "\"written\":\"x").utf8)
    let reading = Import.alongside(Array(parts.joined(separator: [0x0A])))
    #expect(reading.entries.count == 9_999)
    #expect(reading.problems.map(\.place) == ["entry 7000, line 7000"])
    #expect(reading.problems.first?.what.contains("`written`") == true)
  }

  @Test func saysWhereAFileBreaksOff() throws {
    let out = try Export.json(entries(10))
    for count in stride(from: 1, to: out.count - 3, by: 37) {
      let reading = Import.alongside(Array(out[..<count]))
      #expect(!reading.problems.isEmpty, "cut at \(count)")
      #expect(reading.entries.count < 10 || count > out.count - 4)
    }
  }

  @Test func countsUnknownKeysByName() throws {
    let text = String(decoding: try lines(entries(1)), as: UTF8.self)
    let more = "{\"mood\":{\"id\":[1]}," + text.dropFirst()
    let reading = Import.alongside(Array(more.utf8))
    #expect(reading.entries.count == 1)
    #expect(reading.leftOut == ["key `mood`": 1])
  }

  @Test(arguments: [
    ("{\"id\":\"aaaabbbbccccd\"}", "keys of one are missing"), ("[1]", "not JSON"),
    ("{\"id\":\"a\",\"written\":\"2026-01-01T00:00:00Z\"}", "list holds no words"),
    ("{\"text\":\"secret\",\"id\":3}", "`zone`"), ("{\"text\":\"secret\"", "not JSON"),
    ("secret", "not JSON"), ("[{\"text\":\"secret\",}]", "not JSON"),
  ])
  func saysWhatIsWrong(text: String, what: String) {
    let reading = Import.alongside(Array(text.utf8))
    #expect(reading.entries.isEmpty)
    #expect(reading.problems.first?.what.contains(what) == true, "\(reading.problems)")
    #expect(!reading.problems.contains { $0.what.contains("secret") })
  }

  @Test func refusesBytesAndEscapesThatAreNoText() throws {
    var entry = try #require(entries(1).first)
    entry.text = "a secret ZZZZ"
    let good = try lines([entry])
    let text = String(decoding: good, as: UTF8.self)
    let half = Array(text.replacing("ZZZZ", with: "\\ud83d").utf8)
    var bytes = good
    let place = try #require(text.utf8.firstRange(of: "ZZZZ".utf8)).lowerBound
    bytes[text.utf8.distance(from: text.startIndex, to: place)] = 0xFF
    for bad in [half, bytes] {
      let reading = Import.alongside(bad + [0x0A] + good)
      #expect(reading.entries.count == 1)
      #expect(reading.problems.map(\.place) == ["entry 1, line 1"])
      #expect(reading.problems.first?.what.contains("secret") == false)
    }
  }

  @Test func namesNoKeyThatMayBeWords() throws {
    let text = String(decoding: try lines(entries(1)), as: UTF8.self)
    let more = "{\"a secret, kept\":1," + text.dropFirst()
    #expect(Import.alongside(Array(more.utf8)).leftOut == ["keys with unusual names": 1])
  }

  @Test func refusesIdsThatAreNone() throws {
    var entry = try #require(entries(1).first)
    entry.id = "../../etc/pas"
    #expect(Import.alongside(try lines([entry])).problems.first?.what.contains("`id`") == true)
    entry.id = "aaaabbbbccccd"
    entry.parents = ["x"]
    #expect(Import.alongside(try lines([entry])).problems.count == 1)
  }

  @Test func noiseNeverStopsIt() throws {
    let out = try array(entries(6))
    for seed in 0..<300 as Range<UInt64> {
      var random = SeededRandom(seed: seed)
      var bytes = out
      for _ in 0..<(1 + random.below(6)) {
        bytes[random.below(bytes.count)] = UInt8(random.below(256))
      }
      let reading = Import.alongside(bytes)
      #expect(reading.entries.count + reading.problems.count > 0, "seed \(seed)")
      _ = Import.jrnl(bytes, zone: "UTC")
      _ = Import.dayOne(bytes, name: "x", zone: "UTC")
    }
    _ = Import.alongside([UInt8](repeating: UInt8(ascii: "["), count: 200_000))
    _ = Import.alongside(Array(String(repeating: "{\"text\":", count: 50_000).utf8))
    _ = Import.alongside(Array(String(repeating: "[\"", count: 50_000).utf8))
  }
}
