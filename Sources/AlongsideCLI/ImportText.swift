internal import AlongsideRuntime
internal import Vault

/// What an import came to, in words.
enum ImportText {
  /// Entries and wordings, each counted as what it is; nothing that stayed out goes unsaid.
  static func lines(_ outcome: Reader.Brought, isDryRun: Bool) -> [String] {
    let arrivals = outcome.arrivals
    let entries = arrivals.new.count
    let stay = isDryRun ? "would stay" : "stayed"
    var lines = [
      count(entries, "1 entry", "entries") + (isDryRun ? " would come in." : " came in.")
    ]
    func add(_ number: Int, _ one: String, _ many: String, _ rest: String) {
      if number > 0 { lines.append("\(count(number, one, many)) \(rest)") }
    }
    let more = arrivals.wordings - entries
    if more > 0 {
      add(
        more, "1 further wording", "further wordings",
        "of \(more == 1 ? "an entry" : "entries") \(isDryRun ? "would come" : "came") in too.")
    }
    add(arrivals.here.count, "1", "", arrivals.here.count == 1 ? was : were)
    add(arrivals.repeated, "1 stands", "stand", "in it more than once, and counts once.")
    lines += differing(outcome.differing)
    add(arrivals.erased.count, "1", "", "that you had erased here \(stay) away.")
    add(
      arrivals.forgotten, "1 earlier wording", "earlier wordings",
      "that you had removed here \(stay) away.")
    add(
      arrivals.misplaced, "1 bears", "bear",
      "the id of an entry of another time, or the revision of another entry, and \(stay) out.")
    return lines
  }

  private static let namedCount = 5

  /// Where those stand that have other words; the first few by their place.
  private static func differing(_ places: [String]) -> [String] {
    guard !places.isEmpty else { return [] }
    let named = places.prefix(namedCount).map { "- \($0)" }
    let more = places.count - named.count
    return [
      "\(places.count) came with other words than were there before; these were left out:"
    ] + named + (more > 0 ? ["- and \(more) more"] : [])
  }

  private static let was = "was here already."
  private static let were = "were here already."

  /// `1 entry`, `2 entries`.
  private static func count(_ number: Int, _ one: String, _ many: String) -> String {
    number == 1 ? one : many.isEmpty ? "\(number)" : "\(number) \(many)"
  }
}

/// What an import came to, as `--json` prints it.
struct ImportJSON: Encodable {
  struct Place: Encodable {
    let place: String
    let what: String
  }

  let added: Int
  let wordings: Int
  let here: Int
  let repeated: Int
  let differing: Int
  let differingPlaces: [String]
  let erased: Int
  let forgotten: Int
  let misplaced: Int
  let dryRun: Bool
  let leftOut: [String: Int]
  let notes: [Place]
  let problems: [Place]

  init(_ reading: ImportReading, _ outcome: Reader.Brought, isDryRun: Bool) {
    let arrivals = outcome.arrivals
    added = arrivals.new.count
    wordings = arrivals.wordings
    here = arrivals.here.count
    repeated = arrivals.repeated
    differing = outcome.differing.count
    differingPlaces = outcome.differing
    erased = arrivals.erased.count
    forgotten = arrivals.forgotten
    misplaced = arrivals.misplaced
    dryRun = isDryRun
    leftOut = reading.leftOut
    notes = reading.notes.map { Place(place: $0.place, what: $0.what) }
    problems = reading.problems.map { Place(place: $0.place, what: $0.what) }
  }

  private enum CodingKeys: String, CodingKey {
    case added, wordings, here, repeated, differing, erased, forgotten, misplaced, notes, problems
    case differingPlaces = "differing_places"
    case dryRun = "dry_run"
    case leftOut = "left_out"
  }
}
