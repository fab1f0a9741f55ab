package import AlongsideRuntime
package import Console

/// Everything that a command may touch of the world, gathered once in `main`.
///
/// Nothing below reads the environment, the home folder, the clock or the terminal by itself, so a
/// test hands over a scratch home and typed lines, and runs the very same commands.
package struct Context {
  package var terminal: Terminal
  /// The environment that commands may look at.
  package var environment: [String: String]
  package var clock: Clock
  /// The packs that came with the program.
  package var programPacks: ProgramPacks
  /// Folders that may hold the pages that came with the program, best first.
  package var pages: [String]
  /// Where the policy of this machine stands, if it has one.
  package var systemPolicy: String
  /// Memory-backed folders, best first.
  package var memory: [String]
  /// Everything on standard input, when it is no terminal.
  package var readInput: () throws -> [UInt8]
  /// The work of a guess at the passphrase, as a power of two; nil for what is shipped.
  package var logN: Int?

  package init(
    terminal: Terminal, environment: [String: String], clock: Clock, programPacks: ProgramPacks,
    pages: [String] = [], systemPolicy: String = "/etc/alongside/policy.yaml", memory: [String],
    readInput: @escaping () throws -> [UInt8], logN: Int? = nil
  ) {
    self.terminal = terminal
    self.environment = environment
    self.clock = clock
    self.programPacks = programPacks
    self.pages = pages
    self.systemPolicy = systemPolicy
    self.memory = memory
    self.readInput = readInput
    self.logN = logN
  }

  /// A variable of the environment, unless it is empty.
  func variable(_ name: String) -> String? {
    environment[name].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Where programs are looked for.
  var searchPath: String { variable("PATH") ?? "/usr/bin:/bin" }

  /// A folder named by the environment.
  ///
  /// The XDG specification has relative ones ignored.
  func folder(_ name: String) -> String? {
    variable(name).flatMap { $0.hasPrefix("/") ? $0 : nil }
  }
}
