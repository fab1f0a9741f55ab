import Subprocess

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A stock program run as a person would run it, for checking that our files are theirs too.
package enum Tool {
  /// What a program left behind.
  package struct Result: Sendable {
    /// The exit code, or 128 and the signal that ended it.
    package var code: Int32
    package var out: [UInt8]
    package var err: String

    package var text: String { String(decoding: out, as: UTF8.self) }
  }

  /// Runs `name` from the PATH with `arguments`, feeding `input`.
  package static func run(
    _ name: String, _ arguments: [String], input: [UInt8] = [],
    environment: [String: String] = [:]
  ) async throws -> Result {
    guard !input.isEmpty else { return try await launch([name] + arguments, environment) }
    // Through a file: the process library traps when a program ends before it read its input.
    let scratch = try Scratch()
    let file = try scratch.write(input, to: "input")
    defer { withExtendedLifetime(scratch) {} }
    return try await launch(
      ["sh", "-c", "input=$1; shift; exec \"$@\" < \"$input\"", "sh", file, name] + arguments,
      environment)
  }

  private static func launch(
    _ words: [String], _ environment: [String: String]
  ) async throws -> Result {
    let variables = environment.map { (Environment.Key(stringLiteral: $0), $1) }
    let done = try await Subprocess.run(
      .name(words[0]), arguments: Arguments(Array(words.dropFirst())),
      environment: .inherit.updating(Dictionary(uniqueKeysWithValues: variables)),
      output: .bytes(limit: 1 << 28), error: .string(limit: 1 << 20))
    let code: Int32 =
      switch done.terminationStatus {
      case .exited(let code): Int32(code)
      case .signaled(let signal): 128 + Int32(signal)
      }
    return Result(code: code, out: done.standardOutput, err: done.standardError)
  }

  /// Runs a shell line under a pseudo-terminal, typing `input` into it: for programs that read a
  /// passphrase from the terminal alone.
  package static func typing(_ input: String, into line: String) async throws -> Result {
    try await run("script", ["-qec", line, "/dev/null"], input: Array(input.utf8))
  }
}
