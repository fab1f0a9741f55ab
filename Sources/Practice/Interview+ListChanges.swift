extension Interview {
  /// Keeps what was said about a record with that record, when the list it stands in changes.
  ///
  /// Items of a `list` are numbered, so a record taken out would shift every later number under
  /// another record's answers. A record is known again by its label; where the list is as long as
  /// before, one that has a new label in the same place was reworded. What was said about a record
  /// that has gone is set aside under its label, and stands again when the record returns.
  mutating func moveItems(of step: Step, from old: Value?, to new: Value?) {
    guard case .list = step.type, old != new else { return }
    let before = old.map { Route.items(of: $0, to: step.type) } ?? []
    let after = new.map { Route.items(of: $0, to: step.type) } ?? []
    for follower in steps {
      if follower.repeats?.items.source == step.id {
        let aside = itemsAside(in: follower.id)
        progress.rename(moves(from: before, to: after, aside: aside), in: follower.id)
      }
      if follower.optionsFrom?.source == step.id {
        let aside = chosenAside(in: follower.id)
        move(moves(from: before, to: after, aside: aside), optionsOf: follower)
      }
    }
  }

  /// Gives chosen options new ids, and with them the items that later steps have from that choice.
  private mutating func move(_ moves: [String: String], optionsOf step: Step) {
    progress.renameOptions(moves, in: step)
    for follower in steps {
      if follower.repeats?.items.source == step.id { progress.rename(moves, in: follower.id) }
      if follower.optionsFrom?.source == step.id { move(moves, optionsOf: follower) }
    }
  }

  /// Old item id to new item id.
  private func moves(
    from before: [Option], to after: [Option], aside: Set<String>
  ) -> [String: String] {
    var moves: [String: String] = [:]
    var free = after
    func match(_ item: Option, where isSame: (Option) -> Bool) {
      guard let index = free.firstIndex(where: isSame) else { return }
      moves[item.id] = free.remove(at: index).id
    }
    for item in before { match(item) { $0.label == item.label } }
    if before.count == after.count {
      for item in before where moves[item.id] == nil { match(item) { $0.id == item.id } }
    }
    let returning = free.filter { aside.contains(Self.aside($0.label)) }
    for item in returning {
      moves[Self.aside(item.label)] = moves[Self.aside(item.label)] ?? item.id
    }
    var taken = aside.subtracting(moves.keys)
    for item in before where moves[item.id] == nil {
      var name = Self.aside(item.label)
      while !taken.insert(name).inserted { name += "+" }
      moves[item.id] = name
    }
    return moves
  }

  /// No item of a list is called so: those are numbers.
  private static func aside(_ label: String) -> String { "aside:" + label }

  private func itemsAside(in step: String) -> Set<String> {
    let places = Array(progress.given.keys) + Array(progress.skipped)
    let items = places.filter { $0.step == step }.compactMap(\.item)
    return Set((items + (progress.picks[step] ?? [])).filter { $0.hasPrefix("aside:") })
  }

  private func chosenAside(in step: String) -> Set<String> {
    let values = progress.given.filter { $0.key.step == step }.map(\.value)
    return Set(values.flatMap(\.chosen).filter { $0.hasPrefix("aside:") })
  }
}

extension Interview.Progress {
  /// Gives the chosen records of a list their new numbers; one that has gone is set aside.
  fileprivate mutating func renameOptions(_ moves: [String: String], in step: Step) {
    for (place, value) in given where place.step == step.id {
      let renamed = value.renamed { moves[$0] ?? $0 }
      given[place] = renamed
    }
  }

  /// Gives items of one step new ids, all at once.
  fileprivate mutating func rename(_ moves: [String: String], in step: String) {
    func moved(_ place: Interview.Place) -> Interview.Place {
      guard place.step == step, let item = place.item else { return place }
      return .init(step: step, item: moves[item] ?? item)
    }
    given = Dictionary(given.map { (moved($0.key), $0.value) }) { first, _ in first }
    skipped = Set(skipped.map(moved))
    said = Set(said.map(moved))
    typed = Dictionary(typed.map { (moved($0.key), $0.value) }) { first, _ in first }
    picks[step] = picks[step]?.map { moves[$0] ?? $0 }
  }
}

extension Value {
  /// The ids of what was chosen, where it is an answer of that form.
  fileprivate var chosen: [String] {
    switch self {
    case .words(let id): [id]
    case .ids(let ids), .other(_, let ids): ids
    case .number, .records, .cells, .yes: []
    }
  }

  /// The answer with other ids for what was chosen.
  fileprivate func renamed(_ name: (String) -> String) -> Value {
    switch self {
    case .words(let id): .words(name(id))
    case .ids(let ids): .ids(ids.map(name))
    case .other(let words, let ids): .other(words, beside: ids.map(name))
    case .number, .records, .cells, .yes: self
    }
  }
}
