internal import AlongsideRuntime
internal import Console
internal import Vault

/// What adding a backup to a journal came to, in words.
struct JoiningText {
  private let joining: Restoring.Joining
  private let isDryRun: Bool

  init(_ joining: Restoring.Joining, isDryRun: Bool) {
    self.joining = joining
    self.isDryRun = isDryRun
  }

  func say(_ terminal: Terminal) {
    let arrivals = joining.arrivals
    let isSame =
      arrivals.erased.isEmpty && arrivals.forgotten == 0 && arrivals.misplaced == 0
    if arrivals.wordings == 0 {
      terminal.say(
        isSame
          ? "Everything in it \(isDryRun ? "is" : "was") here already."
          : "Nothing \(isDryRun ? "would be" : "was") added.")
    }
    name(
      arrivals.new.map(\.description),
      isDryRun ? "would come in:" : "came in, not here before:", terminal)
    name(
      arrivals.reworded.map(\.description),
      isDryRun
        ? "here would get further wordings:"
        : "here got further wordings; alongside history ID shows them:", terminal)
    if joining.drafts > 0 {
      let what = Counted.words(joining.drafts, "reflection", "reflections")
      terminal.say(
        "\(what) put aside there \(isDryRun ? "would come" : "came") along: "
          + "alongside reflect --resume")
    }
    name(
      joining.erasedThere, "erased there and still here; alongside erase ID takes one away:",
      terminal,
      most: .max)
    for line in LeftOutText.lines(arrivals, stayed: isDryRun ? "would stay" : "stayed") {
      terminal.say(line, as: .quiet)
    }
    if !joining.isNoted {
      terminal.say(
        "It could not be noted in the journal that this backup exists.", as: .warning)
    }
  }

  private func name(
    _ ids: [String], _ rest: String, _ terminal: Terminal, most: Int = 5
  ) {
    guard !ids.isEmpty else { return }
    terminal.say("\(Counted.words(ids.count, "entry", "entries")) \(rest)")
    for line in Counted.lines(ids, most: most) { terminal.say(line) }
  }
}

/// What adding a backup would come to, as `--json` prints it.
struct JoiningJSON: Encodable {
  let new: [String]
  let reworded: [String]
  let wordings: Int
  let here: Int
  let drafts: Int
  let erased: [String]
  let erasedThere: [String]
  let forgotten: Int
  let misplaced: Int

  init(_ joining: Restoring.Joining) {
    let arrivals = joining.arrivals
    new = arrivals.new.map(\.description)
    reworded = arrivals.reworded.map(\.description)
    wordings = arrivals.wordings
    here = arrivals.here.count
    drafts = joining.drafts
    erased = arrivals.erased.map(\.description)
    erasedThere = joining.erasedThere
    forgotten = arrivals.forgotten
    misplaced = arrivals.misplaced
  }

  private enum CodingKeys: String, CodingKey {
    case new, reworded, wordings, here, drafts, erased, forgotten, misplaced
    case erasedThere = "erased_there"
  }
}
