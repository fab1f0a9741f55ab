internal import Packs
internal import AlongsideRuntime
internal import ArgumentParser
internal import Console
internal import Practice

/// `alongside help-now`: people to turn to.
///
/// Needs no journal, no passphrase and no nation chosen.
struct HelpNow: ContextCommand {
  static let configuration = CommandConfiguration(
    commandName: "help-now", abstract: "People to turn to, now")

  @OptionGroup var global: GlobalOptions
  @Flag(help: "Print as JSON.") var json = false

  func run(_ desk: Desk) throws {
    guard json else { return desk.terminal.out(Self.lines(desk).joined(separator: "\n")) }
    try desk.print(json: Self.signposts(desk).map(SignpostJSON.init))
  }

  /// The same in the middle of a question.
  static func say(_ desk: Desk) {
    for line in lines(desk) { desk.terminal.say(line) }
  }

  /// At most five lines, 999 first.
  private static func lines(_ desk: Desk) -> [String] {
    let found = signposts(desk).prefix(4)
    guard !found.isEmpty else { return Messages.emergency }
    let lines = found.map { signpost in
      "\(signpost.name): \(signpost.contact)" + (signpost.hours.map { " (\($0))" } ?? "")
    }
    let unchecked = found.filter { $0.verifiedBy == nil || $0.verifiedOn == nil }
    guard !unchecked.isEmpty else { return lines }
    var sources: [String] = []
    for host in unchecked.compactMap(\.sourceURL).map(host) where !sources.contains(host) {
      sources.append(host)
    }
    return lines + ["Copied from \(sources.joined(separator: ", ")); not yet checked by a person."]
  }

  /// The site that an address is on.
  private static func host(_ address: String) -> String {
    let rest = address.split(separator: "/", omittingEmptySubsequences: true).dropFirst().first
    let host = rest.map(String.init) ?? address
    return host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
  }

  /// What is for the person themselves, wherever in the UK they are; 999 before all.
  ///
  /// The program's own come first, whatever packs are named for this run: nobody can hide them.
  private static func signposts(_ desk: Desk) -> [Signpost] {
    let everywhere: Set = ["uk", "united kingdom"]
    let own = desk.bundledShelf.signposts
    let isOwn = { (list: SignpostList) in
      own.contains { $0.id == list.id && $0.pack == list.pack && $0.contacts == list.contacts }
    }
    let mine = (own + desk.library().shelf.signposts.filter { !isOwn($0) })
      .filter { $0.region == nil && everywhere.contains($0.nation?.lowercased() ?? "uk") }
      .flatMap(\.items).filter { $0.audience.contains(.me) }
    let isEmergency = { (signpost: Signpost) in
      signpost.contact.split(whereSeparator: { !$0.isNumber }).contains("999")
    }
    return mine.filter(isEmergency) + mine.filter { !isEmergency($0) }
  }
}

extension SignpostList {
  fileprivate var contacts: [String] { items.map(\.contact) }
}

/// A signpost as `--json` prints it: the keys of its file.
private struct SignpostJSON: Encodable {
  let id: String
  let name: String
  let contact: String
  let hours: String?
  let audience: [String]
  let source: String?
  let verifiedOn: String?
  let verifiedBy: String?
  let reviewBy: String?

  init(_ signpost: Signpost) {
    id = signpost.id
    name = signpost.name
    contact = signpost.contact
    hours = signpost.hours
    audience = signpost.audience.map(\.rawValue)
    source = signpost.sourceURL
    verifiedOn = signpost.verifiedOn
    verifiedBy = signpost.verifiedBy
    reviewBy = signpost.reviewBy
  }

  private enum CodingKeys: String, CodingKey {
    case id, name, contact, hours
    case audience = "for"
    case source = "source_url"
    case verifiedOn = "verified_on"
    case verifiedBy = "verified_by"
    case reviewBy = "review_by"
  }
}
