#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A real terminal: a program in tmux, what is on its screen, and keys to press.
package struct TmuxScreen: Sendable {
  /// What was waited for never came.
  package struct NotSeen: Error, CustomStringConvertible {
    package var description: String
  }

  private let socket: String

  /// Starts a shell line in a terminal of its own.
  ///
  /// When it ends, `ENDED` and its exit code appear.
  package init(
    _ line: String, columns: Int = 80, rows: Int = 50, environment: [String: String] = [:]
  ) async throws {
    socket = "al-\(UUID().uuidString.prefix(8))"
    let variables = environment.flatMap { ["-e", "\($0.key)=\($0.value)"] }
    _ = try await Tool.run(
      "tmux",
      ["-L", socket, "-f", "/dev/null", "new-session", "-d", "-x", "\(columns)", "-y", "\(rows)"]
        + variables + ["sh", "-c", "\(line); echo \"ENDED $?\"; sleep 1000"])
  }

  /// Types words and Enter.
  package func type(_ words: String) async throws {
    if !words.isEmpty { try await begin(words) }
    try await press("Enter")
  }

  /// Types words and leaves the line unfinished.
  package func begin(_ words: String) async throws {
    _ = try await tmux("send-keys", "-l", words)
  }

  /// Presses a key by tmux's name, such as `C-c`.
  package func press(_ key: String) async throws {
    _ = try await tmux("send-keys", key)
  }

  /// All that is on the screen and above it.
  package func text() async throws -> String {
    try await tmux("capture-pane", "-p", "-S", "-")
  }

  /// Waits until `words` stand on the screen at least `count` times, and returns the screen.
  @discardableResult
  package func see(_ words: String, times count: Int = 1) async throws -> String {
    var screen = ""
    for _ in 0..<1200 {
      screen = try await text()
      if screen.components(separatedBy: words).count > count { return screen }
      try await Task.sleep(for: .milliseconds(25))
    }
    throw NotSeen(description: "\"\(words)\" was not seen \(count) times in:\n\(screen)")
  }

  /// Ends the terminal and what runs in it.
  package func close() async throws {
    _ = try await Tool.run("tmux", ["-L", socket, "kill-server"])
  }

  private func tmux(_ words: String...) async throws -> String {
    try await Tool.run("tmux", ["-L", socket] + words).text
  }
}
