internal import AlongsideRuntime
internal import ArgumentParser
internal import Console
internal import Packs
internal import Practice

/// `alongside help-now`: people to turn to.
///
/// Needs no journal, no passphrase and no nation chosen.
struct HelpNow: ContextCommand {
  static let configuration = CommandConfiguration(
    commandName: "help-now", abstract: "People to turn to, now",
    discussion: """
      999 first, then your nation, then the people your organisation's pack names; --all shows every \
      place there is. Needs no journal and no passphrase, and sends nothing anywhere.
      """)

  @OptionGroup var global: GlobalOptions
  @Option(
    help: ArgumentHelp(
      "Show this nation first, from now on; none forgets it.", valueName: "name|none"),
    completion: .custom(nationNames))
  var nation: String?
  @Flag(help: "Every place there is, list by list.") var all = false
  @Flag(help: "Print as JSON.") var json = false

  func run(_ desk: Desk) throws {
    let chosen = try nation.map { try ChosenNation(naming: $0, desk) }
    let places = desk.places(for: chosen?.name ?? (chosen == nil ? desk.nation : nil))
    if json {
      try desk.print(json: all ? PlaceJSON.all(places) : places.near.map(PlaceJSON.init))
    } else {
      let lines = all ? PlacesText.all(places) : PlacesText.few(places)
      desk.terminal.out(lines.joined(separator: "\n"))
    }
    // Last, so that a home which cannot be written keeps no number from anyone.
    try chosen?.keep(desk)
  }

  /// The same where something is asked.
  ///
  /// - Parameter isLast: whether the program ends behind it, so that another command can be typed.
  static func say(_ desk: Desk, isLast: Bool = false) {
    for line in PlacesText.few(desk.places(for: desk.nation), namesMore: isLast) {
      desk.terminal.say(line)
    }
    // What is asked next must not hide the last number.
    if !isLast { desk.terminal.say("") }
  }
}

extension Desk {
  /// What is kept beside the journals of this home; nothing where it cannot be read.
  var settings: Settings {
    guard let home = try? home(), case .found(let settings) = Settings.look(in: home) else {
      return Settings()
    }
    return settings
  }

  var nation: String? { settings.nation }

  /// Everyone to turn to, the nearest first.
  ///
  /// The program's own come before lists of the same pack that are named for this run: nobody can
  /// hide them.
  func places(for nation: String?) -> PlacesToTurnTo {
    let library = library()
    let programs = Set(context.programPacks.packs.map(\.id)).union(["core"])
    let (switches, standing) = (switches, library.standing)
    let lists = library.shelf.signposts
    let isCore = { (list: SignpostList) in list.pack.map(programs.contains) ?? false }
    let isSilent = { (list: SignpostList) in list.pack.map { switches.isOff(pack: $0) } ?? false }
    let others = lists.filter { !isCore($0) && !isSilent($0) }
    let isOwn = { (list: SignpostList) in list.pack.map { standing[$0] == .own } ?? false }
    let core = bundledShelf.signposts + lists.filter(isCore)
    let isWhole = core.contains { $0.items.contains(where: \.isEmergency) }
    return PlacesToTurnTo(
      core: core + (isWhole ? [] : [Messages.emergency]),
      others: others.filter(isOwn) + others.filter { !isOwn($0) },
      silent: lists.filter { !isCore($0) && isSilent($0) }, nation: nation)
  }

  /// The nations that some list is for.
  var nations: [String] {
    PlacesToTurnTo.nations(of: bundledShelf.signposts + library().shelf.signposts)
  }
}

/// Completes nations at the shell, from the packs that came with the program.
@Sendable
func nationNames(_ arguments: [String], _ index: Int, _ prefix: String) -> [String] {
  let lists = ProgramFiles.packs().flatMap(PackFolder.packs)
    .compactMap { PackFolder(path: $0).pack }.flatMap(\.signposts)
  return PlacesToTurnTo.nations(of: lists) + ["none"]
}
