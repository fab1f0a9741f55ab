internal import Practice

#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

extension Import {
  /// A journal of Day One: the JSON text inside its zip.
  ///
  /// The words keep their Markdown. What has no place here is counted.
  ///
  /// - Parameters:
  ///   - name: the JSON file's name, which is the journal's: `Journal.json`.
  ///   - zone: the zone for entries that name none.
  package static func dayOne(
    _ bytes: [UInt8], name: String, zone: String, into reading: inout ImportReading
  ) {
    let (clock, isKnown) = WallClock.named(zone)
    if !isKnown { reading.note("the file", WallClock.unknown) }
    var reader = DayOneReader(journal: name, fallback: clock)
    EntryList.read(bytes, into: &reading) { piece, place, reading in
      reader.read(piece, place, &reading)
    }
  }
}

/// Reads Day One's entries, one by one.
private struct DayOneReader {
  let journal: String
  let fallback: WallClock
  private var clocks: [String: WallClock] = [:]
  private let decoder = JSONDecoder()

  init(journal: String, fallback: WallClock) {
    self.journal = journal
    self.fallback = fallback
  }

  mutating func read(
    _ bytes: ArraySlice<UInt8>, _ place: String, _ reading: inout ImportReading
  ) {
    guard let source = try? decoder.decode(Source.self, from: Data(bytes)) else {
      return reading.refuse(place, "its parts are not of the right sort, or it is not UTF-8")
    }
    guard let utc = source.creationDate.flatMap({ Moment(iso8601: $0) }) else {
      return reading.refuse(place, "its `creationDate` is missing, or is no date and time")
    }
    leave(source, &reading)
    EntryList.leaveOthers(bytes, known: Self.known, into: &reading)
    guard let words = words(source, &reading) else {
      return reading.refuse(place, "it has no words, so there is nothing to keep here")
    }
    let (title, text) = MarkdownTitle.split(words)
    let clock = clock(source.timeZone, place, &reading)
    if SourceText.hasControls(words) { reading.note(place, SourceText.controls) }
    let entry = Entry(
      id: "", kind: .page, written: clock.moment(utcMilliseconds: utc.utcMilliseconds),
      title: title, tags: tags(source), text: text, revision: "")
    reading.keep(entry, identity: identity(source, words), at: place)
  }

  private func tags(_ source: Source) -> [String] {
    TagWords.joined(
      (source.tags ?? []).map(SourceText.trimmed).filter { !$0.isEmpty },
      source.starred == true ? [TagWords.starred] : [])
  }

  private func identity(_ source: Source, _ words: String) -> [UInt8] {
    if let uuid = source.uuid, !uuid.isEmpty { return Array("dayone\0\(uuid)".utf8) }
    let date = source.creationDate ?? ""
    return Array("dayone\0\(journal)\0\(date)\0".utf8) + SourceText.collapsed(words)
  }

  private func words(_ source: Source, _ reading: inout ImportReading) -> String? {
    let plain = source.text.map { DayOneText.plain(SourceText.withPlainLines($0)) }
    if let plain, !SourceText.trimmed(plain).isEmpty {
      if source.richText != nil { reading.leave("second copies with formatting") }
      return plain
    }
    guard let rich = source.richText.flatMap({ DayOneText.words(ofRichText: $0, decoder) }) else {
      return nil
    }
    reading.leave("formatting")
    let words = SourceText.withPlainLines(rich)
    return SourceText.trimmed(words).isEmpty ? nil : words
  }

  private mutating func clock(
    _ name: String?, _ place: String, _ reading: inout ImportReading
  ) -> WallClock {
    guard let name, !name.isEmpty else {
      reading.note(place, "it names no zone; the one given was taken")
      return fallback
    }
    if let clock = clocks[name] ?? WallClock(name) {
      clocks[name] = clock
      return clock
    }
    reading.note(place, "its zone is not known here; the one given was taken")
    return fallback
  }

  private func leave(_ source: Source, _ reading: inout ImportReading) {
    reading.leave("photos", source.photos?.count ?? 0)
    reading.leave("videos", source.videos?.count ?? 0)
    reading.leave("sound recordings", source.audios?.count ?? 0)
    reading.leave("PDF files", source.pdfAttachments?.count ?? 0)
    reading.leave("locations", source.location == nil ? 0 : 1)
    reading.leave("weather", source.weather == nil ? 0 : 1)
    reading.leave("dates of the last change", source.modifiedDate == nil ? 0 : 1)
    reading.leave("pins", source.isPinned == true ? 1 : 0)
    reading.leave("whole-day marks", source.isAllDay == true ? 1 : 0)
  }

  private static let known: Set<String> = [
    "uuid", "creationDate", "timeZone", "text", "richText", "tags", "starred", "isPinned",
    "isAllDay", "photos", "videos", "audios", "pdfAttachments", "location", "weather",
    "modifiedDate",
  ]

  private struct Source: Decodable {
    var uuid: String?
    var creationDate: String?
    var modifiedDate: String?
    var timeZone: String?
    var text: String?
    var richText: String?
    var tags: [String]?
    var starred: Bool?
    var isPinned: Bool?
    var isAllDay: Bool?
    var photos: [Anything]?
    var videos: [Anything]?
    var audios: [Anything]?
    var pdfAttachments: [Anything]?
    var location: Anything?
    var weather: Anything?
  }

  /// Something that is there; what it holds is not looked at.
  private struct Anything: Decodable {
    init(from _: any Decoder) {}
  }
}
