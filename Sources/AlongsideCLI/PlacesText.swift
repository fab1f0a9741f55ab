internal import AlongsideRuntime
internal import Console
internal import Practice

/// The places to turn to, as lines that can be read in the worst minute: no word but who, how and when.
enum PlacesText {
  /// At most this many lines come first.
  static let most = 5
  private static let more = "More: alongside help-now --all"

  /// At most five lines, 999 first.
  ///
  /// - Parameters:
  ///   - namesMore: whether the last line may say how to see the rest.
  ///   - width: the columns that lines are wrapped at; wrapped, they take no more rows either.
  static func few(
    _ places: PlacesToTurnTo, namesMore: Bool = true, width: Int = 80
  ) -> [String] {
    var lines = few(places, namesMore: namesMore)
    let rows = { (lines: [String]) in lines.flatMap { Wrap.lines($0, width: width) }.count }
    if rows(lines) > most, lines.last == more { lines.removeLast() }
    while rows(lines) > most, lines.count > 2 { lines.removeLast() }
    return lines
  }

  private static func few(_ places: PlacesToTurnTo, namesMore: Bool) -> [String] {
    let whole = places.first(room: most - 1)
    guard namesMore, !whole.isAll else {
      return emergency(of: places) + whole.places.map(\.signpost.line)
    }
    // A place is worth more than the way to others.
    let near = places.first(room: most - 2).places.map(\.signpost.line)
    return emergency(of: places) + near + (near.count < most - 1 ? [more] : [])
  }

  /// Every list with all its places, 999 first.
  static func all(_ places: PlacesToTurnTo) -> [String] {
    emergency(of: places)
      + places.lists.flatMap { list in ["", list.title] + list.items.map { "  \(line($0))" } }
  }

  private static func emergency(of places: PlacesToTurnTo) -> [String] {
    [places.emergency?.signpost.line].compactMap(\.self)
  }

  /// A list for whoever looks after it: where each place was copied from, and who checked it.
  static func sources(of list: SignpostList) -> String {
    let lines = list.items.flatMap { signpost in
      ["- \(line(signpost))", "    \(state(signpost))"]
    }
    return (["\(list.title) (\(list.fullID))", ""] + lines).joined(separator: "\n")
  }

  private static func state(_ signpost: Signpost) -> String {
    if let by = signpost.verifiedBy, let on = signpost.verifiedOn {
      return "The pack says that \(by) checked it on \(on)."
    }
    let copied = signpost.sourceHost.map { "Copied from \($0), not yet" } ?? "Not yet"
    let review = signpost.reviewBy.map { " To be looked at by \($0)." } ?? ""
    return "\(copied) checked by a person.\(review)"
  }

  /// A place, with what it is for if not for the reader.
  static func line(_ signpost: Signpost) -> String {
    signpost.line + (signpost.purpose.map { " [\($0)]" } ?? "")
  }
}

/// A place as `--json` prints it: the keys of its file, and the list it is in.
struct PlaceJSON: Encodable {
  let id: String
  let name: String
  let contact: String
  let hours: String?
  let audience: [String]
  let list: String
  let pack: String?
  let nation: String?
  let region: String?
  let source: String?
  let verifiedOn: String?
  let verifiedBy: String?
  let reviewBy: String?

  init(_ place: PlacesToTurnTo.Place) { self.init(place.signpost, in: place.list) }

  init(_ signpost: Signpost, in list: SignpostList) {
    id = signpost.id
    name = signpost.name
    contact = signpost.contact
    hours = signpost.hours
    audience = signpost.audience.map(\.rawValue)
    self.list = list.id
    pack = list.pack
    nation = list.nation
    region = list.region
    source = signpost.sourceURL
    verifiedOn = signpost.verifiedOn
    verifiedBy = signpost.verifiedBy
    reviewBy = signpost.reviewBy
  }

  /// Every place of every list, 999 first.
  static func all(_ places: PlacesToTurnTo) -> [PlaceJSON] {
    [places.emergency].compactMap(\.self).map(PlaceJSON.init)
      + places.lists.flatMap { list in list.items.map { PlaceJSON($0, in: list) } }
  }

  private enum CodingKeys: String, CodingKey {
    case id, name, contact, hours, list, pack, nation, region
    case audience = "for"
    case source = "source_url"
    case verifiedOn = "verified_on"
    case verifiedBy = "verified_by"
    case reviewBy = "review_by"
  }
}
