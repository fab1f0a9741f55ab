extension Terminal {
  /// What precedes every line that is typed.
  package static let prompt = "> "

  /// Shows a question and waits for what the person does with it.
  ///
  /// `/help` and `/again` are answered here and the question goes on; every other command comes back.
  /// What only looks like a command is asked about, and nothing typed so far is lost.
  ///
  /// - Parameter soFar: hears everything typed here after each line, and within a second or so after
  ///   each change, so that it can be put away.
  /// - Returns: ``Reply/end`` when nobody can be asked; ``Reply/interrupted(typed:)`` also when nobody
  ///   typed for longer than ``Terminal/patience``, and when the terminal or the process ends.
  package func ask(
    _ question: Question, history: [String] = [], soFar: (String) -> Void = { _ in }
  ) -> Reply {
    guard let input else { return .end }
    show(question)
    input.beginTyping()
    defer {
      input.leave()
      input.endTyping()
    }
    var asking = Asking(question, of: self, input, history: history)
    while true {
      if let reply = asking.next(soFar) { return reply }
    }
  }
}

/// One question from its first key to the reply.
private struct Asking {
  private let question: Question
  private let terminal: Terminal
  private let input: any LineInput
  private let form: TypedForm
  private var text: TypedText
  /// The text that `/again` took away; the command once more brings it back.
  private var setAside: TypedText?
  /// What was asked about, and the text without that word; without one it was about two empty lines.
  private var doubt: (of: LineCommand.Doubt, without: TypedText?)?
  private var hasOfferedEnd = false
  private var hasNotedLetters = false

  init(_ question: Question, of terminal: Terminal, _ input: any LineInput, history: [String]) {
    self.question = question
    self.terminal = terminal
    self.input = input
    form = TypedForm(question.paste, history: history)
    text =
      question.half.isEmpty
      ? TypedText(loading: question.text) : TypedText(loading: question.half, isAnswer: false)
  }

  /// Waits for the next key that means something; `nil` goes on.
  mutating func next(_ soFar: (String) -> Void) -> Reply? {
    let end = input.edit(&text, as: form) { soFar($0.text) }
    noteLetters()
    switch end {
    case .interrupted: return .interrupted(typed: words)
    case .redraw:
      terminal.clearScreen(andScrollback: false)
      terminal.show(question)
      return nil
    case .pasteRefused:
      terminal.say(Terminal.pasteRefusal, as: .hint)
      return nil
    case .end:
      if let bare = doubt?.without, text.typedAlone == "" { text = bare }
      bringBack()
      return text.isEmpty ? .end : finished
    case .enter: return entered(soFar)
    }
  }

  /// Everything that is here, also where `/again` has set it aside and nothing was written since.
  private var words: String { text.isEmpty ? setAside?.text ?? "" : text.text }

  /// Who begins again and then writes nothing keeps what there was.
  private mutating func bringBack() {
    guard text.isEmpty, let before = setAside else { return }
    (text, setAside) = (before, nil)
  }

  /// Letters that were read as of another alphabet's terminal are told once.
  private mutating func noteLetters() {
    guard input.hasReadForeignLetters, !hasNotedLetters else { return }
    hasNotedLetters = true
    input.leave()
    terminal.say(
      "This terminal does not send UTF-8. Letters such as é were read as Western European ones; "
        + "please check that they are right.", as: .warning)
  }

  private mutating func entered(_ soFar: (String) -> Void) -> Reply? {
    if text.isEmpty, setAside != nil {
      bringBack()
      return finished
    }
    if text.isUntouched { return .nothing }
    if let doubt {
      self.doubt = nil
      switch settle(doubt.of, doubt.without) {
      case .reply(let reply): return reply
      case .goOn: return nil
      case .words: break
      }
    }
    guard let typed = text.typedAlone else { return lineDone(soFar) }
    // Behind words that were loaded, a full stop ends a sentence and not the answer.
    let isWholeLine = text.line == typed
    if form.hasLines, typed == ".", isWholeLine {
      text.removeTypedAlone()
      return finished
    }
    switch LineCommand.read(typed) {
    case .words:
      if form.hasLines, typed == "..", isWholeLine { text.replaceTypedAlone(with: ".") }
      return lineDone(soFar)
    case .command(let command):
      text.removeTypedAlone()
      return obey(command)
    case .near(let command):
      text.removeTypedAlone()
      say(
        "Did you mean \(command.typed)? "
          + "Type it again, or put a space before it to keep it as words.")
      return nil
    case .doubt(let doubt):
      let isMeant = isWholeLine || typed.hasPrefix("/")
      let isAsked = isMeant && (isWordsOnly || doubt == .help)
      return isAsked ? ask(about: doubt, typed, soFar) : lineDone(soFar)
    }
  }

