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
      let sets = try? library.shelf.resolveSets(for: asked), entry.isWhole(in: asked, sets)
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
      progress = entry.progress(in: prompt)
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
  /// The answers in the places of the prompt that they were given to.
  fileprivate func progress(in prompt: Prompt) -> Interview.Progress {
    var progress = Interview.Progress()
    for answer in answers {
      let place = Interview.Place(step: answer.step, item: answer.item)
      progress.given[place] = answer.value
      if answer.state == .skipped, answer.value == nil { progress.skipped.insert(place) }
      guard let item = answer.item else { continue }
      // The items of a block are picked once, for all its steps.
      let picking = prompt.steps.first { $0.id == answer.step }?.block ?? answer.step
      if progress.picks[picking]?.contains(item) != true {
        progress.picks[picking, default: []].append(item)
      }
    }
    return progress
  }

  /// Whether every answer is still one with the options and items that the prompt has now: those of
  /// a values framework change without the prompt.
  fileprivate func isWhole(in prompt: Prompt, _ sets: [String: [Option]]) -> Bool {
    let outcome = Interview(
      steps: prompt.steps, sets: sets, sealed: false, resuming: progress(in: prompt)
    ).outcome
    return answers.allSatisfy { answer in
      answer.value == nil
        || outcome.contains {
          ($0.step, $0.item, $0.value) == (answer.step, answer.item, answer.value)
        }
    }
  }

  /// The entry's own questions, as a prompt that is nowhere else.
  fileprivate var ownQuestions: Prompt {
    let steps = answers.enumerated().compactMap { index, answer in
      guard answer.isInWords else { return Step?.none }
      var step = Step(id: "a\(index)", words: .ask(answer.ask))
      step.isLiteral = true
      return step
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
