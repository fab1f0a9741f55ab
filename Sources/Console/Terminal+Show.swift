extension Terminal {
  /// Writes a question with what stands around it.
  func show(_ question: Question) {
    if let progress = question.progress { say(progress, as: .quiet) }
    say(question.words, as: .heading)
    if let example = question.example { say("For example: " + example, as: .quiet) }
    showOptions(question.options)
    showExisting(question)
    say(howToAnswer(question), as: .hint)
  }

  /// What is there already: loaded where it can be edited, else shown above the line.
  private func showExisting(_ question: Question) {
    if let standing = question.standing, !standing.isEmpty {
      say(question.isOffered ? "Enter means:" : "You chose:", as: .quiet)
      say(Self.indented(standing))
    }
    guard question.text.contains("\n"), input?.editsAllLines != true else { return }
    say("You wrote:", as: .quiet)
    let lines = question.text.split(separator: "\n", omittingEmptySubsequences: false)
    say(Self.indented(lines.dropLast().joined(separator: "\n")))
  }

  private func showOptions(_ options: [String]) {
    let digits = String(options.count).count
    for (index, label) in options.enumerated() {
      let number = String(index + 1)
      let room = String(repeating: " ", count: 2 + digits - number.count)
      say(room + number + ". " + label)
    }
  }

  private static func indented(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "" : "  " + $0 }.joined(separator: "\n")
  }

  private func howToAnswer(_ question: Question) -> String {
    var sentences = [question.hint].compactMap { $0 }
    if !question.text.isEmpty {
      let needsEditor = question.form == .lines && input?.editsAllLines != true
      sentences.append("What you wrote is kept; go on writing, or Enter leaves it so.")
      sentences.append(
        needsEditor ? "/again begins again, /edit opens your editor." : "/again begins again.")
    }
    if question.form == .lines {
      sentences.append("A line with a single dot, or Ctrl-D, ends your answer.")
    }
    if question.standing?.isEmpty == false, !question.isOffered {
      sentences.append("Enter keeps it.")
    }
    sentences.append(
      question.isSkippable ? "/skip leaves it, /help says more." : "/help says more.")
    return sentences.joined(separator: " ")
  }

  /// Writes a question's help and the list of commands.
  func showHelp(for question: Question) {
    if let help = question.help { say(help) }
    // Where one thing is picked there are no words to edit.
    let unfit: Set<LineCommand> = question.paste == .refused ? [.edit, .again] : []
    for command in LineCommand.allCases where !question.withheld.union(unfit).contains(command) {
      let room = String(repeating: " ", count: 11 - command.typed.count)
      say("  " + command.typed + room + command.meaning, as: .hint)
    }
    guard question.form == .lines else { return }
    if input?.editsAllLines == true { say(Self.editingKeys, as: .hint) }
    say("What you wrote is kept; go on writing.", as: .quiet)
  }

  private static let editingKeys =
    "The arrow keys reach every line; Alt or Ctrl with them goes by words. Ctrl-W and Ctrl-K erase, "
    + "Ctrl-Y pastes what was erased, Ctrl-_ undoes."
}
