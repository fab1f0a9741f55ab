/// Ctrl-C at a question that has no other word for it, or nobody there for too long.
///
/// Whatever was to be confirmed is not done.
package struct Interruption: Error, Equatable {
  package init() {}
}

extension Terminal {
  /// Asks for one of two words and goes on asking until one of them comes.
  ///
  /// - Parameters:
  ///   - words: the question.
  ///   - yes: the word for going on; its beginning is enough.
  ///   - no: the word for leaving it.
  ///   - otherwise: what an empty answer means; its word is shown in capitals.
  /// - Returns: nil when the person ended it, typed a command, or cannot be asked.
  /// - Throws: ``Interruption``.
  package func confirm(
    _ words: String, yes: String = "yes", no: String = "no", otherwise: Bool = false
  ) throws(Interruption) -> Bool? {
    guard let input else { return nil }
    let choice = Question("", options: [yes, no])
    let shown = (otherwise ? yes.uppercased() : yes) + "/" + (otherwise ? no : no.uppercased())
    while true {
      say("\(words) (\(shown))", as: .heading)
      var text = TypedText()
      let end = input.edit(&text, as: TypedForm(.refused)) { _ in }
      input.leave()
      let line = text.text
      switch end {
      case .enter: break
      case .end: if line.isEmpty { return nil }
      case .interrupted: throw Interruption()
      case .redraw:
        clearScreen(andScrollback: false)
        continue
      case .pasteRefused:
        say(Self.pasteRefusal, as: .hint)
        continue
      }
      if line.trimmingSpaces.isEmpty { return otherwise }
      switch LineCommand.read(line) {
      case .command(.helpNow): helpNow()
      case .command(.help), .near, .doubt(.help), .doubt(.done): break
      case .doubt(.leave): return false
      case .command: return nil
      case .words:
        if let picked = choice.picked(by: line), picked.count == 1 { return picked == [0] }
        let typed = line.trimmingSpaces.lowercased()
        if ["yes", "more"].contains(yes), let plain = Self.plainAnswers[typed] { return plain }
      }
      say("Type \(yes) or \(no).", as: .hint)
    }
  }

  /// What is understood too, where the two words mean going on and leaving it.
  private static let plainAnswers = [
    "y": true, "yes": true, "n": false, "no": false, "q": false, "quit": false,
  ]

  /// Asks for a secret on one line, unseen.
  ///
  /// Whoever receives the bytes wipes them.
  package func askSecret(_ words: String) -> SecretEvent {
    guard let input else { return .end }
    input.beginTyping()
    defer { input.endTyping() }
    while true {
      write(Wrap.lines(Wrap.safe(words), width: width - 1).joined(separator: "\n") + " ")
      if let event = input.readSecret() { return event }
      say(Self.pasteRefusal, as: .hint)
    }
  }

  /// What is said to a paste of several lines where one is asked for.
  static let pasteRefusal =
    "That paste has several lines, and here one is asked for; nothing of it was taken."
}
