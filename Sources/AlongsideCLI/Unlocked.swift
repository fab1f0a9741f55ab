internal import AlongsideRuntime

/// A journal that stays open over several commands.
final class Unlocked {
  private var open: Reader?

  init(_ reader: Reader) {
    open = reader
  }

  /// The open journal.
  ///
  /// Nothing asks for it after `close`.
  var reader: Reader {
    get throws {
      guard let open else { throw Failure(.failed, "the journal is closed") }
      return open
    }
  }

  func keep(_ reader: Reader) { open = reader }

  /// Lets go of the journal and its keys.
  func close() { open = nil }

  /// The journal as it is now: other processes may have written meanwhile.
  func present(takingIn: Bool) throws -> Reader {
    var reader = try reader
    try reader.catchUp(takingIn: takingIn)
    open = reader
    return reader
  }
}
