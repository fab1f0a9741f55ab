/// Whether talk may carry escape codes, and which ones each role of text gets.
///
/// Plain style is the reference: no colour, no cursor movement, nothing a screen reader or a log
/// would stumble over. Coloured style says the same words in the same order.
package enum Style: Sendable, Equatable {
  case plain
  case coloured

  /// What a piece of talk is for.
  package enum Role: Sendable, Equatable, CaseIterable {
    case body
    case heading
    case hint
    case quiet
    case warning
  }

  /// Picks a style from what the person asked for and where the words go.
  ///
  /// - Parameters:
  ///   - plain: whether `--plain` was given.
  ///   - isTerminal: whether the words go to a terminal.
  ///   - noColor: the value of `NO_COLOR`; any value but an empty one asks for none (no-color.org).
  ///   - term: the value of `TERM`; `dumb` names a terminal without escape codes.
  package static func chosen(
    plain: Bool, isTerminal: Bool, noColor: String?, term: String?
  ) -> Style {
    guard !plain, isTerminal, noColor ?? "" == "", term != "dumb" else { return .plain }
    return .coloured
  }

  /// Sets one line in its role.
  ///
  /// In plain style the line comes back as it was.
  package func set(_ line: String, as role: Role) -> String {
    guard self == .coloured, !line.isEmpty, let code = Self.code(for: role) else { return line }
    return "\u{1B}[\(code)m\(line)\u{1B}[0m"
  }

  private static func code(for role: Role) -> String? {
    switch role {
    case .body: nil
    case .heading: "1"
    case .hint: "36"
    case .quiet: "2"
    case .warning: "1;33"
    }
  }
}
