#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

extension Import {
  /// What `jrnl --export json` prints.
  ///
  /// - Parameter zone: the zone its times were lived in; jrnl keeps none.
  package static func jrnlJSON(
    _ bytes: [UInt8], zone: String, into reading: inout ImportReading
  ) {
    let (clock, isKnown) = WallClock.named(zone)
    if !isKnown { reading.note("the file", WallClock.unknown) }
    var seen = JrnlEntry.Seen()
    let decoder = JSONDecoder()
    EntryList.read(bytes, into: &reading) { piece, place, reading in
      guard let source = try? decoder.decode(Source.self, from: Data(piece)) else {
        return reading.refuse(place, "it lacks a title, a body, a date or a time, or is not UTF-8")
      }
      guard let words = DateWords("\(source.date) \(source.time)") else {
        return reading.refuse(
          place, "its date or time cannot be read, or there is no such day")
      }
      let entry = JrnlEntry(
        words: words, title: SourceText.withPlainLines(source.title),
        body: SourceText.withPlainLines(source.body), isStarred: source.starred ?? false,
        tags: source.tags ?? [])
      entry.add(to: &reading, clock, &seen, place)
      EntryList.leaveOthers(piece, known: Source.keys, into: &reading)
    }
  }

  private struct Source: Decodable {
    var title: String
    var body: String
    var date: String
    var time: String
    var tags: [String]?
    var starred: Bool?

    static let keys: Set<String> = ["title", "body", "date", "time", "tags", "starred"]
  }
}
