internal import Practice

/// A Markdown file that `Export.markdown` wrote.
struct OwnMarkdown {
  let front: FrontMatter
  let kind: Entry.Kind
  let path: String

  private static let known: Set<String> = [
    "id", "kind", "written", "zone", "title", "tags", "revision", "parents", "revised", "answers",
  ]

  /// A page or a record comes back as it was; answers come back as the words of a page.
  func read(into reading: inout ImportReading) {
    guard let id = front.words("id"),
      let written = front.words("written").flatMap({
        Moment(iso8601: $0, zone: front.words("zone"))
      })
    else { return reading.refuse(path, "its `written` is no date and time with an offset") }
    let hasAnswers = front.words("answers") != nil
    let revision = hasAnswers ? "" : front.words("revision") ?? ""
    guard revision.isEmpty || OwnID.isOne(revision), parents.allSatisfy(OwnID.isOne) else {
      return reading.refuse(path, "its `revision` or `parents` are none: 13 of a-z and 2-7")
    }
    let revised = front.words("revised").flatMap { Moment(iso8601: $0) }
    if revised == nil, front.words("revised") != nil {
      return reading.refuse(path, "its `revised` is no date and time with an offset")
    }
    let entry = Entry(
      id: id, kind: hasAnswers ? .page : kind, written: written, title: title,
      tags: front.list("tags") ?? [], text: text, revision: revision,
      parents: hasAnswers ? [] : parents, revised: hasAnswers ? nil : revised)
    reading.keep(entry, identity: Array("alongside\0\(id)".utf8), at: path)
    note(hasAnswers, &reading)
  }

  private func note(_ hasAnswers: Bool, _ reading: inout ImportReading) {
    if hasAnswers {
      reading.note(path, "its answers came in as plain words; JSON keeps them apart")
    }
    if SourceText.hasControls(text) { reading.note(path, SourceText.controls) }
    for field in front.fields where !Self.known.contains(field.key) || field.value == .other {
      reading.leave(key: field.key)
    }
  }

  private var parents: [String] { front.list("parents") ?? [] }

  /// An empty title is one, too.
  private var title: String? {
    guard case .words(let words) = front.fields.first(where: { $0.key == "title" })?.value else {
      return nil
    }
    return words
  }

  /// What stands behind one empty line and before the last line's end, byte for byte.
  private var text: String {
    var bytes = front.body.utf8[...]
    if bytes.first == 0x0A { bytes = bytes.dropFirst() }
    if bytes.last == 0x0A { bytes = bytes.dropLast() }
    return String(Substring(bytes))
  }
}
