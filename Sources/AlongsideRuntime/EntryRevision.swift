internal import Packs
package import Practice

/// An entry laid open for new words: questions with its answers standing.
///
/// A page is the blank page with its words there; its title and tags stay, unless new words name
/// others. A reflection is its own prompt, where that is
/// here in the same words; else its own questions, each answered in words.
package struct EntryRevision: Sendable {
  package let entry: Entry
  let prompt: Prompt
  let sets: [String: [Option]]
  private let form: Form

  private enum Form: Sendable {
    /// New words may name a title and tags, unless the old ones only look as if they did.
    case page(readsHeadings: Bool)
    case prompt
    case ownQuestions
  }

  package init(_ entry: Entry, library: Library) {
    self.entry = entry
    if entry.answers.isEmpty {
      prompt = BlankPage.prompt
      sets = [:]
      let page = PageText(reading: entry.text ?? "")
      form = .page(readsHeadings: page.title == nil && page.tags.isEmpty)
    } else if let asked = entry.prompt.flatMap({ try? library.shelf.prompt(named: $0.id) }),
      Library.sha256(of: asked) == entry.prompt?.sha256,
      let sets = try? library.shelf.resolveSets(for: asked)
    {
      (prompt, self.sets, form) = (asked, sets, .prompt)
    } else {
      (prompt, sets, form) = (entry.ownQuestions, [:], .ownQuestions)
    }
  }

  /// Everything answered as it stands, with nothing left to ask.
  var progress: Interview.Progress {
    var progress = Interview.Progress()
    switch form {
    case .page:
      progress.given[.init(step: prompt.steps[0].id)] = .words(entry.text ?? "")
    case .prompt:
      for answer in entry.answers {
        let place = Interview.Place(step: answer.step, item: answer.item)
        progress.given[place] = answer.value
        if answer.state == .skipped, answer.value == nil { progress.skipped.insert(place) }
        if let item = answer.item { progress.picks[answer.step, default: []].append(item) }
      }
    case .ownQuestions:
      for (index, answer) in entry.answers.enumerated() where answer.isInWords {
        let place = Interview.Place(step: "a\(index)")
        progress.given[place] = answer.readable
        if answer.value == nil { progress.skipped.insert(place) }
      }
    }
    progress.said = Set(prompt.steps.filter(\.isSaid).map { .init(step: $0.id) })
    return progress
  }

  /// Puts the interview's answers into an entry.
  func put(_ interview: Interview, into entry: inout Entry) {
    switch form {
    case .page(let readsHeadings):
      guard case .words(let words)? = interview.outcome.first?.value else { return }
      guard readsHeadings else { return entry.text = words }
      entry.put(Writing.page(words))
    case .prompt:
      entry.answers = interview.outcome.map { answer in
        // What was not reached then stays so: nobody went past it now either.
        self.entry.answers.first { old in
          old.value == nil && answer.value == nil && old.step == answer.step
            && old.item == answer.item
        } ?? answer
      }
    case .ownQuestions:
      for (index, answer) in entry.answers.enumerated() where answer.isInWords {
        let value = interview.progress.given[.init(step: "a\(index)")]
        guard value != answer.readable else { continue }
        entry.answers[index].value = value
        entry.answers[index].words = nil
        entry.answers[index].state = value == nil ? .skipped : .answered
      }
    }
  }
}

extension Answer {
  /// The answer as the person read it, where that is kept.
  fileprivate var readable: Value? { words.map(Value.words) ?? value }

  /// Whether the answer is words, or none yet: what can be written anew without its prompt.
  fileprivate var isInWords: Bool {
    switch readable {
    case nil, .words: state == .answered || state == .skipped
    default: false
    }
  }
}

extension Entry {
  /// The entry's own questions, as a prompt that is nowhere else.
  fileprivate var ownQuestions: Prompt {
    let steps = answers.enumerated().compactMap { index, answer in
      answer.isInWords ? Step(id: "a\(index)", words: .ask(answer.ask)) : nil
    }
    return Prompt(id: "revise", title: title ?? "Your words", steps: steps)
  }

  /// Takes new words; a title and tags that they do not name stay.
  mutating func put(_ page: PageText) {
    title = page.title ?? title
    if !page.tags.isEmpty { tags = page.tags }
    text = page.text
  }
}
