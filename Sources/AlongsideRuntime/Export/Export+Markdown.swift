package import Practice

extension Export {
  /// How an answer reads to a person; nil leaves it to the words that are kept.
  ///
  /// A command passes one that knows the prompt, so that options stand in their own words.
  package typealias AnswerWords = (Entry, Answer) -> String?

  /// One entry as a Markdown file of its own, named by its day as lived and its id.
  ///
  /// What is known of it stands between `---` lines, which `Import.markdown` reads back. A page's
  /// text follows exactly; a page comes back from its file as it was. Answers stand beneath their
  /// questions.
  package static func markdown(
    _ entry: Entry, answerWords: AnswerWords? = nil
  ) -> (name: String, bytes: [UInt8]) {
    var text = (["---"] + fields(entry) + ["---", ""]).joined(separator: "\n")
    for part in parts(entry, answerWords) { text += "\n\(part)\n" }
    return (name(entry), Array(text.utf8))
  }

  /// Names hold only what every file system takes, whatever the id is.
  private static func name(_ entry: Entry) -> String {
    let id = entry.id.utf8.filter { 0x61...0x7A ~= $0 || 0x30...0x39 ~= $0 }
    let safe = String(decoding: id.prefix(64), as: UTF8.self)
    // The day that `written` shows: where a zone was some seconds off, the file says the same.
    return "\(entry.written.iso8601.prefix(10))-\(safe.isEmpty ? "entry" : safe).md"
  }

  private static func fields(_ entry: Entry) -> [String] {
    func quoted(_ words: String) -> String { QuotedWords.quoted(words) }
    func list(_ words: [String]) -> String {
      "[" + words.map(quoted).joined(separator: ", ") + "]"
    }
    var fields = [
      "id: \(quoted(entry.id))", "kind: \(entry.kind.rawValue)",
      "written: \(quoted(entry.written.iso8601))", "zone: \(quoted(entry.written.zone))",
    ]
    if let title = entry.title { fields.append("title: \(quoted(title))") }
    if !entry.tags.isEmpty { fields.append("tags: \(list(entry.tags))") }
    if let prompt = entry.prompt { fields.append("prompt: \(quoted(prompt.id))") }
    fields.append("revision: \(quoted(entry.revision))")
    if !entry.parents.isEmpty { fields.append("parents: \(list(entry.parents))") }
    if let revised = entry.revised { fields.append("revised: \(quoted(revised.iso8601))") }
    if !entry.answers.isEmpty {
      fields.append("answers: \(entry.answers.count { $0.state == .answered })")
    }
    return fields
  }

  private static func parts(_ entry: Entry, _ answerWords: AnswerWords?) -> [String] {
    var parts: [String] = []
    for (answer, words) in EntryWords.answered(entry, answerWords) {
      parts.append("## \(EntryWords.question(answer))\n\n\(words)")
    }
    if let text = entry.text, !text.isEmpty { parts.append(text) }
    if let left = EntryWords.leftOpen(entry) { parts.append("(\(left))") }
    return parts
  }
}
