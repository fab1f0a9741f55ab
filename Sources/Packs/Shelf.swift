import PackFormat
package import Practice

/// The packs that are there, in order: what the program brought, what was installed, one's own.
package struct Shelf: Sendable, Hashable {
  package var packs: [Pack]

  package init(_ packs: [Pack]) {
    self.packs = packs
  }

  /// All prompts, pack by pack.
  package var prompts: [Prompt] { packs.flatMap(\.prompts) }
  /// All templates for meetings, pack by pack.
  package var templates: [Prompt] { packs.flatMap(\.sessions) }
  /// All values frameworks, pack by pack.
  package var values: [ValuesFramework] { packs.flatMap(\.values) }
  /// All signposts, pack by pack.
  package var signposts: [SignpostList] { packs.flatMap(\.signposts) }

  /// The prompt called `PACK/ID`, or `ID` where only one pack has it.
  ///
  /// - Parameter orTemplate: whether it may be a template for a meeting, where no prompt has the name.
  /// - Throws: `ShelfProblem` that names the nearest, or all that it could be.
  package func prompt(
    named name: String, orTemplate: Bool = false
  ) throws(ShelfProblem) -> Prompt {
    let more = orTemplate ? templates : []
    let isNamed = { (prompt: Prompt) in name == prompt.fullID || name == prompt.id }
    let found = prompts.contains(where: isNamed) ? prompts : more
    return try Self.one(
      of: found.filter(isNamed), name, "prompt", (prompts + more).map { ($0.id, $0.fullID) }
    ) { $0.fullID }
  }

  /// The values framework that a prompt of `pack` names: a bare id means one of the same pack.
  ///
  /// Outside a pack, a bare id works where only one pack has it.
  ///
  /// - Throws: `ShelfProblem`.
  package func values(
    named name: String, from pack: String?
  ) throws(ShelfProblem) -> ValuesFramework {
    let isBare = !name.utf8.contains(UInt8(ascii: "/"))
    let near = isBare && pack != nil ? values.filter { $0.pack == pack } : values
    let found = near.filter { name == $0.fullID || (isBare && name == $0.id) }
    return try Self.one(
      of: found, name, "values framework", near.map { ($0.id, $0.fullID) }
    ) { $0.fullID }
  }

  /// The items of every framework that the prompt's steps name, by the name they use.
  ///
  /// - Throws: `ShelfProblem` for one that is not there.
  package func resolveSets(for prompt: Prompt) throws(ShelfProblem) -> [String: [Option]] {
    var sets: [String: [Option]] = [:]
    for step in prompt.steps {
      for name in step.frameworks where sets[name] == nil {
        sets[name] = try values(named: name, from: prompt.pack).items
      }
    }
    return sets
  }

  /// What is offered at the end, as it is found here.
  package enum Ahead: Sendable, Hashable {
    case prompt(Prompt)
    case signposts(SignpostList)
    case command(plugin: String, name: String)
  }

  /// Finds what a prompt of `pack` offers at its end; `nil` if it is not here.
  ///
  /// A bare name means one of the same pack, as it does in its files.
  package func ahead(_ onward: Onward, from pack: String?) -> Ahead? {
    func isNamed(_ id: String, _ owner: String?) -> Bool {
      let isBare = !onward.name.utf8.contains(UInt8(ascii: "/"))
      guard isBare else { return owner.map { "\($0)/\(id)" } == onward.name }
      return id == onward.name && (pack == nil || owner == pack)
    }
    let prompt = prompts.first { isNamed($0.id, $0.pack) }.map(Ahead.prompt)
    let list = signposts.first { isNamed($0.id, $0.pack) }.map(Ahead.signposts)
    return switch onward {
    case .item: prompt ?? list
    case .prompt: prompt
    case .signposts: list
    case .command(let plugin, let name): .command(plugin: plugin, name: name)
    }
  }

  /// What a prompt offers at its end and is here, by its title.
  package func titles(offeredBy prompt: Prompt) -> [Onward: String] {
    var titles: [Onward: String] = [:]
    for offer in prompt.onward {
      switch ahead(offer.onward, from: prompt.pack) {
      case .prompt(let next)?: titles[offer.onward] = next.title
      case .signposts(let list)?: titles[offer.onward] = list.title
      case .command?, nil: break
      }
    }
    return titles
  }

  private static func one<Item>(
    of found: [Item], _ name: String, _ what: String, _ known: [(id: String, full: String)],
    _ fullID: (Item) -> String
  ) throws(ShelfProblem) -> Item {
    if let item = found.first, found.count == 1 { return item }
    guard found.isEmpty else {
      throw ShelfProblem(.ambiguous, what, name, candidates: found.map(fullID))
    }
    let isBare = !name.utf8.contains(UInt8(ascii: "/"))
    let nearest = Nearest.near(name, among: known.map { isBare ? $0.id : $0.full })
    throw ShelfProblem(.unknown, what, name, candidates: [nearest].compactMap(\.self))
  }
}
