import Practice
import YAML

extension FileReader {
  /// A scale between two numbers, or in words alone.
  mutating func scale(_ node: Node?) -> Scale? {
    guard let node, node.pairs != nil else { return nil }
    let labels = node["labels"]?.items?.map { $0.words ?? "" }
    guard let (from, to) = ends(of: node, labels?.count) else {
      if node["from"]?.whole == nil || node["to"]?.whole == nil { noEnds(node) }
      return nil
    }
    checkEnds(node, from, to, labels?.count)
    var scale = Scale(
      from: from, to: to, low: node["low"]?.words, high: node["high"]?.words,
      also: options(node["also"]))
    if let labels {
      for (index, label) in labels.enumerated() { scale.labels[from + index] = label }
    }
    for pair in node["labels"]?.pairs ?? [] {
      guard let point = Numerals.whole(pair.key) else { continue }
      scale.labels[point] = pair.value.words
      if point < from || point > to { outside(pair, from, to) }
    }
    return scale
  }

  /// The two ends; with words for every point they follow from how many words there are.
  private func ends(of node: Node, _ labels: Int?) -> (Int, Int)? {
    let (from, to) = (node["from"]?.whole, node["to"]?.whole)
    if let from, let to { return (from, to) }
    guard let labels, labels > 1 else { return nil }
    if let from, node["to"] == nil { return (from, from + labels - 1) }
    guard node["from"] == nil, node["to"] == nil else { return nil }
    return (1, labels)
  }

  private mutating func noEnds(_ node: Node) {
    // What has the wrong shape was reported with its shape.
    for key in ["from", "to", "labels"] {
      guard let value = node[key] else { continue }
      if key == "labels" ? (value.items?.count ?? 2) < 2 : value.whole == nil { return }
    }
    findings.add(
      .scaleShape, at: node.mark, "A scale needs both its ends, or words for its points.",
      hint: "Write {from: 0, to: 10}, or {labels: [not at all, a little, a lot]}.")
  }

  private mutating func checkEnds(_ node: Node, _ from: Int, _ to: Int, _ labels: Int?) {
    if from >= to {
      findings.add(
        .bounds, at: node["to"]?.mark ?? node.mark,
        "The scale ends at \(to), which is not above its beginning, \(from).", hint: "Swap them.")
    } else if let labels, labels != to - from + 1, let mark = node["labels"]?.mark {
      findings.add(
        .scaleShape, at: mark,
        "There are \(labels) labels for \(to - from + 1) points from \(from) to \(to).",
        hint: "Give each point a label, or leave from and to away.")
    }
  }

  private mutating func outside(_ pair: Node.Pair, _ from: Int, _ to: Int) {
    findings.add(
      .outOfRange, at: pair.keyMark, "The label for \(pair.key) is outside the scale.",
      hint: "The scale goes from \(from) to \(to).")
  }
}