  /// Whether what is typed here is kept as words, so that a word meant as a command would be too.
  private var isWordsOnly: Bool { question.form != .pick && question.options.isEmpty }

  private mutating func obey(_ command: LineCommand) -> Reply? {
    switch command {
    case .help:
      input.leave()
      terminal.showHelp(for: question)
      return nil
    case .again where !question.withheld.contains(.again):
      startOver()
      return nil
    default: return .command(command, typed: words)
    }
  }

  private mutating func startOver() {
    input.leave()
    if text.isEmpty, let words = setAside {
      (text, setAside) = (words, nil)
      say("Your words are back.")
    } else {
      setAside = text
      text.startOver()
      say("Begin again. /again once more brings your words back.")
    }
  }

  /// Enter after words: the end of a line, or of the answer.
  private mutating func lineDone(_ soFar: (String) -> Void) -> Reply? {
    guard form.hasLines else { return finished }
    let asks = text.isBelowBlankLine && !hasOfferedEnd
    text.newline()
    soFar(text.text)
    guard asks else { return nil }
    hasOfferedEnd = true
    doubt = (.done, without: nil)
    say("Done? Press Enter to go on, or keep writing.")
    return nil
  }

  private var finished: Reply {
    let words = text.text.withoutBlankLinesAtEnd
    guard !words.isBlank else { return .nothing }
    return .words(form.hasLines && text.line.isEmpty ? words + "\n" : words)
  }

  private func say(_ words: String) {
    input.leave()
    terminal.say(words, as: .hint)
  }
}

// MARK: - What may be meant as a command

extension Asking {
  /// Asks whether a word was meant as a command; it is kept until that is settled.
  private mutating func ask(
    about doubt: LineCommand.Doubt, _ typed: String, _ soFar: (String) -> Void
  ) -> Reply? {
    if doubt == .help {
      text.removeTypedAlone()
      input.leave()
      terminal.showHelp(for: question)
      say("A space before \(typed.trimmingSpaces) keeps it as words.")
      return nil
    }
    let words = "\(doubt.question) Enter says yes; no keeps \"\(typed.trimmingSpaces)\" as words."
    guard form.hasLines else { return settleAtOnce(doubt, words) }
    var bare = text
    bare.removeTypedAlone()
    text.newline()
    soFar(text.text)
    self.doubt = (doubt, without: bare)
    say(words)
    return nil
  }

  /// At a question of one line.
  private mutating func settleAtOnce(_ doubt: LineCommand.Doubt, _ words: String) -> Reply? {
    input.leave()
    do {
      guard try terminal.confirm(words, otherwise: true) == true else { return finished }
    } catch {
      return .interrupted(typed: text.text)
    }
    text.removeTypedAlone()
    return doubt == .done ? (text.isEmpty ? .nothing : finished) : leaving
  }

  private enum Settled { case reply(Reply), goOn, words }

  /// What the line after a doubt says of it; anything but an answer to it is words, as is the doubt.
  private mutating func settle(_ doubt: LineCommand.Doubt, _ bare: TypedText?) -> Settled {
    let typed = text.typedAlone ?? "words"
    let word = typed.trimmingSpaces.lowercased()
    guard let bare else { return word.isEmpty ? .reply(finished) : .words }
    switch word {
    case ".", "", "y", "yes":
      guard word != "." || doubt == .done else { return .words }
      text = bare
      return .reply(doubt == .done ? finished : leaving)
    case "n", "no":
      text.removeTypedAlone()
      return .goOn
    default:
      // A command after it says that the word was meant as one.
      guard case .command = LineCommand.read(typed) else { return .words }
      text = bare
      text.type(typed)
      return .words
    }
  }

  private var leaving: Reply {
    .command(question.withheld.contains(.save) ? .stop : .save, typed: text.text)
  }
}

extension String {
  /// Without lines at the end that hold nothing but white space.
  fileprivate var withoutBlankLinesAtEnd: String {
    var end = endIndex
    while let feed = self[..<end].lastIndex(of: "\n") {
      guard self[index(after: feed)..<end].allSatisfy(\.isWhitespace) else { break }
      end = feed
    }
    return self[..<end].allSatisfy(\.isWhitespace) ? "" : String(self[..<end])
  }

  fileprivate var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
