import PackFormat
import Practice
import YAML

extension Composition {
  /// A word of the vocabulary, and whose it is.
  struct Word {
    var term: String
    var member: Member
  }

  /// Whose word stands for each term: core's, unless another pack sets it, or the person does.
  mutating func vocabulary() -> [Word] {
    var chosen: [String: Member] = [:]
    for member in members {
      let isCore = member.pack.id == Self.corePack
      guard isCore || !switches.isOff(pack: member.pack.id) else { continue }
      for (term, words) in member.pack.manifest.vocabulary.sorted(by: { $0.key < $1.key }) {
        guard let earlier = chosen[term], earlier.pack.id != Self.corePack, member.standing != .own
        else {
          if chosen[term] == nil || !isCore { chosen[term] = member }
          continue
        }
        guard earlier.pack.manifest.vocabulary[term] != words else { continue }
        disagree(about: term, earlier, member)
      }
    }
    return chosen.map { Word(term: $0.key, member: $0.value) }
  }

  private mutating func disagree(about term: String, _ earlier: Member, _ member: Member) {
    let line = earlier.pack.manifest.vocabularyMarks[term]?.line ?? 1
    add(
      .twoWords, member, member.pack.manifest.vocabularyMarks[term] ?? .start,
      "\(earlier.pack.id) (\(earlier.file("pack.yaml")):\(line)) and \(member.pack.id) each have "
        + "a word of their own for \"\(term)\".",
      hint: "One of the two has to leave it."
        + (member.isOffered ? "" : " Until then that of \(earlier.pack.id) is shown."))
  }

  /// The words themselves, in the language that is shown.
  func translated(_ words: [Word]) -> [String: String] {
    Dictionary(
      words.compactMap { word in
        let pack = packs.last { $0.id == word.member.pack.id }
        return pack?.manifest.vocabulary[word.term].map { (word.term, $0) }
      }
    ) { first, _ in first }
  }

  /// Puts texts into the language, where packs have it.
  mutating func translate(into locale: LocaleChoice) {
    guard !locale.names.isEmpty else { return }
    for index in packs.indices {
      guard var translation = Translation(of: members[index].pack, locale) else { continue }
      translation.apply(to: &packs[index], sources: TextPaths.byPath(members[index].pack))
      translations[packs[index].id] = translation
    }
  }

  /// Fills in the words in braces.
  mutating func fill(_ words: [String: String]) {
    guard !words.isEmpty || packs.contains(where: { !$0.manifest.vocabulary.isEmpty }) else {
      return
    }
    for index in packs.indices { Self.fill(&packs[index], words) }
  }

  /// The pack alone, with its own words filled in.
  static func filled(_ pack: Pack) -> Pack {
    var filled = pack
    fill(&filled, [:])
    return filled
  }

  private static func fill(_ pack: inout Pack, _ words: [String: String]) {
    let own = pack.manifest.vocabulary
    let protected = pack.protectedWays
    let parties = Dictionary(
      pack.sessions.map { ("\($0.way)/", Set($0.meeting?.parties.map(\.id) ?? [])) }
    ) { first, _ in first }
    func filled(_ text: String, at path: String) -> String {
      let kept = parties.first { path.hasPrefix($0.key) }?.value ?? []
      // What protects is said in the words of its own pack, whoever has another word.
      let isOwn = !protected.isEmpty && protected.contains(TextPaths.way(toStepOf: path))
      return Placeholders.filled(text) { name in
        guard name != "item", !kept.contains(name) else { return nil }
        return (isOwn ? nil : words[name]) ?? own[name] ?? plain(name)
      }
    }
    pack.changeTexts { path, text in
      if text.utf8.contains(UInt8(ascii: "{")) { text = filled(text, at: path) }
    }
    pack.changePrompts { prompt in
      let way = "\(prompt.way)/"
      prompt.changeOriginals { filled($0, at: way) }
    }
  }

  /// A term that no pack has a word for any more, as words.
  private static func plain(_ term: String) -> String {
    term.split(whereSeparator: { $0 == "-" || $0 == "_" }).joined(separator: " ")
  }
}

extension TextPaths {
  /// The way to the step that a text belongs to: of `prompts/ID/STEP/ask`, its first three parts.
  fileprivate static func way(toStepOf path: String) -> String {
    path.split(separator: "/").prefix(3).joined(separator: "/")
  }
}

extension Pack {
  /// The ways to the steps that no other pack changes.
  fileprivate var protectedWays: Set<String> {
    Set(
      (prompts + sessions).flatMap { prompt in
        Protection(prompt.steps).steps.map { "\(prompt.way)/\($0)" }
      })
  }
}
