extension Terminal {
  /// Writes a question with what stands around it.
  func show(_ question: Question) {
    if let progress = question.progress { say(progress, as: .quiet) }
    say(question.words, as: .heading)
    if let example = question.example { say("For example: " + example, as: .quiet) }
    showOptions(question.options)
    if let standing = question.standing, !standing.isEmpty {
      say(question.isOffered ? "Enter means:" : "You wrote:", as: .quiet)
      say(Self.indented(standing))
    }
    say(Self.howToAnswer(question), as: .hint)
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

  private static func howToAnswer(_ question: Question) -> String {
    var sentences = [question.hint].compactMap { $0 }
    if question.form == .lines {
      sentences.append("A line with a single dot, or Ctrl-D, ends your answer.")
    }
    if question.standing?.isEmpty == false, !question.isOffered {
      sentences.append("An empty answer keeps what you wrote.")
    }
    sentences.append(
      question.isSkippable ? "/skip leaves it, /help says more." : "/help says more.")
    return sentences.joined(separator: " ")
  }

  /// Writes a question's help and the list of commands.
  func showHelp(for question: Question) {
    if let help = question.help { say(help) }
    for command in LineCommand.allCases where !question.withheld.contains(command) {
      let room = String(repeating: " ", count: 11 - command.typed.count)
      say("  " + command.typed + room + command.meaning, as: .hint)
    }
    if question.form == .lines {
      say("What you have typed so far is kept; go on writing.", as: .quiet)
    }
  }
}
