internal import AlongsideRuntime
internal import Console
internal import Disk

/// The kit as a file, on its way to paper.
enum KitFile {
  /// Refuses a place where nothing can be written.
  ///
  /// - Parameter hint: the next step where a kit is there already, perhaps from a time that was cut off.
  static func check(_ path: String, hintIfThere hint: String) throws {
    do {
      try OutputFile.check(path)
    } catch var failure as Failure {
      if FileFacts.mayBeThere(path) { failure.hints.append(hint) }
      throw failure
    }
  }

  static func write(_ kit: Kit, to path: String) throws {
    try OutputFile.write(Array(kit.page.utf8), to: path)
  }

  static func sayMade(_ path: String, _ terminal: Terminal) {
    terminal.say("Your recovery kit is in \(path).")
    terminal.say(
      "Print it or copy the ten words by hand, then delete the file. Whoever has the words and a "
        + "copy of your journal can read all of it.")
  }
}
