import PackFormat
import Practice
import YAML

extension PackDifference {
  static func items(_ kind: ItemKind, _ old: [Prompt], _ new: [Prompt]) -> [Item] {
    var items: [Item] = []
    for after in new {
      guard let before = old.first(where: { $0.id == after.id }) else {
        items.append(
          Item(
            kind: kind, id: after.id, title: after.title, change: .added,
            questions: after.steps.map { question($0, .added) }))
        continue
      }
      var item = Item(kind: kind, id: after.id, title: after.title, change: .changed)
      item.questions = questions(before.steps, after.steps)
      if before.title != after.title {
        item.notes.append("It was called \"\(before.title)\" before.")
      }
      if before.minutes != after.minutes {
        item.notes.append(
          "It takes about \(minutes(after.minutes)), before \(minutes(before.minutes)).")
      }
      if before.then != after.then { item.notes.append("Another thing is offered at its end.") }
      if let was = before.meeting.map(words), let now = after.meeting.map(words), was != now {
        item.notes.append("It is for \(now), before for \(was).")
      }
      if !item.questions.isEmpty || !item.notes.isEmpty { items.append(item) }
    }
    for before in old where !new.contains(where: { $0.id == before.id }) {
      items.append(
        Item(
          kind: kind, id: before.id, title: before.title, change: .removed,
          questions: before.steps.map { question($0, .removed) }))
    }
    return items
  }

  /// What sort of meeting it is, and who takes part.
  private static func words(_ meeting: Meeting) -> String {
    let parties = meeting.parties.map { party in
      party.label + (party.upTo > 1 ? " (up to \(party.upTo))" : "")
        + (party.hasMorePower ? " (has more power)" : "")
    }
    return "\(meeting.kind.rawValue) of " + parties.joined(separator: " and ")
  }

  private static func minutes(_ minutes: Int?) -> String {
    minutes.map { "\($0) minutes" } ?? "no time that is said"
  }

  private static func question(_ step: Step, _ change: Change) -> Question {
    Question(
      step: step.id, change: change, isAsked: !step.isSaid,
      before: change == .removed ? step.text : nil, after: change == .added ? step.text : nil)
  }

  private static func questions(_ old: [Step], _ new: [Step]) -> [Question] {
    var questions: [Question] = []
    for after in new {
      guard let before = old.first(where: { $0.id == after.id }) else {
        questions.append(question(after, .added))
        continue
      }
      let notes = StepDifference(before, after).notes
      let isReworded = before.text != after.text
      guard isReworded || !notes.isEmpty else { continue }
      questions.append(
        Question(
          step: after.id, change: isReworded ? .reworded : .changed, isAsked: !after.isSaid,
          before: isReworded ? before.text : nil, after: after.text, notes: notes))
    }
    for before in old where !new.contains(where: { $0.id == before.id }) {
      var gone = question(before, .removed)
      if !before.isSaid { gone.notes = ["Answers given to it stay in the pages they are in."] }
      questions.append(gone)
    }
    return questions
  }

  static func lists(_ kind: ItemKind, _ old: [Listed], _ new: [Listed]) -> [Item] {
    var items: [Item] = []
    for after in new {
      let before = old.first { $0.id == after.id }
      let notes = notes(before, after)
      guard before == nil || !notes.isEmpty else { continue }
      items.append(
        Item(
          kind: kind, id: after.id, title: after.title,
          change: before == nil ? .added : .changed, notes: notes))
    }
    for before in old where !new.contains(where: { $0.id == before.id }) {
      items.append(
        Item(
          kind: kind, id: before.id, title: before.title, change: .removed,
          notes: before.isNamedWhole ? before.items.map { "Taken away: \($0.words)" } : []))
    }
    return items
  }

  /// What is different in one list; nothing to compare it with where it is new.
  private static func notes(_ before: Listed?, _ after: Listed) -> [String] {
    guard let before else {
      return after.isNamedWhole ? after.items.map { "Added: \($0.words)" } : []
    }
    var notes: [String] = []
    if before.title != after.title { notes.append("It was called \"\(before.title)\" before.") }
    if let was = before.area, let area = after.area, was != area {
      notes.append("It is for \(area) now, before for \(was).")
    }
    for (id, words) in after.items {
      switch before.items.first(where: { $0.id == id })?.words {
      case nil: notes.append("Added: \(words)")
      case words: break
      case let then?: notes.append("Now: \(words). Before: \(then)")
      }
    }
    for (id, words) in before.items where !after.items.contains(where: { $0.id == id }) {
      notes.append("Taken away: \(words)")
    }
    return notes
  }

  /// What packs change in each other, and the words they bring.
  static func notes(from old: Pack, to new: Pack) -> [String] {
    var notes: [String] = []
    let changes = { (pack: Pack) in
      pack.manifest.overrides.flatMap { override in
        override.set.map { "\($0.key) of \(override.item) to \"\($0.value.flow)\"" }
      }
    }
    let hides = { (pack: Pack) in
      pack.manifest.hides.map { "\($0.item), because: \($0.because)" }
    }
    notes += difference(changes(old), changes(new), "It sets", "It no longer sets")
    notes += difference(
      hides(old), hides(new), "It no longer suggests", "It stops leaving out")
    let (before, after) = (old.manifest.vocabulary, new.manifest.vocabulary)
    for term in Set(before.keys).union(after.keys).sorted() where before[term] != after[term] {
      let then = before[term].map { ", before \"\($0)\"" } ?? ""
      notes.append(
        after[term].map { "Its word for \(term) is \"\($0)\"\(then)." }
          ?? "It no longer has a word for \(term)\(then).")
    }
    return notes
  }

  private static func difference(
    _ old: [String], _ new: [String], _ added: String, _ removed: String
  ) -> [String] {
    new.filter { !old.contains($0) }.map { "\(added) \($0)." }
      + old.filter { !new.contains($0) }.map { "\(removed) \($0)." }
  }
}
