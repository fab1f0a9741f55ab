package import Practice

extension Import {
  /// One Markdown file: ours, or one of a folder of notes.
  ///
  /// Its date is taken from `date` or `created` in the lines between `---`, else from a file name
  /// that begins with a date, else from the file itself. Its title is the one given there, else a
  /// first line `# Title`, else the file's name. Line ends become LF, but in a file of ours every
  /// byte of a page's text stays.
  ///
  /// - Parameters:
  ///   - path: where it lay in its folder, to name it and to read a date from.
  ///   - fallback: when the file was last changed, in the zone that dates without one are taken in.
  package static func markdown(
    _ bytes: [UInt8], path: String, fallback: Moment, into reading: inout ImportReading
  ) {
    guard let text = SourceText.text(SourceText.withoutMark(bytes)) else {
      return reading.refuse(path, SourceText.notText)
    }
    let isOwn = text.utf8.starts(with: "---\n".utf8)
    if isOwn, !FrontMatter.isTooLong(text), let front = FrontMatter(text), let kind = front.ownKind
    {
      OwnMarkdown(front: front, kind: kind, path: path).read(into: &reading)
    } else {
      let plain = SourceText.withPlainLines(text)
      if FrontMatter.isTooLong(plain) {
        return reading.refuse(path, ImportLimits.longFrontMatter)
      }
      let front = FrontMatter(plain)
      if let front, let kind = front.ownKind {
        OwnMarkdown(front: front, kind: kind, path: path).read(into: &reading)
      } else {
        let file = MarkdownFile(
          front: front, body: front?.body ?? plain, path: path, fallback: fallback)
        file.read(into: &reading)
      }
    }
  }
}

extension FrontMatter {
  /// The kind of an entry of ours; nil in a file that is none.
  fileprivate var ownKind: Entry.Kind? {
    guard let id = words("id"), OwnID.isOne(id), words("written") != nil else { return nil }
    return words("kind").flatMap(Entry.Kind.init)
  }
}

/// A note of another program.
private struct MarkdownFile {
  let front: FrontMatter?
  let body: String
  let path: String
  let fallback: Moment

  private static let dateKeys = ["date", "created", "created_at", "creation date"]
  private static let zoneKeys = ["zone", "timezone"]
  private static let known = Set(
    dateKeys + zoneKeys + ["title", "tags", "tag", "starred", "keywords"])

  func read(into reading: inout ImportReading) {
    let words = SourceText.withoutBlankEnds(body)
    guard !words.isEmpty else { return reading.leave("files without words") }
    let (title, text) = title(words)
    let written = written(&reading)
    if SourceText.hasControls(words) { reading.note(path, SourceText.controls) }
    let entry = Entry(
      id: "", kind: .page, written: written, title: title, tags: tags(words), text: text,
      revision: "")
    let identity = Array("markdown\0\(fileName)\0".utf8) + Array(body.utf8)
    reading.keep(entry, identity: identity, at: path)
    for field in front?.fields ?? [] where !Self.known.contains(field.key) || field.value == .other
    {
      reading.leave(key: field.key)
    }
  }

  private var fileName: Substring { path.split(separator: "/").last ?? "" }

  /// The file's name without its ending and without a date at its beginning.
  private var nameWords: String? {
    var name = fileName
    if let dot = name.lastIndex(of: "."), dot > name.startIndex { name = name[..<dot] }
    if Day(name.prefix(10)) != nil { name = name.dropFirst(10) }
    let words = name.drop { !$0.isLetter && !$0.isNumber }
    return words.contains(where: \.isLetter) ? SourceText.trimmed(words) : nil
  }

  private func title(_ words: String) -> (String?, String) {
    let (heading, rest) = MarkdownTitle.split(words)
    guard let title = front?.words("title") else {
      return heading == nil ? (nameWords, words) : (heading, rest)
    }
    return title == heading ? (title, rest) : (title, words)
  }

  private func tags(_ words: String) -> [String] {
    let lists = ["tags", "tag", "keywords"].compactMap { front?.list($0) }.joined().map { tag in
      SourceText.trimmed(tag.hasPrefix("#") ? tag.dropFirst() : tag[...])
    }
    let isStarred = front?.words("starred")?.lowercased() == "true"
    return TagWords.joined(
      lists.filter { !$0.isEmpty }, TagWords.inside(words, signs: [UInt8(ascii: "#")]),
      isStarred ? [TagWords.starred] : [])
  }

  private func written(_ reading: inout ImportReading) -> Moment {
    let zone = Self.zoneKeys.compactMap { front?.words($0) }.first
    let clock = zone.flatMap { WallClock($0) } ?? WallClock.named(fallback.zone).clock
    var words: DateWords?
    if let text = Self.dateKeys.compactMap({ front?.words($0) }).first {
      words = DateWords(text)
      if words == nil { reading.note(path, "its date cannot be read, or there is no such day") }
    }
    guard let words = words ?? DateWords(fileName.prefix(10)) else {
      reading.note(path, "it names no date; the one at which the file was last changed was taken")
      return fallback
    }
    if words.millisecond == nil { reading.note(path, JrnlEntry.noTime) }
    let (moment, fit) = clock.moment(words)
    if let note = fit.note { reading.note(path, note) }
    return moment
  }
}
