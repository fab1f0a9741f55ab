internal import ArgumentParser

/// Why a command did not do what it was asked, as a person and a script hear it.
///
/// What happened, the thing quoted, the next step. Never an entry's words, an answer or a key.
package struct Failure: Error, Sendable, Hashable {
  /// The exit codes that scripts can rely on.
  ///
  /// An unknown code means failure.
  package enum Code: Int32, Sendable {
    case failed = 1
    case noJournal = 10
    case inUse = 11
    case wrongPassphrase = 12
    case damaged = 13
    case rolledBack = 14
    case newerFormat = 15
    case usage = 64
    case badInput = 65
    case refused = 77
    case interrupted = 130
  }

  package var code: Code
  package var message: String
  /// One way out a line.
  package var hints: [String]
  /// True when everything was said already.
  package var isSilent = false

  package init(_ code: Code, _ message: String, hints: [String] = []) {
    self.code = code
    self.message = message
    self.hints = hints
  }

  /// Ends a command with `code` when all that there is to say was said.
  static func silent(_ code: Code) -> Failure {
    var failure = Failure(code, "")
    failure.isSilent = true
    return failure
  }

  static func usage(_ message: String, hints: [String] = []) -> Failure {
    Failure(.usage, message, hints: hints)
  }

  /// A journal has to be opened, and there is nobody to ask for the words.
  static let noPassphrase = usage(
    "a passphrase is needed, and there is no terminal to ask it on",
    hints: ["--passphrase-file PATH, --passphrase-fd N or --passphrase-command CMD"])
}
