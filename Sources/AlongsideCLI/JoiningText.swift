internal import AlongsideRuntime
internal import Console
internal import Vault

/// What adding a backup to a journal came to, in words.
struct JoiningText {
  private let joining: Restoring.Joining
  private let isDryRun: Bool

  /// So many ids are named; the rest is counted.
  private static let namedCount = 5

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
      arrivals.new.map(\.description), "entry", "entries",
      isDryRun ? "would come in:" : "came in, not here before:", terminal)
    name(
      arrivals.reworded.map(\.description), "entry", "entries",
      isDryRun
        ? "here would get further wordings:"
        : "here got further wordings; alongside history ID shows them:", terminal)
    if joining.drafts > 0 {
      let what = joining.drafts == 1 ? "1 reflection" : "\(joining.drafts) reflections"
      terminal.say(
        "\(what) put aside there \(isDryRun ? "would come" : "came") along: "
          + "alongside reflect --resume")
    }
    name(
      joining.erasedThere, "entry", "entries",
      "erased there and still here; alongside erase ID takes one away:", terminal, all: true)
    sayLeftOut(arrivals, terminal)
  }

  private func sayLeftOut(_ arrivals: Arrivals, _ terminal: Terminal) {
    let stay = isDryRun ? "would stay away." : "stayed away."
    if !arrivals.erased.isEmpty {
      terminal.say(
        "\(Self.count(arrivals.erased.count, "entry", "entries")) that you had erased \(stay)",
        as: .quiet)
    }
    if arrivals.forgotten > 0 {
      let words = Self.count(arrivals.forgotten, "earlier wording", "earlier wordings")
      terminal.say("\(words) that you had removed \(stay)", as: .quiet)
    }
    if arrivals.misplaced > 0 {
      let words = Self.count(arrivals.misplaced, "wording", "wordings")
      terminal.say(
        "\(words) with the id of an entry here and another time "
          + (isDryRun ? "would stay out." : "stayed out."), as: .warning)
    }
    if !joining.isNoted {
      terminal.say(
        "It could not be noted in the journal that this backup exists.", as: .warning)
    }
  }

  private func name(
    _ ids: [String], _ one: String, _ many: String, _ rest: String, _ terminal: Terminal,
    all: Bool = false
  ) {
    guard !ids.isEmpty else { return }
    terminal.say("\(Self.count(ids.count, one, many)) \(rest)")
    let named = ids.prefix(all ? ids.count : Self.namedCount)
    for id in named { terminal.say("- \(id)") }
    if ids.count > named.count { terminal.say("- and \(ids.count - named.count) more") }
  }

  private static func count(_ number: Int, _ one: String, _ many: String) -> String {
    number == 1 ? "1 \(one)" : "\(number) \(many)"
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
