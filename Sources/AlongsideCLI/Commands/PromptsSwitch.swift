internal import AlongsideRuntime
internal import ArgumentParser
internal import Console
internal import Packs
internal import Practice

extension Prompts {
  /// `alongside prompts off`: what a person does not want suggested.
  struct SwitchOff: ContextCommand {
    static let configuration = CommandConfiguration(
      commandName: "off", abstract: "Stop suggesting a prompt, or a whole pack",
      discussion: """
        It is left out of suggestions and lists, and still begins when you name it. A pack that is \
        off changes nothing in the others. Only you can switch; no pack and no policy can.
        """)

    @OptionGroup var global: GlobalOptions
    @Argument(
      help: ArgumentHelp("The prompt's id, or the pack's.", valueName: "id|pack"),
      completion: .custom(promptNames))
    var name: String

    func run(_ desk: Desk) throws {
      let found = try Switchable(name, desk.home.library(), desk)
      var switches = desk.home.switches()
      guard !switches.isOff(pack: found.id), !switches.isOff(item: found.id, of: found.id) else {
        return desk.terminal.say("\(found.id) is off already.", as: .quiet)
      }
      switches.turnOff(found.id)
      try Prompts.keep(switches, desk)
      desk.terminal.say("\(found.id) is off.")
      desk.terminal.say("alongside prompts on \(found.id) brings it back.", as: .hint)
    }
  }

  /// `alongside prompts on`: takes that back, and outranks a pack that leaves a prompt out.
  struct SwitchOn: ContextCommand {
    static let configuration = CommandConfiguration(
      commandName: "on", abstract: "Suggest a prompt or a pack again",
      discussion: "A prompt that some pack leaves out is suggested again as well: you decide.")

    @OptionGroup var global: GlobalOptions
    @Argument(
      help: ArgumentHelp("The prompt's id, or the pack's.", valueName: "id|pack"),
      completion: .custom(promptNames))
    var name: String

    func run(_ desk: Desk) throws {
      let library = desk.home.library()
      let found = try Switchable(name, library, desk)
      var switches = desk.home.switches()
      // Left out still, once its own switch is back: by a pack, or with its whole pack.
      var without = switches
      without.turnOn(found.id, insisting: false)
      let isLeftOut =
        !found.isPack
        && Composition(library.composition.members, switches: without).leftOut[found.id] != nil
      guard without != switches || isLeftOut else {
        return desk.terminal.say("\(found.id) is on already.", as: .quiet)
      }
      switches.turnOn(found.id, insisting: isLeftOut)
      try Prompts.keep(switches, desk)
      desk.terminal.say("\(found.id) is on.")
    }
  }
}

/// Something that can be switched: a pack by its id, or a prompt by its full name.
private struct Switchable {
  let id: String
  let isPack: Bool

  /// - Throws: `ShelfProblem` that names the nearest.
  init(_ name: String, _ library: Library, _ desk: Desk) throws {
    isPack = library.shelf.packs.contains { $0.id == name }
    // A switch can be taken back although its pack is gone.
    let isKnown = isPack || desk.home.switches().isOff(pack: name)
    id = isKnown ? name : try desk.prompt(named: name, in: library).fullID
  }
}

extension Prompts {
  /// Keeps what the person switched.
  fileprivate static func keep(_ switches: Switches, _ desk: Desk) throws {
    let home = try desk.homePath()
    do {
      try Home.keep(switches, in: home)
    } catch {
      throw Failure(
        .failed, "the file \(Home.switchPath(in: home)) cannot be written",
        hints: [OutputFile.hint(error)])
    }
  }
}
