import PackFormat
import Practice
import YAML

extension PromptLint {
  /// What people should not be asked or told, and notes on how the words may land; `because` on the
  /// step or at the top answers both.
  ///
  /// Only for English, whose words and letters are what is counted.
  mutating func lintWords(_ parts: [Part], _ root: Node) {
    guard isEnglish, root["because"]?.words == nil else { return }
    var ease = ReadingEase()
    if let title = root["title"], let text = title.scalar?.text {
      lintText(Wording(text), at: title.mark)
    }
    for part in parts {
      for key in ["ask", "say", "help"] {
        guard let value = part.node[key], let text = value.scalar?.text else { continue }
        let longest = ease.take(text)
        guard !part.isAnswered else { continue }
        let wording = Wording(text)
        lintText(wording, at: value.mark)
        if longest > ReadingEase.longSentence { noteLong(longest, at: value.mark) }
        if key == "ask" { lintQuestion(part, wording, at: value.mark) }
      }
      if !part.isAnswered { lintAnswers(of: part) }
    }
    lintEnd(parts)
    noteAge(ease, root)
  }

  /// What any text may hold that people should not read.
  mutating func lintText(_ text: Wording, at mark: Mark) {
    noteHeavy(text, at: mark)
    lintHouse(text, at: mark)
  }

  static let answerable: Hint = "If it is meant so, say why: because: \"...\""

  private mutating func noteHeavy(_ text: Wording, at mark: Mark) {
    for (words, offer) in HeavyWord.found(in: text) {
      findings.add(
        .heavyWord, at: mark, "\"\(words)\" can carry weight for the people who read this.",
        hint: "Perhaps: \"\(offer)\". " + Self.answerable, severity: .note)
    }
  }

  private mutating func noteLong(_ words: Int, at mark: Mark) {
    findings.add(
      .longSentence, at: mark, "A sentence here has \(words) words, which is much for tired eyes.",
      hint: "Make two of it. " + Self.answerable, severity: .note)
  }

  private mutating func noteAge(_ ease: ReadingEase, _ root: Node) {
    guard ease.words >= ReadingEase.enoughWords, ease.age > ReadingEase.plainAge,
      let (words, text) = ease.longest
    else { return }
    let shown = String(Substring(text)).prefix(80).split(whereSeparator: \.isWhitespace)
    findings.add(
      .hardToRead, at: root["title"]?.mark ?? root.mark,
      "These words read as for someone of about \(ease.age) years; \(ReadingEase.plainAge) or "
        + "less is kind to everyone.",
      hint: "Shorter words and sentences help. The longest sentence has \(words) words: "
        + "\"\(shown.joined(separator: " "))\u{2026}\". " + Self.answerable, severity: .note)
  }

  private mutating func lintQuestion(_ part: Part, _ text: Wording, at mark: Mark) {
    guard !part.step.isSaid else { return }
    if Self.asksTwice(text) {
      findings.add(
        .twoQuestions, at: mark, "There are two questions in one here; one of them gets lost.",
        hint: "Make two steps of it, or move one to \"help\". " + Self.answerable,
        severity: .note)
    }
    guard part.step.isTender else { return lintTender(text, at: mark) }
    let isBlame = HouseRule.breaches(in: text).contains { $0.code == .blames }
    if text.words.first == "why", !isBlame {
      findings.add(
        .whyFirst, at: mark, "A tender question that begins with \"Why\" can sound like blame.",
        hint: "Try \"What\" or \"How\". " + Self.answerable, severity: .note)
    }
  }

  /// Only what is sure: two questions that end, or one question word joined to another by "and".
  private static func asksTwice(_ text: Wording) -> Bool {
    if text.questions > 1 { return true }
    let words = text.words
    guard let first = words.first, interrogatives.contains(first), words.count > 4 else {
      return false
    }
    // "What and how" are the object of one question, and "someone who" is no question: a verb follows.
    return words.indices.dropFirst(3).contains { place in
      guard words[place - 1] == "and", !interrogatives.contains(words[place - 2]),
        text.sentences[place] == text.sentences[0]
      else { return false }
      if ["what", "why", "how"].contains(words[place]) { return true }
      return interrogatives.contains(words[place]) && place + 1 < words.count
        && verbs.contains(words[place + 1])
    }
  }

  private static let interrogatives: Set = [
    "what", "who", "where", "when", "why", "how", "which", "whose",
  ]

  private static let verbs: Set = [
    "is", "are", "was", "were", "do", "does", "did", "has", "have", "had", "can", "could", "will",
    "would", "should", "might", "may",
  ]
}
