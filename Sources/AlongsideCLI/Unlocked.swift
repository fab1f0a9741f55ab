internal import AlongsideRuntime

/// A journal that stays open over several commands.
final class Unlocked {
  var reader: Reader

  init(_ reader: Reader) {
    self.reader = reader
  }

  /// The journal as it is now: other processes may have written meanwhile.
  func present(takingIn: Bool) throws -> Reader {
    try reader.catchUp(takingIn: takingIn)
    return reader
  }
}
