/// What an interview says or asks now.
package struct Turn: Sendable, Hashable {
  /// What is wanted from the person.
  package enum Kind: Sendable, Hashable {
    /// Words that want no answer; `passOn()` goes on.
    case say
    /// `answer(_:)` or `skip()` goes on.
    case question
    /// Which items a repeated step is to be asked about; `pick(_:)` or `skip()` goes on.
    case pick(items: [Option], Repeat.Pick)
  }

  package var step: Step
  /// In a repeated step, the item this turn is about.
  package var item: Option?
  /// The words to show, with `{item}` filled in.
  package var ask: String
  package var kind: Kind
  /// Which question this is, from 1; a `say` has the number of the question before it.
  package var position: Int
  /// How many questions there are as the answers stand now.
  ///
  /// It changes as answers open others.
  package var total: Int

  package init(
    step: Step, item: Option? = nil, ask: String, kind: Kind, position: Int, total: Int
  ) {
    self.step = step
    self.item = item
    self.ask = ask
    self.kind = kind
    self.position = position
    self.total = total
  }

  /// The step's help, with `{item}` filled in.
  package var help: String? { step.help.map { Self.fill($0, item: item) } }

  /// The step's example, with `{item}` filled in.
  package var example: String? { step.example.map { Self.fill($0, item: item) } }

  /// What the step's own pack says, with `{item}` filled in, where another pack says something else.
  package var originals: [Step.Original] {
    step.originals.map { Step.Original(field: $0.field, text: Self.fill($0.text, item: item)) }
  }

  /// Puts the item's label where `{item}` stands; without an item an ellipsis stands there.
  static func fill(_ text: String, item: Option?) -> String {
    let label = item?.label ?? "…"
    var filled = ""
    var rest = text[...]
    while let brace = rest.firstIndex(of: "{") {
      filled += rest[..<brace]
      rest = rest[brace...]
      if rest.hasPrefix("{item}") {
        filled += label
        rest = rest.dropFirst("{item}".count)
      } else {
        filled.append(rest.removeFirst())
      }
    }
    return filled + rest
  }
}
