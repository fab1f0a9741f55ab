internal import Practice

/// An unfinished interview as it is sealed: which prompt, and how far it has come.
struct DraftJSON: Codable, Sendable {
  var prompt: String
  var sha256: String
  var progress: Interview.Progress
  /// A title and tags given beside a blank page.
  var title: String?
  var tags: [String]
  /// The entry that these are new words for; nil for a new one.
  var revises: String?

  init(
    prompt: String, sha256: String, progress: Interview.Progress, title: String?, tags: [String],
    revises: String?
  ) {
    self.prompt = prompt
    self.sha256 = sha256
    self.progress = progress
    self.title = title
    self.tags = tags
    self.revises = revises
  }

  private enum Key: String, CodingKey {
    case prompt, sha256, given, skipped, said, picks, current, stopped, typed, title, tags, revises
  }

  /// A place, spelt as a map so that no id needs escaping.
  private struct PlaceJSON: Codable {
    var step: String
    var item: String?
    var value: ValueJSON?

    init(_ place: Interview.Place, _ value: Value? = nil) {
      step = place.step
      item = place.item
      self.value = value.map(ValueJSON.init)
    }

    var place: Interview.Place { Interview.Place(step: step, item: item) }
  }

  /// Words on the screen, spelt as a map for the same reason.
  private struct TypedJSON: Codable {
    var step: String
    var item: String?
    var text: String
    var part: String?
    var record: [String: ValueJSON]?

    init(_ place: Interview.Place, _ typed: Interview.Typed) {
      (step, item, text, part) = (place.step, place.item, typed.text, typed.part)
      record = typed.record.isEmpty ? nil : typed.record.mapValues(ValueJSON.init)
    }

    var typed: Interview.Typed {
      Interview.Typed(text, part: part, record: record?.mapValues(\.value) ?? [:])
    }
  }

  init(from decoder: any Decoder) throws {
    let map = try decoder.container(keyedBy: Key.self)
    prompt = try map.decode(String.self, forKey: .prompt)
    sha256 = try map.decode(String.self, forKey: .sha256)
    title = try map.decodeIfPresent(String.self, forKey: .title)
    tags = try map.decodeIfPresent([String].self, forKey: .tags) ?? []
    revises = try map.decodeIfPresent(String.self, forKey: .revises)
    var given: [Interview.Place: Value] = [:]
    for item in try map.decode([PlaceJSON].self, forKey: .given) {
      given[item.place] = item.value?.value
    }
    progress = Interview.Progress(
      given: given,
      skipped: Set(try map.decode([PlaceJSON].self, forKey: .skipped).map(\.place)),
      said: Set(try map.decode([PlaceJSON].self, forKey: .said).map(\.place)),
      picks: try map.decode([String: [String]].self, forKey: .picks),
      current: try map.decodeIfPresent(PlaceJSON.self, forKey: .current)?.place,
      isStopped: try map.decode(Bool.self, forKey: .stopped))
    for typed in try map.decodeIfPresent([TypedJSON].self, forKey: .typed) ?? [] {
      progress.typed[.init(step: typed.step, item: typed.item)] = typed.typed
    }
  }

  func encode(to encoder: any Encoder) throws {
    var map = encoder.container(keyedBy: Key.self)
    try map.encode(prompt, forKey: .prompt)
    try map.encode(sha256, forKey: .sha256)
    try map.encode(progress.given.map { PlaceJSON($0, $1) }, forKey: .given)
    try map.encode(progress.skipped.map { PlaceJSON($0) }, forKey: .skipped)
    try map.encode(progress.said.map { PlaceJSON($0) }, forKey: .said)
    try map.encode(progress.picks, forKey: .picks)
    try map.encodeIfPresent(progress.current.map { PlaceJSON($0) }, forKey: .current)
    try map.encode(progress.isStopped, forKey: .stopped)
    if !progress.typed.isEmpty {
      try map.encode(progress.typed.map { TypedJSON($0, $1) }, forKey: .typed)
    }
    try map.encodeIfPresent(title, forKey: .title)
    try map.encode(tags, forKey: .tags)
    try map.encodeIfPresent(revises, forKey: .revises)
  }
}
