import Practice
import YAML

extension FileReader {
  /// Returns what a session says about the meeting itself; `nil` in a prompt for one person.
  ///
  /// The parties must be known before the steps are read.
  mutating func meeting(from root: Node) -> Meeting? {
    guard kind.isSame(as: .session) else { return nil }
    let parties = parties(root["parties"] ?? Self.meant(by: root["steps"]))
    self.parties = parties.map(\.id)
    // A missing kind has been reported; a default lets the rest be checked.
    let kind = (root["kind"]?.words).flatMap(Meeting.Kind.init)
    return Meeting(kind: kind ?? .supervision, parties: parties)
  }

  /// Returns the parties that the steps name, for a file that forgets to say who takes part.
  private static func meant(by steps: Node?) -> Node? {
    var named: [String] = []
    for step in steps?.items ?? [] {
      guard let who = step["who"]?.words, Identifier.isID(who), !named.contains(who),
        !Meeting.everyone.contains(who)
      else { continue }
      named.append(who)
    }
    guard let steps, !named.isEmpty else { return nil }
    let pairs = named.map { name in
      Node.Pair(
        key: name, keyMark: steps.mark, value: Node(.scalar(.init(name, isPlain: true)), at: .start)
      )
    }
    return Node(.mapping(pairs), at: steps.mark)
  }

  /// Returns the parties of a map or a list; a party without a label is called by its id.
  private mutating func parties(_ node: Node?) -> [Meeting.Party] {
    var parties: [Meeting.Party] = []
    for pair in node?.pairs ?? [] {
      let label = pair.value.words ?? pair.value["label"]?.words
      add(pair.key, label, pair.value, at: pair.keyMark, to: &parties)
    }
    for item in node?.items ?? [] {
      if let words = item.words {
        guard let id = Identifier.made(from: words) else {
          noID(words, at: item.mark)
          continue
        }
        add(id, words, item, at: item.mark, to: &parties)
      } else if let id = item["id"], let words = id.words {
        add(words, item["label"]?.words, item, at: id.mark, to: &parties)
      }
    }
    return parties
  }

  private mutating func add(
    _ id: String, _ label: String?, _ node: Node, at mark: Mark, to parties: inout [Meeting.Party]
  ) {
    checkReserved(id, at: mark)
    if parties.contains(where: { $0.id == id }) {
      findings.add(
        .duplicateID, at: mark, "The party \"\(id)\" stands twice.",
        hint: "Give each party an id of its own.")
    }
    parties.append(
      .init(
        id: id, label: label ?? Self.label(from: id), hasMorePower: node["power"]?.words == "more",
        upTo: node["up_to"]?.whole ?? 1))
  }

  /// Reports a party or vocabulary word whose name has a meaning in every file.
  mutating func checkReserved(_ id: String, at mark: Mark) {
    guard Meeting.everyone.contains(id) || id == "item" else { return }
    findings.add(
      .reservedWord, at: mark, "\"\(id)\" has a meaning of its own already.",
      hint: "Take another word.")
  }

  /// Checks that in a session, `who` is a party of it, or each, both or either.
  mutating func checkWho(_ node: Node) {
    guard kind.isSame(as: .session), let who = node["who"], let words = who.words else { return }
    let known = parties + Meeting.everyone
    guard Identifier.isID(words), !known.contains(words) else { return }
    unknownParty(words, at: who.mark, among: known)
  }

  /// Whether the session has the party, and the party answers the step; reports it if not.
  mutating func check(
    party: String, of step: String, _ known: StepContext.Known, at mark: Mark
  ) -> Bool {
    guard parties.contains(party) else {
      unknownParty(party, at: mark, among: parties)
      return false
    }
    guard let who = known.who, who != party, who != "each", who != "either" else { return true }
    findings.add(
      .notAsked, at: mark,
      who == "both"
        ? "The parties answer \"\(step)\" together, so no answer is \(party)'s alone."
        : "\"\(step)\" is asked of \(who), not of \(party).",
      hint: "Write: \(step)")
    return false
  }

  private mutating func unknownParty(_ words: String, at mark: Mark, among known: [String]) {
    findings.add(
      .unknownParty, at: mark, "This session has no party \"\(words.prefix(60))\".",
      hint: Nearest.question(words, among: known)
        ?? "It can be \(known.joined(separator: ", ")).")
  }
}
