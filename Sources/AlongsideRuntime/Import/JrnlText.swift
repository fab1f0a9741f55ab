internal import Codec
internal import Practice
internal import Vault

extension Import {
  /// A jrnl journal as it stands in its file: `[YYYY-MM-DD HH:MM] Title. Body`, then more lines.
  ///
  /// A line inside an entry that looks like a heading cannot be told from one: jrnl itself takes
  /// it for an entry. Such as stand right behind a line of words, or are out of date order, are
  /// noted.
  ///
  /// - Parameters:
  ///   - zone: the zone its times were lived in; jrnl keeps none.
  ///   - more: the next bytes of the file, none at its end. It is never held whole.
  package static func jrnlText(
    zone: String, into reading: inout ImportReading, _ more: () throws -> ArraySlice<UInt8>
  ) rethrows {
    var reader = JrnlText(zone: zone, &reading)
    var lines = LineCutter()
    while !reading.isOver, !reader.isLocked {
      let bytes = try more()
      lines.cut(bytes) { line, isCut in reader.take(line, isCut: isCut, &reading) }
      if bytes.isEmpty { break }
    }
    reader.finish(&reading)
  }

  /// The same of bytes in hand, or the JSON of `jrnl --export json`; the first sign tells which.
  package static func jrnl(_ bytes: [UInt8], zone: String, into reading: inout ImportReading) {
    guard !isJSON(bytes[...]) else { return jrnlJSON(bytes, zone: zone, into: &reading) }
    var rest = bytes[...]
    jrnlText(zone: zone, into: &reading) {
      defer { rest = [] }
      return rest
    }
  }

  /// Whether a file of jrnl's that begins with these bytes is JSON.
  package static func isJSON(_ beginning: ArraySlice<UInt8>) -> Bool {
    SourceText.withoutMark(beginning).first { !JSONCursor.isSpace($0) } == UInt8(ascii: "{")
  }
}

/// Cuts bytes into lines as they come; of a line longer than an entry only the beginning is kept.
private struct LineCutter {
  private var line: [UInt8] = []
  private var isCut = false
  private var isFirst = true

  /// Hands on each line without its end; with no bytes, the last one.
  mutating func cut(_ bytes: ArraySlice<UInt8>, _ take: (ArraySlice<UInt8>, Bool) -> Void) {
    var rest = bytes
    while let end = rest.firstIndex(of: 0x0A) {
      add(rest[..<end])
      hand(take)
      rest = rest[(end + 1)...]
    }
    if bytes.isEmpty { hand(take) } else { add(rest) }
  }

  private mutating func add(_ bytes: ArraySlice<UInt8>) {
    let room = Page.byteLimit + 1 - line.count
    line += bytes.prefix(room)
    isCut = isCut || bytes.count > room
  }

  private mutating func hand(_ take: (ArraySlice<UInt8>, Bool) -> Void) {
    let plain = isFirst ? SourceText.withoutMark(line[...]) : line[...]
    take(plain.last == 0x0D ? plain.dropLast() : plain, isCut)
    line.removeAll(keepingCapacity: line.capacity <= 1 << 20)
    (isCut, isFirst) = (false, false)
  }
}

/// Reads jrnl's text, line by line.
private struct JrnlText {
  /// Whether jrnl has locked the file.
  private(set) var isLocked = false
  private let clock: WallClock
  private var seen = JrnlEntry.Seen()
  private var line = 0
  private var count = 0
  /// The entry being read; nil before the first, or where its heading could not be read.
  private var open: (words: DateWords, first: String, line: Int)?
  /// Its lines behind the heading, each with its end.
  private var body: [UInt8] = []
  private var isReadable = true
  private var isTooLong = false
  private var latest: Day?
  private var wasBlank = true
  private var strayLines = 0
  /// Lines that begin like a date in another form than jrnl's own.
  private var unread: [Int] = []

  init(zone: String, _ reading: inout ImportReading) {
    let (clock, isKnown) = WallClock.named(zone)
    self.clock = clock
    if !isKnown { reading.note("the file", WallClock.unknown) }
  }

  mutating func take(_ bytes: ArraySlice<UInt8>, isCut: Bool, _ reading: inout ImportReading) {
    line += 1
    guard !isLocked, !isLock(bytes, &reading) else { return }
    // A heading is at the beginning; a line that was cut is in an entry that is too long.
    let text = isCut ? "" : SourceText.text(bytes)
    let words = isCut ? nil : text ?? String(decoding: bytes, as: UTF8.self)
    if let heading = (words ?? Self.beginning(bytes)).flatMap(JrnlHeading.parts) {
      close(&reading)
      begin(heading, isText: text != nil, &reading)
    } else if let text {
      if open != nil, JrnlHeading.isDateLike(text) { unread.append(line) }
      keep(text)
    } else {
      isReadable = false
    }
    isTooLong = isTooLong || isCut
    wasBlank = bytes.allSatisfy(JSONCursor.isSpace)
  }

  /// The first characters of a line that is too long to be looked at whole.
  private static func beginning(_ bytes: ArraySlice<UInt8>) -> String? {
    String(decoding: bytes.prefix(200), as: UTF8.self)
  }

  private mutating func isLock(_ bytes: ArraySlice<UInt8>, _ reading: inout ImportReading) -> Bool {
    guard line == 1, bytes.starts(with: "JRNLv".utf8) || bytes.starts(with: "gAAAAA".utf8) else {
      return false
    }
    isLocked = true
    reading.refuse("the file", "jrnl has locked it; run `jrnl --decrypt` or export it")
    return true
  }

  mutating func finish(_ reading: inout ImportReading) {
    close(&reading)
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
  }

  private mutating func begin(
    _ heading: (date: Substring, rest: Substring), isText: Bool, _ reading: inout ImportReading
  ) {
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
      isTooLong = isTooLong || body.count + text.utf8.count > Page.byteLimit
      if isTooLong { return body = [] }
      body += text.utf8
      body.append(0x0A)
    } else if count == 0, !text.allSatisfy(\.isWhitespace) {
      strayLines += 1
    }
  }

  private mutating func close(_ reading: inout ImportReading) {
    defer {
      open = nil
      body.removeAll(keepingCapacity: body.capacity <= 1 << 20)
      (isReadable, isTooLong) = (true, false)
    }
    guard let open else {
      if !isReadable, count == 0 { reading.refuse("line \(line)", SourceText.notText) }
      return
    }
    guard isReadable else { return reading.refuse(place(open.line), SourceText.notText) }
    guard !isTooLong else { return reading.refuse(place(open.line), ImportLimits.tooLong) }
    let (first, isStarred) = Self.unstarred(open.first)
    let (title, rest) = Self.split(first)
    let more = SourceText.withoutBlankEnds(String(decoding: body, as: UTF8.self))
    let entry = JrnlEntry(
      words: open.words, title: title,
      body: rest.isEmpty || more.isEmpty ? rest + more : "\(rest)\n\(more)",
      isStarred: isStarred)
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
