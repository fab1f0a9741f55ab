package import Practice

/// Passages of one entry that could point to a person.
package struct EntryCheck: Sendable {
  /// A part of an entry and what was found there.
  package struct Part: Sendable, Hashable {
    /// `title`, `tags`, `text`, or the step of an answer.
    package var place: String
    package var text: String
    package var findings: [IdentifierFinding]
  }

  package let entry: Entry
  package let parts: [Part]

  package init(_ entry: Entry, with check: IdentifierCheck) {
    self.entry = entry
    var texts: [(String, String)] = []
    if let title = entry.title, entry.prompt == nil { texts.append(("title", title)) }
    for tag in entry.tags { texts.append(("tags", tag)) }
    for answer in entry.answers {
      for text in answer.value?.texts ?? [] { texts.append((answer.step, text)) }
    }
    if let text = entry.text { texts.append(("text", text)) }
    parts = texts.compactMap { place, text in
      let findings = check.findings(in: text)
      return findings.isEmpty ? nil : Part(place: place, text: text, findings: findings)
    }
  }
}

/// What a check found, as `--json` prints it.
package struct EntryCheckJSON: Encodable {
  private struct Finding: Encodable {
    let kind: String
    let label: String
    let note: String?
    let passage: String
    let place: String
    let suggestion: String
  }

  private let id: String
  private let findings: [Finding]

  package init(_ check: EntryCheck) {
    id = check.entry.id
    findings = check.parts.flatMap { part in
      part.findings.map { one in
        Finding(
          kind: one.kind.rawValue, label: one.kind.label, note: one.note, passage: one.passage,
          place: part.place, suggestion: one.kind.suggestion)
      }
    }
  }
}
