internal import Practice

/// One text of an entry in which words are looked for.
struct SearchField: Sendable, Hashable {
  var place: SearchMatch.Place
  var text: String

  /// The texts of an entry in the order they are read: title, tags, answers, text.
  static func fields(of entry: Entry) -> [SearchField] {
    var fields = entry.title.map { [SearchField(place: .title, text: $0)] } ?? []
    fields += entry.tags.map { SearchField(place: .tag, text: $0) }
    for answer in entry.answers {
      for text in answer.words.map({ [$0] }) ?? answer.value?.texts ?? [] {
        fields.append(SearchField(place: .answer(step: answer.step), text: text))
      }
    }
    return fields + (entry.text.map { [SearchField(place: .text, text: $0)] } ?? [])
  }
}
