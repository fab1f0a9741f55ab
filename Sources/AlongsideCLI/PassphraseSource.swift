internal import Console
internal import Disk

/// Where a passphrase can come from besides the keyboard.
enum PassphraseSource {
  private static let byteLimit = 4096

  /// The words in a file.
  static func words(in path: String, _ terminal: Terminal) throws -> GivenWords {
    told(GivenWords(try file(path, terminal), from: "the passphrase file \(path)"), terminal)
  }

  /// All of a file.
  ///
  /// Warns when other people can read it.
  static func file(_ path: String, _ terminal: Terminal) throws -> [UInt8] {
    let what = "the passphrase file \(path)"
    let file: OpenFile
    do throws(DiskTrouble) {
      file = try OpenFile(readingAny: path)
    } catch {
      throw Failure(.failed, "\(what) cannot be read: \(error.words)")
    }
    if let facts = try? file.facts(), facts.kind == .file, facts.isOpenToOthers {
      terminal.say(
        "Other people on this machine can read \(path). chmod 600 makes it yours alone.",
        as: .warning)
    }
    return try words(of: file, what: what)
  }

  /// The words that an open descriptor holds.
  ///
  /// It is closed before any child could inherit it.
  static func descriptor(_ number: Int32, _ terminal: Terminal) throws -> GivenWords {
    guard number >= 0, fcntl(number, F_GETFD) >= 0 else {
      throw Failure.usage("descriptor \(number) is not open")
    }
    let what = "descriptor \(number)"
    let bytes = try words(of: OpenFile(number, what), what: what)
    return told(GivenWords(bytes, from: what), terminal)
  }

  /// The words that a command prints.
  ///
  /// It is split into words without a shell.
  static func command(_ line: String, _ terminal: Terminal) throws -> GivenWords {
    do {
      var bytes = try Waiting.result(of: {
        try await OutsideCommand.output(of: line)
      })
      let what = "what the passphrase command printed"
      try check(&bytes, what: what, .failed)
      return told(GivenWords(bytes, from: what), terminal)
    } catch let failure as Failure {
      throw failure
    } catch {
      throw Failure(.failed, "the passphrase command did not work: \(error)")
    }
  }

  /// Says which of several lines counts.
  private static func told(_ words: GivenWords, _ terminal: Terminal) -> GivenWords {
    if let note = words.note { terminal.say(note, as: .hint) }
    return words
  }

  private static func words(of file: borrowing OpenFile, what: String) throws -> [UInt8] {
    var bytes: [UInt8] = []
    // Room for all that is ever read: growing would leave copies in the memory.
    bytes.reserveCapacity(2 * byteLimit)
    do throws(DiskTrouble) {
      try file.drain(into: &bytes, upTo: byteLimit + 1)
    } catch {
      bytes.wipe()
      throw Failure(.failed, "\(what) cannot be read: \(error.words)")
    }
    try check(&bytes, what: what)
    return bytes
  }

  /// Wipes what is no passphrase.
  private static func check(
    _ bytes: inout [UInt8], what: String, _ code: Failure.Code = .usage
  ) throws {
    guard bytes.contains(where: { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }) else {
      throw Failure(code, "\(what) is empty")
    }
    guard bytes.count <= byteLimit else {
      bytes.wipe()
      throw Failure(code, "\(what) is far too long for a passphrase")
    }
  }
}
