extension Terminal {
  /// Shows a question and waits for what the person does with it.
  ///
  /// `/help` is answered here and the question goes on; every other command comes back. A command
  /// mistyped by one letter is asked about, and no line typed so far is lost.
  ///
  /// - Parameters:
  ///   - typed: lines of long text typed before, when a question is asked again.
  ///   - soFar: hears all of a long text after each of its lines, so that it can be kept.
  /// - Returns: ``Reply/end`` when nobody can be asked; ``Reply/interrupted(typed:)`` also when nobody
  ///   typed for longer than ``Terminal/patience``.
  package func ask(
    _ question: Question, after typed: String = "", soFar: (String) -> Void = { _ in }
  ) -> Reply {
    guard let input else { return .end }
    show(question)
    input.beginTyping()
    defer { input.endTyping() }
    switch question.form {
    case .line: return askLine(question, of: input)
    case .lines: return askLines(question, of: input, after: typed, soFar)
    }
  }

  private func askLine(_ question: Question, of input: any LineInput) -> Reply {
    while true {
      switch nextLine(of: input) {
      case .end: return .end
      case .interrupted(let partial): return .interrupted(typed: partial)
      case .line(let line):
        switch heed(line, at: question) {
        case .command(let command): return .command(command, typed: "")
        case .words: return line.trimmingSpaces.isEmpty ? .nothing : .words(line)
        case nil: continue
        }
      }
    }
  }

  private func askLines(
    _ question: Question, of input: any LineInput, after typed: String,
    _ soFar: (String) -> Void
  ) -> Reply {
    var text = LongText(typed)
    if !typed.isEmpty { say("What you wrote so far is kept. Go on below it.", as: .quiet) }
    while true {
      switch nextLine(of: input) {
      case .end: return text.isEmpty ? .end : text.reply
      case .interrupted(let partial):
        if !partial.isEmpty { text.add(partial) }
        return .interrupted(typed: text.joined)
      case .line("."): return text.reply
      case .line(let line):
        switch heed(line, at: question) {
        case .command(let command): return .command(command, typed: text.joined)
        case .words:
          text.add(line)
          soFar(text.joined)
        case nil: continue
        }
      }
    }
  }

  private func nextLine(of input: any LineInput) -> LineEvent {
    write(Self.prompt)
    return input.readLine(after: Self.prompt)
  }

  private static let prompt = "> "

  private enum Heeded {
    case words
    case command(LineCommand)
  }

  /// What a line asks for; nil when it has been dealt with and the next one is awaited.
  private func heed(_ line: String, at question: Question) -> Heeded? {
    switch LineCommand.read(line) {
    case .words: return .words
    case .command(.help):
      showHelp(for: question)
      return nil
    case .command(let command): return .command(command)
    case .near(let command):
      say(
        "Did you mean \(command.typed)? "
          + "Type it again, or put a space before it to keep it as words.",
        as: .hint)
      return nil
    }
  }
}

/// The lines of one long answer while it is typed.
private struct LongText {
  private var lines: [Substring]

  init(_ typed: String) {
    lines = typed.isEmpty ? [] : typed.split(separator: "\n", omittingEmptySubsequences: false)
  }

  /// Adds a line; two dots alone stand for one.
  mutating func add(_ line: String) { lines.append(line == ".." ? "." : Substring(line)) }

  /// Everything typed, without blank lines at the end.
  var joined: String {
    let last = lines.lastIndex { !$0.allSatisfy(\.isWhitespace) }
    return last.map { lines[...$0].joined(separator: "\n") } ?? ""
  }

  var isEmpty: Bool { joined.isEmpty }

  var reply: Reply { isEmpty ? .nothing : .words(joined) }
}
