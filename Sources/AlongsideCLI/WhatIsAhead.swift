internal import AlongsideRuntime
internal import Console
internal import PackFormat
internal import Packs
internal import Practice

/// What a prompt offers when it is done: another prompt, or places to turn to.
///
/// An offer and no more: Enter ends here. Nothing is offered twice in one sitting, so offers that lead
/// round in a circle come to an end.
final class WhatIsAhead {
  private let desk: Desk
  let library: Library
  /// The full names of what was gone through in this sitting.
  private var done: Set<String> = []

  init(_ desk: Desk, _ library: Library) {
    self.desk = desk
    self.library = library
  }

  /// Says that a prompt was gone through, so that it is not offered again.
  func note(_ prompt: Prompt) { done.insert(prompt.fullID) }

  /// What is here and was not gone through, each with the line that names it.
  private func offers(_ onward: [Onward], of prompt: Prompt) -> [(words: String, Shelf.Ahead)] {
    onward.compactMap { one in
      switch library.shelf.ahead(one, from: prompt.pack) {
      case .prompt(let next)? where !done.contains(next.fullID):
        let minutes =
          next.minutes.map { " (about \(Counted.words($0, "minute", "minutes")))" } ?? ""
        return (next.title + minutes, .prompt(next))
      case .signposts(let list)? where !done.contains(list.fullID):
        return (list.title, .signposts(list))
      // A command is offered once there are plugins that could run it.
      case .prompt?, .signposts?, .command?, nil: return nil
      }
    }
  }

  /// Offers it on the terminal, and shows places to turn to where they are chosen.
  ///
  /// - Returns: the prompt to go on with; `nil` to end here.
  func choose(_ onward: [Onward], of prompt: Prompt) throws -> Prompt? {
    var offers = offers(onward, of: prompt)
    while !offers.isEmpty {
      guard let picked = try pick(offers.map(\.words)) else { return nil }
      switch offers.remove(at: picked).1 {
      case .prompt(let next): return next
      case .signposts(let list):
        done.insert(list.fullID)
        desk.terminal.say(list.title, as: .heading)
        for place in list.items { desk.terminal.say(PlacesText.line(place)) }
        desk.terminal.say("")
      case .command: break
      }
    }
    return nil
  }

  private func pick(_ lines: [String]) throws -> Int? {
    let question = Question(
      "If you like, you can go on with:", options: lines, form: .pick,
      hint: "A number, or Enter to end here.", isSkippable: false)
    while true {
      switch desk.terminal.ask(question) {
      case .words(let words):
        if let picked = question.picked(by: words)?.first { return picked }
        desk.terminal.say("A number from 1 to \(lines.count), please.", as: .hint)
      case .command(.helpNow, _): HelpNow.say(desk)
      case .interrupted: throw Interruption()
      case .nothing, .command, .end: return nil
      }
    }
  }

  /// Names it where nobody can be asked.
  func say(_ onward: [Onward], of prompt: Prompt) {
    for (words, ahead) in offers(onward, of: prompt) {
      switch ahead {
      case .prompt(let next):
        desk.terminal.say("If you like: \(words): alongside reflect \(next.fullID)", as: .hint)
      case .signposts(let list):
        desk.terminal.say("\(words): alongside prompts show \(list.fullID)", as: .hint)
      case .command: break
      }
    }
  }
}
