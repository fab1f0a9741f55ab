internal import Practice

extension Import {
  /// A jrnl journal, plain text or the JSON of `jrnl --export json`; the first sign tells which.
  ///
  /// - Parameter zone: the zone its times were lived in; jrnl keeps none.
  package static func jrnl(_ bytes: [UInt8], zone: String) -> ImportReading {
    let first = SourceText.withoutMark(bytes).first { !JSONPieces.isSpace($0) }
    return first == UInt8(ascii: "{") ? jrnlJSON(bytes, zone: zone) : jrnlText(bytes, zone: zone)
  }

  /// A jrnl journal as it stands in its file: `[YYYY-MM-DD HH:MM] Title. Body`, then more lines.
  ///
  /// A line inside an entry that looks like a heading cannot be told from one: jrnl itself takes
  /// it for an entry. Such as stand right behind a line of words, or are out of date order, are
  /// noted.
  package static func jrnlText(_ bytes: [UInt8], zone: String) -> ImportReading {
    var reader = JrnlText(zone: zone)
    let plain = SourceText.withoutMark(bytes)
    if plain.starts(with: Array("JRNLv".utf8)) || plain.starts(with: Array("gAAAAA".utf8)) {
      reader.reading.refuse("the file", "jrnl has locked it; run `jrnl --decrypt` or export it")
      return reader.reading
    }
    for line in plain.split(separator: 0x0A, omittingEmptySubsequences: false) {
      reader.take(line.last == 0x0D ? line.dropLast() : line)
    }
    return reader.finish()
  }
}

/// Reads jrnl's text, line by line.
private struct JrnlText {
  var reading = ImportReading()
  private let clock: WallClock
  private var seen = JrnlEntry.Seen()
  private var line = 0
  private var count = 0
  /// The entry being read; nil before the first, or where its heading could not be read.
  private var open: (words: DateWords, first: String, line: Int)?
  private var body: [String] = []
  private var isReadable = true
  private var latest: Day?
  private var wasBlank = true
  private var strayLines = 0
  /// Lines that begin like a date in another form than jrnl's own.
  private var unread: [Int] = []

  init(zone: String) {
    let (clock, isKnown) = WallClock.named(zone)
    self.clock = clock
    if !isKnown { reading.note("the file", WallClock.unknown) }
  }

  mutating func take(_ bytes: ArraySlice<UInt8>) {
    line += 1
    let text = SourceText.text(bytes)
    let words = text ?? String(decoding: bytes, as: UTF8.self)
    if let heading = JrnlHeading.parts(of: words) {
      close()
      begin(heading, isText: text != nil)
    } else if let text {
      if open != nil, JrnlHeading.isDateLike(text) { unread.append(line) }
      keep(text)
    } else {
      isReadable = false
    }
    wasBlank = bytes.allSatisfy(JSONPieces.isSpace)
  }

  mutating func finish() -> ImportReading {
    close()
    let isNone = count == 0
    for line in unread { reading.note("line \(line)", Self.otherForm) }
    if strayLines > 0 {
      reading.refuse(
        "line 1",
        isNone
          ? "no line begins with a date as `[2026-01-02 10:00]`, so no entry was found; "
            + "`jrnl --export json` writes dates of every form so that they can be read"
          : "words before the first date belong to no entry and did not come in")
    }
    return reading
  }

  private mutating func begin(_ heading: (date: Substring, rest: Substring), isText: Bool) {
    count += 1
    isReadable = isText
    guard let words = DateWords(heading.date) else {
      open = nil
      isReadable = true
      return reading.refuse(
        place(line), "its date or time cannot be read, or there is no such day")
    }
    if count > 1, !wasBlank || words.day < latest ?? words.day {
      reading.note(place(line), "may be a line of the entry before it that looks like a date")
    }
    latest = max(latest ?? words.day, words.day)
    open = (words, String(heading.rest), line)
  }

  private mutating func keep(_ text: String) {
    if open != nil {
      body.append(text)
    } else if count == 0, !text.allSatisfy(\.isWhitespace) {
      strayLines += 1
    }
  }

  private mutating func close() {
    defer {
      open = nil
      body = []
      isReadable = true
    }
    guard let open else {
      if !isReadable, count == 0 { reading.refuse("line \(line)", SourceText.notText) }
      return
    }
    guard isReadable else { return reading.refuse(place(open.line), SourceText.notText) }
    let (first, isStarred) = Self.unstarred(open.first)
    let (title, rest) = Self.split(first)
    let lines = SourceText.trimmed(body[...])
    let entry = JrnlEntry(
      words: open.words, title: title,
      body: ((rest.isEmpty ? [] : [rest]) + lines).joined(separator: "\n"), isStarred: isStarred)
    entry.add(to: &reading, clock, &seen, place(open.line))
  }

  private func place(_ line: Int) -> String { "entry \(count), line \(line)" }

  private static let otherForm =
    "begins like a date in another form than `[2026-01-02 10:00]`; it came in as words, not as an "
    + "entry: `jrnl --export json` tells the two apart"

  private static func unstarred(_ line: String) -> (String, Bool) {
    let line = SourceText.trimmed(line)
    guard line.hasSuffix("*") else { return (line, false) }
    return (SourceText.trimmed(line.dropLast()), true)
  }

  /// The first sentence, and what is left of the line.
  private static func split(_ line: String) -> (title: String, rest: String) {
    var hasEnd = false
    for index in line.indices {
      let character = line[index]
      if character.isWhitespace, hasEnd {
        return (String(line[..<index]), SourceText.trimmed(line[index...]))
      }
      hasEnd = ".!?…。！？".contains(character) || hasEnd && "\"'”’)]".contains(character)
    }
    return (line, "")
  }
}
