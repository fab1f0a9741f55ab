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
    let home = desk.home
    let places = home.places(for: chosen == nil ? home.settings().nation : chosen?.name)
    if json {
      try desk.print(json: all ? PlaceJSON.all(places) : places.near.map(PlaceJSON.init))
    } else {
      let lines =
        all ? PlacesText.all(places) : PlacesText.few(places, width: desk.terminal.width)
      desk.terminal.out(lines.joined(separator: "\n"))
    }
    // Last, so that a home which cannot be written keeps no number from anyone.
    try chosen?.keep(desk)
  }

  /// The same where something is asked.
  ///
  /// - Parameter isLast: whether the program ends behind it, so that another command can be typed.
  static func say(_ desk: Desk, isLast: Bool = false) {
    let places = desk.home.places(for: desk.home.settings().nation)
    for line in PlacesText.few(
      places, namesMore: isLast, width: desk.terminal.width)
    {
      desk.terminal.say(line)
    }
    // What is asked next must not hide the last number.
    if !isLast { desk.terminal.say("") }
  }
}

/// Completes nations at the shell, from the packs that came with the program.
@Sendable
func nationNames(_ arguments: [String], _ index: Int, _ prefix: String) -> [String] {
  let lists = ProgramFiles.packs().flatMap(PackFolder.packs)
    .compactMap { PackFolder(path: $0).pack }.flatMap(\.signposts)
  return PlacesToTurnTo.nations(of: lists) + ["none"]
}
