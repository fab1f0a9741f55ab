internal import AlongsideRuntime
internal import ArgumentParser
internal import Console
internal import Practice
internal import Vault

/// `alongside erase`: takes an entry away, for good.
struct Erase: ContextCommand {
  static let configuration = CommandConfiguration(
    abstract: "Take an entry away, for good",
    discussion: """
      Every wording goes, and nothing of it stays in the journal's file. With --everywhere the journal \
      gets new keys as well: remains of the old file that a disk may still hold do not open with \
      them. The backups that may still have it are named; deleting those is yours to do.
      """)

  @OptionGroup var global: GlobalOptions
  @Argument(help: "An id, the beginning of one, or last.") var id: String
  @Flag(help: "Change the journal's keys too.") var everywhere = false
  @Flag(help: "Do not ask first.") var yes = false

  func run(_ desk: Desk) throws {
    guard yes || desk.terminal.isInteractive else {
      throw Failure.usage("erasing cannot be undone", hints: ["--yes says that is all right"])
    }
    var reader = try desk.reader()
    let entry = try reader.show(id)
    if !yes {
      desk.terminal.say(EntryText.line(entry))
      guard try desk.terminal.confirm("Erase it? It cannot be brought back.") == true else {
        return desk.terminal.say("Nothing was erased.")
      }
    }
    let now = desk.context.clock.now()
    try desk.changing(&reader) { try $0.erase(entry.id, everywhere: everywhere, now: now) }
    desk.terminal.say("Erased.")
    try desk.sayBackups(reader, holding: entry.written)
    if everywhere {
      desk.terminal.say(
        "The journal has new keys. A disk may keep remains of the old file for a while; they open "
          + "only to someone who has them and words that opened it then.", as: .quiet)
    }
  }
}
