internal import Archive
internal import Practice

/// One entry as jrnl keeps it, in either of its forms, on its way to one of ours.
///
/// jrnl's title is the first sentence. The text form has it on the heading's line, with or without
/// more sentences; both forms make the same entry of it.
struct JrnlEntry {
  /// The date as it was written.
  var words: DateWords
  var title: String
  var body: String
  var isStarred: Bool
  /// Tags that jrnl listed, beyond those found in the text.
  var tags: [String] = []

  /// A title longer than this many bytes stands in the text instead.
  private static let titleLimit = 200

  /// Adds the entry, with a note where its time or its letters need one.
  func add(to reading: inout ImportReading, _ clock: WallClock, _ seen: inout Seen, _ place: String)
  {
    let (moment, fit) = clock.moment(words)
    if let note = fit.note { reading.note(place, note) }
    if words.millisecond == nil { reading.note(place, Self.noTime) }
    let isTitle = title.utf8.count <= Self.titleLimit && !title.isEmpty
    let text = isTitle || title.isEmpty ? body : body.isEmpty ? title : "\(title)\n\(body)"
    if SourceText.hasControls(title) || SourceText.hasControls(body) {
      reading.note(place, SourceText.controls)
    }
    let inside = TagWords.inside("\(title)\n\(body)", signs: Array("@#".utf8))
    let all = TagWords.joined(
      inside, tags.compactMap(TagWords.plain), isStarred ? [TagWords.starred] : [])
    let entry = Entry(
      id: "", kind: .page, written: moment, title: isTitle ? title : nil, tags: all, text: text,
      revision: "")
    reading.keep(entry, identity: seen.identity(of: self), at: place)
  }

  static let noTime = "it names no time of day; noon was taken"

  /// Tells apart entries that are the same in minute and words.
  struct Seen {
    private var counts: [ContentHash: Int] = [:]

    /// The same for both of jrnl's forms, whose spaces and line ends differ.
    mutating func identity(of entry: JrnlEntry) -> [UInt8] {
      let minute = entry.words.millisecond.map { $0 / 60_000 } ?? -1
      var bytes = Array("jrnl\0\(entry.words.day) \(minute)\0".utf8)
      bytes += SourceText.collapsed("\(entry.title) \(entry.body)")
      let hash = ContentHash(of: bytes)
      let count = counts[hash, default: 0] + 1
      counts[hash] = count
      return count == 1 ? bytes : bytes + Array("\0\(count)".utf8)
    }
  }
}
