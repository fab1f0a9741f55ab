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
  /// The words to show, with `{item}` and `{answer:STEP}` filled in.
  package var ask: String
  package var kind: Kind
  /// Which question this is, from 1; a `say` has the number of the question before it.
  package var position: Int
  /// How many questions there are as the answers stand now.
  ///
  /// It changes as answers open others.
  package var total: Int
  /// What is filled in for names in braces.
  var filling: Filling

  /// The step's help, filled in.
  package var help: String? { step.help.map(filling.text) }

  /// The step's example, filled in.
  package var example: String? { step.example.map(filling.text) }

  /// What the step's own pack says, filled in, where another pack says something else.
  package var originals: [Step.Original] {
    step.originals.map { Step.Original(field: $0.field, text: filling.text($0.text)) }
  }
}
