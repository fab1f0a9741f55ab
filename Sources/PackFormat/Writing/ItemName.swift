/// Makes ids for people who would rather not think of one.
package enum ItemName {
  /// The ids that belong to the program or to the person.
  private static let taken = ["core", "own", "alongside"]

  /// Returns what is wrong with an id that someone wants for a pack; `nil` if nothing is.
  package static func problem(withPackID id: String) -> String? {
    if taken.contains(id) {
      return "the id \"\(id)\" belongs to Alongside itself; a pack of yours needs one of its own"
    }
    guard !Identifier.isPackID(id) else { return nil }
    return "a pack's id is small letters, digits and single hyphens, in parts with dots between, "
      + "and begins with a letter"
  }

  /// Returns a sound pack id close to what was typed.
  package static func packID(near typed: String) -> String? {
    guard typed.utf8.count <= 200 else { return nil }
    let parts = typed.split { $0 == "." || $0 == "/" || $0 == ":" }.compactMap {
      Identifier.made(from: $0.split(separator: "_").joined(separator: " "))
    }
    let id = parts.joined(separator: ".")
    let whole = parts.count > 1 ? id : "org.example.\(id)"
    return !id.isEmpty && problem(withPackID: whole) == nil ? whole : nil
  }

  /// Returns an id for a prompt from its title, different from the others.
  package static func promptID(for title: String, besides others: Set<String>) -> String {
    let id = Identifier.made(from: title).map { cut($0, words: 6) } ?? "questions"
    return free(id, besides: others)
  }

  /// Returns an id for a step from the words that carry its question.
  static func stepID(for question: String, besides others: Set<String>) -> String {
    guard
      let made = Identifier.made(from: String(question.prefix(300)))
        ?? longest(question)
    else { return free("question", besides: others) }
    let words = made.split(separator: "-").map(String.init)
    let telling = words.filter { !small.contains($0) }
    let kept = (telling.isEmpty ? words : telling).prefix(3).joined(separator: "-")
    return free(cut(kept, words: 3), besides: others)
  }

  /// Returns an id from a question's beginning, as the whole may be too long for one.
  private static func longest(_ question: String) -> String? {
    let words = question.split(whereSeparator: \.isWhitespace).prefix(8).joined(separator: " ")
    return Identifier.made(from: words)
  }

  static func optionID(for label: String, besides others: Set<String>) -> String {
    free(Identifier.made(from: label) ?? "option", besides: others)
  }

  private static func free(_ id: String, besides others: Set<String>) -> String {
    var candidate = id
    var number = 2
    while others.contains(candidate) {
      candidate = "\(id)-\(number)"
      number += 1
    }
    return candidate
  }

  /// Returns a beginning of the id that leaves room for a number after it.
  private static func cut(_ id: String, words: Int) -> String {
    var kept = id.split(separator: "-").prefix(words).joined(separator: "-")
    while kept.utf8.count > 48 { kept = String(kept.dropLast()) }
    while kept.last == "-" { kept = String(kept.dropLast()) }
    return kept
  }

  /// Words that occur in most questions.
  private static let small: Set = [
    "a", "an", "and", "any", "are", "at", "be", "by", "can", "could", "did", "do", "does", "for",
    "from", "had", "has", "have", "how", "if", "in", "is", "it", "its", "me", "my", "of", "on",
    "one", "or", "so", "some", "that", "the", "there", "this", "to", "was", "were", "what", "when",
    "where", "which", "who", "why", "will", "with", "would", "you", "your", "item",
  ]
}
