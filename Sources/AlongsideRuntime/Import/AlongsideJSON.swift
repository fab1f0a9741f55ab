internal import Practice

#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

extension Import {
  /// Entries as `Export.json` or `show --json` printed them: an array, or one object on each line.
  ///
  /// Each is decoded alone, so that a broken one costs only itself. Ids, revisions, parents and
  /// zones stay as they are.
  package static func alongside(_ bytes: [UInt8], into reading: inout ImportReading) {
    var reader = AlongsideJSON()
    EntryList.read(bytes, from: SourceText.withoutMark(bytes).startIndex, into: &reading) {
      piece, place, reading in
      reader.read(piece, place, &reading)
    }
  }
}

/// Reads our own entries, one by one.
private struct AlongsideJSON {
  private let decoder = JSONDecoder()
  /// Where each revision stood first, and of which entry it was.
  private var seen: [String: (place: String, entry: String)] = [:]

  mutating func read(
    _ bytes: ArraySlice<UInt8>, _ place: String, _ reading: inout ImportReading
  ) {
    var keys: Set<String> = []
    var unknown: [String] = []
    JSONKeys.walk(bytes, depth: 3) { key in
      if key.depth == 1 { keys.insert(key.name) }
      if let name = Self.unknown(key) { unknown.append(name) }
    }
    if let what = Self.missing(keys) { return reading.refuse(place, what) }
    do {
      let entry = try decoder.decode(EntryJSON.self, from: Data(bytes)).entry
      if let what = Self.mistake(in: entry) ?? clash(of: entry, at: place) {
        return reading.refuse(place, what)
      }
      if WallClock(entry.written.zone) == nil {
        reading.note(place, "its zone is not known here; it was kept as it stands")
      }
      if entry.text == nil, entry.title == nil, entry.answers.isEmpty {
        reading.note(place, "it holds no words: no title, no answers and no text")
      }
      reading.keep(entry, identity: Array("alongside\0\(entry.id)".utf8), at: place)
      for name in unknown { reading.leave(key: name) }
    } catch {
      reading.refuse(place, Self.words(error))
    }
  }

  /// What keeps an entry from standing beside those before it.
  private mutating func clash(of entry: Entry, at place: String) -> String? {
    guard let first = seen[entry.revision] else {
      seen[entry.revision] = (place, entry.id)
      return nil
    }
    return first.entry == entry.id
      ? nil : "its `revision` is also that of another entry (\(first.place))"
  }

  /// Both keys that hold words have to be there: one that was lost must not pass for an empty one.
  private static func missing(_ keys: Set<String>) -> String? {
    switch (keys.contains("answers"), keys.contains("text")) {
    case (true, true): nil
    case (false, false):
      keys.contains("written")
        ? "it has no answers and no text; a list holds no words, so export the entries" : notOurs
    case (true, false): "its key `text` is missing"
    case (false, true): keys.contains("written") ? "its key `answers` is missing" : nil
    }
  }

  private static let notOurs = "it is not an entry of Alongside: the keys of one are missing"

  /// What an entry must have beyond its shape.
  private static func mistake(in entry: Entry) -> String? {
    if !OwnID.isOne(entry.id) { return "its `id` is none: 13 of the characters a-z and 2-7" }
    if !OwnID.isOne(entry.revision) { return "its `revision` is none: 13 of a-z and 2-7" }
    if !entry.parents.allSatisfy(OwnID.isOne) {
      return "one of its `parents` is no revision: 13 of a-z and 2-7"
    }
    return nil
  }

  /// A decoder's error in plain words, with the key it is about and no value.
  private static func words(_ error: any Error) -> String {
    switch error as? DecodingError {
    case .keyNotFound(let key, _): "its key `\(key.stringValue)` is missing"
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      "the value of `\(path(context))` is not of the right sort"
    case .dataCorrupted(let context) where context.codingPath.last?.stringValue == "written":
      "its `written` is no date and time with an offset, or its `kind` is unknown"
    case .dataCorrupted(let context) where !context.codingPath.isEmpty:
      "the value of `\(path(context))` cannot be read"
    default: "it is not JSON, or not UTF-8"
    }
  }

  private static func path(_ context: DecodingError.Context) -> String {
    context.codingPath.filter { $0.intValue == nil }.prefix(2).map(\.stringValue)
      .joined(separator: ".")
  }

  private static let known: [Int: Set<String>] = [
    1: [
      "id", "kind", "written", "zone", "prompt", "title", "tags", "answers", "text", "revision",
      "parents", "interview", "revised",
    ],
    2: ["id", "revision", "sha256"],
    3: ["step", "ask", "state", "value", "words", "item", "by"],
  ]

  private static func unknown(_ key: JSONKeys.Key) -> String? {
    switch (key.depth, key.top) {
    case (1, _), (2, "prompt"), (3, "answers"):
      guard known[key.depth]?.contains(key.name) != true else { return nil }
      return key.depth == 1 ? key.name : "\(key.top).\(key.name)"
    default: return nil
    }
  }
}

/// The shape of the ids this journal gives.
enum OwnID {
  static func isOne(_ id: String) -> Bool {
    id.utf8.count == 13
      && id.utf8.allSatisfy { 0x61...0x7A ~= $0 || 0x32...0x37 ~= $0 }
  }
}
