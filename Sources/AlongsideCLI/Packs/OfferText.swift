internal import AlongsideRuntime
internal import PackFormat
internal import Packs
internal import Practice
internal import SSHSigning

/// What an offered pack is and what it changes, before anything is installed.
enum OfferText {
  static func lines(
    _ pack: Pack, before: Pack?, _ judgement: Judgement, by signer: VerifyingKey?
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
    return lines + effects(pack)
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
  private static func effects(_ pack: Pack) -> [String] {
    let manifest = pack.manifest
    return manifest.overrides.map {
      "It words \($0.item) anew (\($0.fields.joined(separator: ", "))): \($0.because)"
    }
      + manifest.hides.map { "It no longer suggests \($0.item): \($0.because)" }
      + manifest.vocabulary.sorted { $0.key < $1.key }.map {
        "It says \"\($0.value)\" for \($0.key)."
      }
  }
}
