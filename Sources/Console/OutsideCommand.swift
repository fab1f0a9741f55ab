import Subprocess

/// A program that a person names to hand something over, such as a passphrase from a keyring.
package enum OutsideCommand {
  /// Why it gave nothing.
  ///
  /// Never what it printed.
  package enum Problem: Error, Sendable, Hashable, CustomStringConvertible {
    case unreadable
    case notFound(String)
    case failed(code: Int32)
    case unusable

    package var description: String {
      switch self {
      case .unreadable: "its words cannot be told apart; check the quotes"
      case .notFound(let name): "there is no program \"\(name)\""
      case .failed(let code): "it ended with \(code)"
      case .unusable: "it could not be run, or printed far too much"
      }
    }
  }

  /// Runs a command, split into words without a shell, and returns what it prints.
  ///
  /// It may talk to the person on standard error and the terminal.
  ///
  /// - Throws: `Problem`.
  package static func output(of line: String) async throws(Problem) -> [UInt8] {
    guard let words = CommandWords.split(line), let name = words.first, !name.isEmpty else {
      throw .unreadable
    }
    let done: ExecutionResult<Void, BytesOutput, FileDescriptorOutput>
    do {
      done = try await run(
        name.contains("/") ? .path(Self.spelled(name)) : .name(name),
        arguments: Arguments(Array(words.dropFirst())), input: .currentStandardInput,
        output: .bytes(limit: 1 << 16), error: .currentStandardError)
    } catch let error as SubprocessError where error.code == .executableNotFound {
      throw .notFound(name)
    } catch {
      throw .unusable
    }
    guard case .exited(0) = done.terminationStatus else {
      if case .exited(let code) = done.terminationStatus { throw .failed(code: Int32(code)) }
      throw .failed(code: 1)
    }
    return done.standardOutput
  }

  /// Makes a path of swift-system, whose module is no dependency of ours, from a string.
  static func spelled<Path: ExpressibleByStringLiteral>(
    _ path: String
  ) -> Path where Path.StringLiteralType == String { Path(stringLiteral: path) }
}
