internal import AlongsideRuntime
internal import Console
internal import Disk

extension Kit {
  /// The page.
  ///
  /// The words stand alone on one line, single spaces between: exactly that line, without its line
  /// end, is what the `age` program is given.
  var page: String {
    """
    RECOVERY WORDS for the Alongside journal "\(journal)"

    These ten words open your journal if you forget your passphrase.

    \(words)

    Print this page or copy the words by hand, then delete the file.
    Keep it where only you would look. Whoever has these words and a
    copy of your journal can read all of it.
    Nobody can make these words again for you: not us, not your employer.

    To try them:          alongside recovery check
    To open your journal: type them wherever your passphrase is asked.

    Without Alongside: docs/recovery.md, which comes with the program, says
    how to open a backup with age and tar, and these words.

    """
  }
}

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
