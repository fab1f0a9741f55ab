internal import AlongsideRuntime
internal import PackFormat
internal import Packs
internal import Practice

/// What an offered pack is and what it changes, before anything is installed.
enum OfferText {
  static func lines(
    _ pack: Pack, before: Pack?, _ judgement: Judgement, beside installed: [Pack]
  ) -> [String] {
    let manifest = pack.manifest
    var lines = [
      "\(manifest.name) (\(manifest.id)) \(manifest.version), revision \(manifest.revision)"
    ]
    if case .known(let name) = judgement.standing { lines.append("Signed by \(name).") }
    if let review = manifest.review, let by = review.by {
      lines.append("Looked at by \(by)" + (review.on.map { " on \($0)." } ?? "."))
    }
    if let licence = manifest.licence { lines.append("Licence: \(licence)") }
    if judgement.isSame { return lines + ["You have this very version."] }
    lines += before.map { changes(from: $0, to: pack) } ?? contents(pack)
    return lines + effects(pack, on: installed)
  }

  private static func contents(_ pack: Pack) -> [String] {
    let titles = pack.prompts.prefix(12).map { "- \($0.title)" }
    let more = pack.prompts.count - titles.count
    let questions =
      titles + (more > 0 ? ["- and \(more) more"] : [])
      + pack.sessions.map { "- for meetings: \($0.title)" }
    return (questions.isEmpty ? [] : ["It brings:"] + questions) + pack.signposts.flatMap(places)
  }

  /// Every place of a list: whoever takes a pack in sees whom it sends people to.
  private static func places(_ list: SignpostList) -> [String] {
    ["It brings places to turn to, for \(list.area ?? "any place"): \(list.title)"]
      + list.items.map { "- \(PlacesText.line($0))" }
  }

  private static func changes(from before: Pack, to pack: Pack) -> [String] {
    ["What changes:"]
      + PackDifference(from: before, to: pack).text.split(separator: "\n").map { "  \($0)" }
  }

  /// What it does to other packs, and why.
  private static func effects(_ pack: Pack, on installed: [Pack]) -> [String] {
    let manifest = pack.manifest
    return ChangedWords.all(by: pack, in: installed).flatMap(words)
      + manifest.hides.map { "It no longer suggests \($0.item): \($0.because)" }
      + manifest.vocabulary.sorted { $0.key < $1.key }.map {
        "It says \"\($0.value)\" for \($0.key)."
      }
  }

  /// Every text that it changes, as it is and as it would be: nobody takes words in unread.
  private static func words(_ change: ChangedWords) -> [String] {
    ["It changes \(change.item): \(change.because)"]
      + change.texts.flatMap { text in
        [
          "  \(text.field)", "    before: \(shown(text.before))",
          "    after:  \(shown(text.after))",
        ]
      } + change.others.map { "  It sets \($0.field) to \($0.value)." }
  }

  private static func shown(_ text: String?) -> String {
    guard let text else { return "(nothing)" }
    return text.split(whereSeparator: \.isNewline).joined(separator: " ")
  }

  /// What a newer version takes from people, before they say yes to it.
  static func lines(_ lost: LostCare) -> [String] {
    guard !lost.isEmpty else { return [] }
    return ["It is less careful with people than the version you have:"]
      + lost.losses.map { "- \($0.title): \($0.words)" }
  }
}
