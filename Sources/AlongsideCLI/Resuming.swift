internal import Packs
internal import AlongsideRuntime
internal import Console
internal import Practice
internal import Vault

/// `reflect --resume`: takes up what was put aside.
struct Resuming {
  let prompt: String?
  let opensEditor: Bool

  func run(_ desk: Desk) throws {
    guard desk.terminal.isInteractive else {
      throw Failure.usage("there is no terminal to ask the questions on")
    }
    let place = try desk.place()
    guard try Vault.Waiting.count(at: place).drafts > 0 || !place.exists else {
      throw RuntimeError.noDraft(prompt: prompt)
    }
    try resume(try desk.reader(), desk)
  }

  private func resume(_ reader: Reader, _ desk: Desk) throws {
    let library = desk.home.library()
    let (drafts, unopened) = try reader.drafts(of: prompt, in: library.withBlankPage)
    desk.say(unopened: unopened)
    let draft = try prompt == nil ? pick(drafts, desk) : drafts[0]
    let writing = Writing(try desk.closed(), clock: desk.context.clock)
    let keeper = Revising(reader, clock: desk.context.clock)
    let reflection = Reflection(
      resuming: draft, sets: try library.shelf.resolveSets(for: draft.prompt), writing: writing,
      clock: desk.context.clock, keeper: keeper,
      lastTime: lastTime(for: draft, reader))
    if !reflection.strays.isEmpty {
      desk.terminal.say(
        "The questions were changed since. What you wrote where there is no question now comes last.",
        as: .quiet)
    } else if draft.isReworded {
      desk.terminal.say(
        "The questions were reworded since; your answers are where they were.", as: .quiet)
    }
    if let revision = draft.revision {
      return try RevisionSitting(desk: desk, keeper: keeper, revision: revision).run(
        reflection, opensEditor: opensEditor)
    }
    let ahead = WhatIsAhead(desk, library)
    let next = try Sitting(desk: desk, writing: writing, ahead: ahead)
      .run(reflection, opensEditor: opensEditor)
    if let next { try Reflect.go(on: next, desk, opensEditor: opensEditor, ahead) }
  }

  /// What was answered last time; nothing where it cannot be read, or where an entry gets new words.
  private func lastTime(
    for draft: OpenDraft, _ reader: Reader
  ) -> [Interview.Place: Interview.LastTime] {
    guard draft.revision == nil else { return [:] }
    return (try? reader.lastTime(for: draft.prompt)) ?? [:]
  }

  private static func name(_ draft: OpenDraft) -> String {
    guard let entry = draft.revision?.entry else { return draft.prompt.title }
    return "New words for \(entry.title ?? "a page") of \(entry.written.day)"
  }

  /// The only one, or the one the person names.
  private func pick(_ drafts: [OpenDraft], _ desk: Desk) throws -> OpenDraft {
    guard drafts.count > 1 else { return drafts[0] }
    let question = Question(
      "Which one?",
      options: drafts.map { "\(Self.name($0)), put aside \(Dates.text(milliseconds: $0.saved))" },
      hint: "A number; Enter takes the newest.", isSkippable: false)
    while true {
      switch desk.terminal.ask(question) {
      case .nothing: return drafts[0]
      case .words(let words):
        if let picked = question.picked(by: words)?.first { return drafts[picked] }
        desk.terminal.say("A number from 1 to \(drafts.count), please.", as: .hint)
      case .command, .end, .interrupted: throw Failure.silent(.interrupted)
      }
    }
  }
}
