internal import AlongsideRuntime
internal import Vault

/// What an import came to, in words.
enum ImportText {
  /// Entries and wordings, each counted as what it is; nothing that stayed out goes unsaid.
  static func lines(_ outcome: Reader.Brought, isDryRun: Bool) -> [String] {
    let arrivals = outcome.arrivals
    let came = isDryRun ? "would come in" : "came in"
    let stayed = isDryRun ? "would stay" : "stayed"
    var lines = ["\(Counted.words(arrivals.new.count, "entry", "entries")) \(came)."]
    func add(_ number: Int, _ words: String) {
      if number > 0 { lines.append(words) }
    }
    let more = arrivals.wordings - arrivals.new.count
    add(more, "\(Counted.words(more, "further wording", "further wordings")) \(came) too.")
    let here = arrivals.here.count
    add(here, Counted.words(here, "was here already.", "were here already."))
    add(
      arrivals.repeated,
      Counted.words(arrivals.repeated, "stands", "stand")
        + " in it more than once, and counts once.")
    lines += differing(outcome.differing)
    return lines + LeftOutText.lines(arrivals, stayed: stayed)
  }

  /// Why nothing more of a file or folder could be read.
  static func failure(_ trouble: Import.Trouble, _ source: Import.Origin) -> Failure {
    let path = trouble.path
    switch trouble.reason {
    case .unreadable(let why):
      return Failure(.badInput, "the file \(path) cannot be read: \(why)")
    case .unreadableFolder: return Failure(.badInput, "the folder \(path) cannot be read")
    case .tooLarge(let limit):
      return Failure(
        .badInput, "the file \(path) is too large: at most \(limit >> 20) MiB are read",
        hints: inParts(source))
    case .tooLargeInZip(let member, let limit):
      return Failure(
        .badInput,
        "\(path): \"\(member)\" in it is too large: at most \(limit >> 20) MiB are read; nothing "
          + "was changed", hints: inParts(source))
    case .brokenZip(let why): return Failure(.badInput, "\(path): \(why); nothing was changed")
    }
  }

  /// How the other program hands out less at a time.
  private static func inParts(_ source: Import.Origin) -> [String] {
    switch source {
    case .jrnl: ["export a part at a time: jrnl -from DAY -to DAY --export json"]
    case .dayone: ["let Day One export a part at a time, by date or by journal"]
    case .alongside:
      ["export a part at a time: alongside export --format json --since DAY --until DAY"]
    case .markdown: []
    }
  }

  /// Where those stand that have other words; the first few by their place.
  private static func differing(_ places: [String]) -> [String] {
    guard !places.isEmpty else { return [] }
    return [
      "\(places.count) came with other words than were there before; these were left out:"
    ] + Counted.lines(places)
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
