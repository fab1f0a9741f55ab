package import Practice
package import YAML

extension FileReader {
  /// The framework, whether sound or not; the caller looks at the errors.
  package mutating func values(from root: Node) -> ValuesFramework {
    ValuesFramework(
      id: root["id"]?.words ?? "", title: root["title"]?.words ?? "",
      source: source(root["source"]), items: options(root["items"]))
  }

  mutating func signposts(from root: Node) -> SignpostList {
    var lines: [String: Int] = [:]
    var items: [Signpost] = []
    for node in root["items"]?.items ?? [] where node.pairs != nil {
      let signpost = Self.signpost(from: node)
      if let mark = node["id"]?.mark {
        if let line = lines[signpost.id] { twice(signpost.id, first: line, at: mark) }
        lines[signpost.id] = lines[signpost.id] ?? mark.line
      }
      checkVerified(node)
      items.append(signpost)
    }
    return SignpostList(
      id: root["id"]?.words ?? "", title: root["title"]?.words ?? "",
      nation: root["nation"]?.words, region: root["region"]?.words, items: items)
  }

  private static func signpost(from node: Node) -> Signpost {
    Signpost(
      id: node["id"]?.words ?? "", name: node["name"]?.words ?? "",
      contact: node["contact"]?.words ?? "", hours: node["hours"]?.words,
      audience: (node["for"]?.wordList ?? []).compactMap(Signpost.Audience.init),
      sourceURL: node["source_url"]?.words, verifiedOn: node["verified_on"]?.words,
      verifiedBy: node["verified_by"]?.words, reviewBy: node["review_by"]?.words)
  }

  private mutating func twice(_ id: String, first line: Int, at mark: Mark) {
    findings.add(
      .duplicateID, at: mark,
      "The id \"\(id)\" stands twice: first on line \(line), again here.",
      hint: "Give this one an id of its own.")
  }

  /// Who checked and when go together: one without the other says nothing.
  private mutating func checkVerified(_ node: Node) {
    guard (node["verified_on"] == nil) != (node["verified_by"] == nil) else { return }
    let there = node["verified_on"] == nil ? "verified_by" : "verified_on"
    let absent = there == "verified_by" ? "verified_on" : "verified_by"
    guard let mark = node[there]?.mark else { return }
    findings.add(
      .halfVerified, at: mark, "\"\(there)\" stands here without \"\(absent)\".",
      hint: "Fill in both once a person has checked the operator's own page, or neither.")
  }
}
