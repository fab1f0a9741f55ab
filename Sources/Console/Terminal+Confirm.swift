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
    let shown = (otherwise ? yes.uppercased() : yes) + "/" + (otherwise ? no : no.uppercased())
    while true {
      say("\(words) (\(shown))", as: .heading)
      var text = TypedText()
      let end = input.edit(&text, as: TypedForm(.refused)) { _ in }
      input.leave()
      switch end {
      case .enter: break
      case .end: if text.text.isEmpty { return nil }
      case .interrupted: throw Interruption()
      case .redraw:
        clearScreen(andScrollback: false)
        continue
      case .pasteRefused:
        say(Self.pasteRefusal, as: .hint)
        continue
      }
      switch decision(text.text, yes, no) {
      case .empty: return otherwise
      case .picked(let isYes): return isYes
      case .left: return nil
      case .unclear: say("Type \(yes) or \(no).", as: .hint)
      }
    }
  }

  private enum Decision {
    case empty, picked(Bool), left, unclear
  }

  /// What a line typed at such a question means.
  private func decision(_ line: String, _ yes: String, _ no: String) -> Decision {
    if line.trimmingSpaces.isEmpty { return .empty }
    switch LineCommand.read(line) {
    case .command(.helpNow):
      helpNow()
      return .unclear
    case .command(.help), .near, .doubt(.help), .doubt(.done): return .unclear
    case .doubt(.leave): return .picked(false)
    case .command: return .left
    case .words: break
    }
    if let picked = Question("", options: [yes, no]).picked(by: line), picked.count == 1 {
      return .picked(picked == [0])
    }
    guard ["yes", "more"].contains(yes),
      let plain = Self.plainAnswers[line.trimmingSpaces.lowercased()]
    else { return .unclear }
    return .picked(plain)
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
