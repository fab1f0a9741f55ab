import PackFormat
import Practice
import YAML

/// The rules of the house: what people are not asked or told here.
extension PromptLint {
  /// Warns of what `HouseRule` finds in a text.
  mutating func lintHouse(_ text: Wording, at mark: Mark) {
    for breach in HouseRule.breaches(in: text, isShared: kind.isSame(as: .session)) {
      findings.add(
        breach.code, at: mark, breach.sentence,
        hint: Hint(words: breach.instead + " ") + Self.answerable, severity: .warning)
    }
  }

  /// What a pack would have people read in words that it changes for another pack.
  ///
  /// The `because` of an override says why the words are changed, so it answers nothing here.
  static func findings(in overrides: [Manifest.Override], file: String) -> [Finding] {
    var list = FindingList(file: file)
    for node in overrides.flatMap(\.set).flatMap(texts) {
      for breach in HouseRule.breaches(in: Wording(node.scalar?.text ?? "")) {
        list.add(
          breach.code, at: node.mark, breach.sentence, hint: Hint(words: breach.instead),
          severity: .warning)
      }
    }
    return list.inOrder
  }

  /// The texts of a field that is set, such as `steps`, `title` or `STEP/ask`.
  private static func texts(in field: Node.Pair) -> [Node] {
    let name = String(field.key.split(separator: "/").last ?? "")
    let pair = Node.Pair(key: name, keyMark: field.keyMark, value: field.value)
    let steps =
      name == "steps"
      ? field.value.items ?? [] : [Node(.mapping([pair]), at: field.keyMark)]
    return steps.flatMap { step in
      ["title", "ask", "say", "help"].compactMap { step[$0] } + labels(in: step)
    }
  }

  /// Warns of a question about what is hard that does not show the ways out first.
  mutating func lintTender(_ text: Wording, at mark: Mark) {
    guard let words = HeavyWord.tenderWords(in: text) else { return }
    findings.add(
      .notTender, at: mark, "A question with \"\(words)\" shows no ways out before it.",
      hint: "Add the line: sensitivity: tender. " + Self.answerable, severity: .warning)
  }

  /// Looks at the words that can be picked: options, rows, the parts of a list, the points of a scale.
  mutating func lintAnswers(of part: Part) {
    guard !part.step.isSaid else { return }
    for node in Self.labels(in: part.node) {
      guard let words = node.scalar?.text else { continue }
      let text = Wording(words)
      lintText(text, at: node.mark)
      if !part.step.isTender { lintTender(text, at: node.mark) }
    }
    guard case .scale(let scale) = part.step.type, part.isSound, let node = part.node["scale"],
      scale.labels.isEmpty, scale.low == nil, scale.high == nil
    else { return }
    findings.add(
      .scores, at: node.mark, "A scale of bare numbers reads like a mark for somebody.",
      hint: "Give its points words, such as {labels: [Low, Middle, High]}. " + Self.answerable,
      severity: .warning)
  }

  private static func labels(in step: Node) -> [Node] {
    let listed = ["options", "rows", "also"].flatMap { step[$0]?.items ?? [] }
    let fields = (step["of"]?.pairs ?? []).map(\.value) + (step["of"]?.items ?? [])
    let points = step["scale"].map { scale in
      [scale["low"], scale["high"]].compactMap(\.self) + (scale["labels"]?.items ?? [])
        + (scale["labels"]?.pairs ?? []).map(\.value)
    }
    return (listed + fields).flatMap { item in
      item.pairs == nil ? [item] : [item["label"], item["gloss"]].compactMap(\.self)
    } + (points ?? [])
  }

  /// Warns where the last question looks back, and nothing after it lets people go gently.
  ///
  /// A file of one or two questions has no way to go.
  mutating func lintEnd(_ parts: [Part]) {
    guard parts.count(where: { !$0.step.isSaid }) > 2, let last = parts.last, !last.isAnswered,
      last.isSound, !last.step.isSaid, let ask = last.node["ask"], let text = ask.scalar?.text,
      Self.looksBack(Wording(text))
    else { return }
    findings.add(
      .endsBackward, at: ask.mark, "This is the last question, and it looks back.",
      hint: "Move a question here that looks ahead or towards someone, or say something kind "
        + "after it. " + Self.answerable, severity: .warning)
  }

  /// Only what is sure: a verb of the past, and no word of what is to come.
  private static func looksBack(_ text: Wording) -> Bool {
    text.words.contains(where: past.contains) && !text.words.contains(where: coming.contains)
  }

  private static let past: Set = [
    "did", "was", "were", "had", "went", "happened", "made", "felt", "got",
  ]

  private static let coming: Set = [
    "next", "tomorrow", "ahead", "forward", "now", "later", "soon", "still", "want", "wants",
    "would", "could", "will", "can", "might", "may", "shall", "should", "going", "hope", "hopes",
    "need", "needs", "wish", "keep", "take", "bring", "carry", "share", "build", "try",
  ]
}
