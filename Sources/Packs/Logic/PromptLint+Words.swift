import PackFormat
import Practice
import YAML

extension PromptLint {
  /// Notes on how the words may land; `because` on the step or at the top answers them.
  ///
  /// Only for English, whose words and letters are what is counted.
  mutating func lintWords(_ parts: [Part], _ root: Node) {
    guard isEnglish, root["because"]?.words == nil else { return }
    var ease = ReadingEase()
    if let title = root["title"] { noteHeavy(title) }
    for part in parts {
      for key in ["ask", "say", "help"] {
        guard let value = part.node[key], let text = value.scalar?.text else { continue }
        let longest = ease.take(text)
        guard !part.isAnswered else { continue }
        noteHeavy(value)
        if longest > ReadingEase.longSentence { noteLong(longest, at: value.mark) }
      }
      if !part.isAnswered { noteQuestion(part) }
    }
    noteAge(ease, root)
  }

  private static let answerable: Hint = "If it is meant so, say why: because: \"...\""

  private mutating func noteHeavy(_ value: Node) {
    guard let text = value.scalar?.text else { return }
    for (words, offer) in HeavyWord.found(in: text) {
      findings.add(
        .heavyWord, at: value.mark, "\"\(words)\" can carry weight for the people who read this.",
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

  private mutating func noteQuestion(_ part: Part) {
    guard case .ask(let text) = part.step.words, let mark = part.node["ask"]?.mark else { return }
    var words: [String] = []
    HeavyWord.forEachWord(in: text) { words.append($0) }
    if Self.asksTwice(text, words) {
      findings.add(
        .twoQuestions, at: mark, "There are two questions in one here; one of them gets lost.",
        hint: "Make two steps of it, or move one to \"help\". " + Self.answerable,
        severity: .note)
    }
    if part.step.isTender, words.first == "why" {
      findings.add(
        .whyFirst, at: mark, "A tender question that begins with \"Why\" can sound like blame.",
        hint: "Try \"What\" or \"How\". " + Self.answerable, severity: .note)
    }
  }

  /// Only what is sure: two question marks, or one question word joined to another by "and".
  private static func asksTwice(_ text: String, _ words: [String]) -> Bool {
    if text.utf8.count(where: { $0 == 0x3F }) > 1 { return true }
    guard let first = words.first, interrogatives.contains(first), words.count > 4 else {
      return false
    }
    // "What and how" are the object of one question; a verb has to stand between.
    return zip(words, words.dropFirst()).dropFirst(2).contains {
      $0 == "and" && ["what", "why", "how"].contains($1)
    }
  }

  private static let interrogatives: Set = ["what", "who", "where", "when", "why", "how", "which"]
}
