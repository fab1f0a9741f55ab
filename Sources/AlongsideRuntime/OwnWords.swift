package import Practice
internal import Vault

extension Reader {
  private static let ownWordsNote = "check/words"

  /// The words that a person wants to be told of when they look for identifiers.
  package func ownWords() throws -> [String] {
    guard let note = try journal.note(Self.ownWordsNote) else { return [] }
    return (try? JSON.read([String].self, from: note)) ?? []
  }

  package mutating func keep(ownWords: [String]) throws {
    try journal.refresh()
    try journal.keep(
      note: ownWords.isEmpty ? nil : JSON.bytes(ownWords), as: Self.ownWordsNote)
  }

  /// Looks through entries; those in which nothing was found are left out.
  package func check(_ entries: [Entry], today: Day) throws -> [EntryCheck] {
    let check = IdentifierCheck(
      today: today, ownWords: try ownWords(), fold: Folding.text)
    return entries.map { EntryCheck($0, with: check) }.filter { !$0.parts.isEmpty }
  }
}
