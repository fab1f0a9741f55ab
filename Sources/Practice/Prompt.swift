/// A set of questions that a person may answer in one sitting, or that people go through together.
///
/// Data from a pack, already read and checked; ids inside it are bare (`daily-three`), the pack is
/// named beside them. The rules are those of the file kind `alongside.prompt/1`, and for a meeting of
/// `alongside.session/1`.
package struct Prompt: Sendable, Hashable {
  /// The id inside its pack: lower-case words joined by hyphens.
  ///
  /// It never moves.
  package var id: String
  /// The pack it came from, or nil for one that stands alone.
  package var pack: String?
  /// The pack's revision when this was read; nil for a pack without one.
  package var revision: Int?
  /// What it is called on screen.
  package var title: String
  /// About how many minutes it takes.
  ///
  /// A budget shown before, never a limit.
  package var minutes: Int?
  /// Who inspired it, and under what terms.
  package var source: Source?
  /// Free words that help to find it (`daily`, `week`, `tired`).
  package var tags: [String]
  /// What kind of meeting it is for, and who takes part; nil for one person alone.
  package var meeting: Meeting?
  /// What is said and asked, in order; the steps of a block come after the step that leads it.
  package var steps: [Step]
  /// What is offered to everyone at the end.
  package var then: [Onward] = []

  package init(
    id: String, pack: String? = nil, revision: Int? = nil, title: String, minutes: Int? = nil,
    source: Source? = nil, tags: [String] = [], meeting: Meeting? = nil, steps: [Step]
  ) {
    self.id = id
    self.pack = pack
    self.revision = revision
    self.title = title
    self.minutes = minutes
    self.source = source
    self.tags = tags
    self.meeting = meeting
    self.steps = steps
  }

  /// Something offered at the end, and the answer that it is offered for.
  package struct Offer: Sendable, Hashable {
    package var onward: Onward
    /// The step and the option; nil for everyone.
    package var step: String?
    package var option: String?
  }

  /// All that is offered at the end, to some or to everyone, each once.
  package var onward: [Offer] {
    let chosen = steps.flatMap { step in
      step.type.parts.options.flatMap { option in
        option.then.map { Offer(onward: $0, step: step.id, option: option.id) }
      }
    }
    return chosen + then.map { Offer(onward: $0) }
  }

  /// Whether anything of it brings what was answered last time.
  package var bringsLastTime: Bool {
    steps.contains(where: \.bringsLastTime)
  }

  /// The name that is unique among all packs: `PACK/ID`.
  package var fullID: String { pack.map { "\($0)/\(id)" } ?? id }
}

/// What is offered at the end of a prompt, to take or leave: `then`.
///
/// An offer and never a jump: who says nothing is done.
package enum Onward: Sendable, Hashable {
  /// A prompt or a list of places, whichever has the name.
  case item(String)
  case prompt(String)
  /// Places to turn to.
  case signposts(String)
  /// A command of a plugin, which begins with empty hands.
  case command(plugin: String, name: String)

  /// The name of what is offered: of a prompt, a list, or a plugin.
  package var name: String {
    switch self {
    case .item(let name), .prompt(let name), .signposts(let name), .command(let name, _): name
    }
  }
}

/// Where a question comes from: `source: words` or `{credit, url, licence}`.
package struct Source: Sendable, Hashable {
  package var credit: String
  package var url: String?
  package var licence: String?

  package init(credit: String, url: String? = nil, licence: String? = nil) {
    self.credit = credit
    self.url = url
    self.licence = licence
  }
}
