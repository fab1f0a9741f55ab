internal import Disk

/// Files of a pack as they are first written: for everyone to read, and never over another.
enum NewFile {
  /// Makes the folder if nothing is there; one that is empty will do.
  static func makeEmptyFolder(_ path: String, called name: String) throws {
    if try FileFacts.isThere(path) { return try checkFree(path, called: name) }
    try makeFolder(path, called: name)
  }

  /// Makes sure, before anything is asked, that a folder can begin here.
  ///
  /// - Throws: `Failure` with 64 where something is in it.
  static func checkFree(_ path: String, called name: String) throws {
    guard try FileFacts.isThere(path) else { return }
    guard InputFile.isFolder(path) else {
      throw Failure.usage("\(name) is there already and is no folder; nothing was changed")
    }
    guard try InputFile.names(in: path).isEmpty else {
      throw Failure.usage(
        "there is something in \(name) already; nothing was changed",
        hints: [
          "name a folder that is not there yet",
          "alongside packs add \(ShellWord.quoted(name)) adds to a pack",
        ])
    }
  }

  /// Makes a folder where there is none.
  static func makeFolder(_ path: String, called name: String) throws {
    try OutputFile.told("the folder \(name) cannot be made") { () throws(DiskTrouble) in
      try Folders.make(path, mode: 0o777, isAlone: true)
    }
  }

  /// Writes a text that was not there before.
  static func write(_ text: String, to path: String) throws {
    try OutputFile.write(Array(text.utf8), to: path, mode: 0o666)
  }
}
