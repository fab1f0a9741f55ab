/// Where the words that were looked for stand in one entry.
package struct SearchMatch: Sendable, Hashable {
  /// A part of an entry.
  package enum Place: Sendable, Hashable {
    case title, tag, text
    case answer(step: String)
  }

  /// The parts in which a word was found, each once, in reading order.
  package var places: [Place]
  /// Lines of the answers and the text around what was found, in reading order.
  ///
  /// Titles and tags are not repeated here: every list shows them.
  package var context: [ContextLine]

  /// Gathers what was found.
  ///
  /// - Parameter hits: for each field, ranges in its folded text.
  init(_ fields: [SearchField], _ texts: [FoldedText], hits: [[Range<Int>]], lines: Int) {
    places = []
    context = []
    for (index, field) in fields.enumerated() where !hits[index].isEmpty {
      if !places.contains(field.place) { places.append(field.place) }
      if field.place == .title || field.place == .tag { continue }
      let room = lines - context.count
      guard room > 0 else { continue }
      let found = texts[index].originals(hits[index])
      context += ContextLine.lines(of: field.text, hits: found, limit: room)
    }
  }
}
