/// A few words to look for in a text, written as a line of atoms.
///
/// - `score|scores` is one of these words.
/// - `?your` is a word that may be missing.
/// - `..` is up to four words, whichever they are.
/// - `^` is the beginning of a sentence, and `$` its end.
///
/// All of it lies in one sentence, and words are whole: `rate` is not in `separate`.
///
/// ```swift
/// Phrase("^ rate|score ?your day").isFound(in: Wording("Score your day."), at: 0)  // true
/// ```
struct Phrase: Sendable {
  private enum Atom: Sendable {
    case words([String])
    case perhaps([String])
    case gap
    case beginning
    case ending
  }

  private static let widestGap = 4

  /// The words that it can begin with.
  let firstWords: [String]
  private let atoms: [Atom]
  private let isAtBeginning: Bool

  /// - Precondition: the first atom beside `^` is words.
  init(_ line: String) {
    var atoms = line.split(separator: " ").map { atom -> Atom in
      switch atom {
      case "..": .gap
      case "^": .beginning
      case "$": .ending
      case _ where atom.hasPrefix("?"):
        .perhaps(atom.dropFirst().split(separator: "|").map(String.init))
      default: .words(atom.split(separator: "|").map(String.init))
      }
    }
    if case .beginning = atoms.first {
      isAtBeginning = true
      atoms.removeFirst()
    } else {
      isAtBeginning = false
    }
    guard case .words(let words) = atoms.first else {
      preconditionFailure("a phrase begins with words: \(line)")
    }
    firstWords = words
    self.atoms = atoms
  }

  /// The words of a text that it takes up from a place on; `nil` if it is not found there.
  func range(in text: Wording, at place: Int) -> Range<Int>? {
    let sentence = text.sentences[place]
    if isAtBeginning, place > 0, text.sentences[place - 1] == sentence { return nil }
    var limit = place
    while limit < text.words.count, text.sentences[limit] == sentence { limit += 1 }
    return end(of: atoms[...], in: text.words[place..<limit]).map { place..<$0 }
  }

  private func end(of atoms: ArraySlice<Atom>, in words: ArraySlice<String>) -> Int? {
    guard let atom = atoms.first else { return words.startIndex }
    let rest = atoms.dropFirst()
    switch atom {
    case .words(let these):
      guard let word = words.first, these.contains(word) else { return nil }
      return end(of: rest, in: words.dropFirst())
    case .perhaps(let these):
      if let word = words.first, these.contains(word),
        let found = end(of: rest, in: words.dropFirst())
      {
        return found
      }
      return end(of: rest, in: words)
    case .gap:
      for skipped in 0...min(Self.widestGap, words.count) {
        if let found = end(of: rest, in: words.dropFirst(skipped)) { return found }
      }
      return nil
    case .beginning: return nil
    case .ending: return words.isEmpty ? words.startIndex : nil
    }
  }
}

/// Phrases of a table, found by the words that they begin with.
struct PhraseBook<Meaning: Sendable>: Sendable {
  /// Where a phrase is in a text, and what it means.
  struct Found {
    let words: Range<Int>
    let meaning: Meaning
  }

  private let byWord: [String: [(phrase: Phrase, meaning: Meaning)]]

  init(_ entries: [(String, Meaning)]) {
    var byWord: [String: [(Phrase, Meaning)]] = [:]
    for (line, meaning) in entries {
      let phrase = Phrase(line)
      for word in phrase.firstWords { byWord[word, default: []].append((phrase, meaning)) }
    }
    self.byWord = byWord.mapValues { $0.map { (phrase: $0.0, meaning: $0.1) } }
  }

  /// What is found in a text, in its order; of phrases that begin at one word, the first of the table.
  func found(in text: Wording) -> [Found] {
    text.words.indices.compactMap { place in
      for (phrase, meaning) in byWord[text.words[place]] ?? [] {
        guard let words = phrase.range(in: text, at: place) else { continue }
        return Found(words: words, meaning: meaning)
      }
      return nil
    }
  }
}
