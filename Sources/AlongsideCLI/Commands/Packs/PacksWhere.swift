internal import ArgumentParser
internal import AlongsideRuntime
internal import Console
internal import Packs

extension PacksCommand {
  /// `alongside packs where`: the folders.
  struct Where: ContextCommand {
    static let configuration = CommandConfiguration(
      abstract: "Say in which folder a pack lies, or where all of them do")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The id of a pack.") var id: String?
    @Flag(help: "Print as JSON.") var json = false

    func run(_ desk: Desk) throws {
      let places =
        try id.map { [Place(id: $0, path: try Self.path(of: $0, desk))] } ?? Self.all(desk)
      if json { return try desk.print(json: places) }
      for place in places {
        // One path alone can be taken up by a script.
        desk.terminal.out(id == nil ? "\(place.id)  \(place.path)" : place.path)
      }
    }

    /// A folder, and whose packs are in it.
    private struct Place: Encodable {
      let id: String
      let path: String
    }

    private static func all(_ desk: Desk) throws -> [Place] {
      [desk.context.programPacks.place].compactMap(\.self).map { Place(id: "program", path: $0) }
        + [
          Place(id: "installed", path: try desk.installed().path),
          Place(id: Home.ownPack, path: Home.ownFolder(in: try desk.homePath())),
        ]
    }

    private static func path(of id: String, _ desk: Desk) throws -> String {
      let program = desk.context.programPacks.folders.first { $0.folder.pack?.id == id }
      if let program { return program.path }
      return try id == Home.ownPack ? "\(desk.homePath())/own" : desk.installed().path(of: id)
    }
  }
}
