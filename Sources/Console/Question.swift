/// One thing to ask a person, with all that stands around it on the screen.
package struct Question: Sendable, Equatable {
  /// What an answer is made of.
  package enum Form: Sendable, Equatable {
    /// Words on one line.
    case line
    /// As many lines as the person likes.
    case lines
    /// A choice, a number, a day: something that is read, not kept as it was typed.
    case pick
  }

  /// The question itself.
  package var words: String
  /// What `/help` says beyond the list of commands.
  package var help: String?
  /// An example of an answer, shown below the question.
  package var example: String?
  /// The labels of answers to pick from, shown as numbered lines from 1.
  package var options: [String]
  package var form: Form
  /// Words that the person wrote here before: they are loaded, typing goes on at their end, and
  /// Enter without any typing keeps them.
  package var text = ""
  /// What was typed here and is no answer yet: typing goes on behind it.
  package var half = ""
  /// An answer that exists and is not loaded; an empty answer keeps it.
  package var standing: String?
  /// True when that answer is only offered, and the person has not chosen it.
  package var isOffered = false
  /// Commands that mean nothing here; the list in `/help` leaves them out.
  package var withheld: Set<LineCommand> = []
  /// How to answer, in one sentence.
  package var hint: String?
  /// Whether the question says that it can be left.
  package var isSkippable: Bool
  /// Where in the whole this question stands, for example `2 of 5`.
  package var progress: String?

  /// A question that can be skipped and is answered in one line, unless said otherwise.
  package init(
    _ words: String, help: String? = nil, example: String? = nil, options: [String] = [],
    form: Form = .line, standing: String? = nil, hint: String? = nil, isSkippable: Bool = true,
    progress: String? = nil
  ) {
    self.words = words
    self.help = help
    self.example = example
    self.options = options
    self.form = form
    self.standing = standing
    self.hint = hint
    self.isSkippable = isSkippable
    self.progress = progress
  }
}

extension Question {
  /// What becomes of a paste of several lines.
  var paste: TypedForm.Paste {
    switch form {
    case .lines: .lines
    case .line: options.isEmpty ? .joined : .refused
    case .pick: .refused
    }
  }

  /// Which options some words pick, counted from 0 and in the order typed; nil when any is unclear.
  ///
  /// Each pick is an option's number from 1, its label, or a beginning that only one label has.
  /// Several are parted by commas, or by spaces when all of them are numbers.
  package func picked(by words: String) -> [Int]? {
    let whole = words.trimmingSpaces
    guard !whole.isEmpty else { return nil }
    if let index = option(for: whole) { return [index] }
    var parts = whole.split(separator: ",").map { String($0).trimmingSpaces }
    if parts.count == 1 { parts = whole.split(separator: " ").map(String.init) }
    let isNumbers = parts.allSatisfy { Int($0) != nil }
    guard isNumbers || whole.contains(",") else { return nil }
    let indices = parts.compactMap(option)
    guard !parts.isEmpty, indices.count == parts.count else { return nil }
    return indices.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  private func option(for word: String) -> Int? {
    if let number = Int(word) { return options.indices.contains(number - 1) ? number - 1 : nil }
    let lowered = word.lowercased()
    let labels = options.map { $0.lowercased() }
    if let exact = labels.firstIndex(of: lowered) { return exact }
    let near = labels.indices.filter { labels[$0].hasPrefix(lowered) }
    return near.count == 1 && !lowered.isEmpty ? near.first : nil
  }
}
