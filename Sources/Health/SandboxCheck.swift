internal import Console
internal import Disk

/// Whether programs of strangers could be shut in on this machine.
///
/// No ``HealthCheck``: it starts a program, and so has to be waited for.
struct SandboxCheck: Sendable {
  static let topic = "sandbox"

  /// The value of `PATH`.
  let searchPath: String
  /// Runs a command that is split into words, no shell; throws unless it ends well.
  var run: @Sendable (String) async throws -> Void = { line in
    _ = try await OutsideCommand.output(of: line)
  }

  /// One note; plugins are not there yet, so none of them asks for anything.
  func notes() async -> [HealthNote] {
    guard let program = FileFacts.program("bwrap", in: searchPath) else {
      return [
        HealthNote(
          .worthKnowing, Self.topic,
          "bubblewrap (bwrap), which would shut plugins in, is not installed. \(Self.unneeded)")
      ]
    }
    do {
      try await run(Self.probe(program))
      return [
        HealthNote(.good, Self.topic, "A program can be shut in with bubblewrap. \(Self.unneeded)")
      ]
    } catch {
      return [
        HealthNote(
          .worthKnowing, Self.topic,
          "bubblewrap is there (\(program)), but this machine does not let it shut a program in. "
            + Self.unneeded)
      ]
    }
  }

  private static let unneeded =
    "Plugins are not part of this version yet, so nothing depends on it."

  /// The probe, through a shell for its two redirections: what bubblewrap grumbles is not for the
  /// person, and it must not read what they type.
  static func probe(_ program: String) -> String {
    let quoted = "\"" + program.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    return "sh -c 'exec \"$0\" --ro-bind / / --unshare-all true </dev/null 2>/dev/null' "
      + quoted
  }
}
