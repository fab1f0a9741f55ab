package import Subprocess

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
    environment: [Environment.Key: String] = [:]
  ) async throws -> Result {
    let limit = 1 << 28
    let done = try await Subprocess.run(
      .name(name), arguments: Arguments(arguments),
      environment: .inherit.updating(environment.mapValues { $0 }),
      input: .array(input), output: .bytes(limit: limit), error: .string(limit: 1 << 20))
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
