internal import ArgumentParser
internal import Practice

/// The names of all commands, for a word that is none of them.
enum CommandNames {
  private static var root: [any ParsableCommand.Type] {
    AlongsideCommand.configuration.groupedSubcommands.flatMap(\.subcommands)
  }

  /// What to say to a word that no command has.
  static func unknown(_ word: String) -> Failure { unknown(word, after: "", among: root) }

  /// Looks at the word behind a group such as `packs`, which the parser would call unexpected.
  ///
  /// - Throws: `Failure` with 64, naming the command that was probably meant.
  static func check(_ arguments: [String]) throws {
    guard let group = root.first(where: { names($0).contains(arguments.first ?? "") }),
      let word = arguments.dropFirst().first, !word.hasPrefix("-"), word != "help"
    else { return }
    let commands = group.configuration.subcommands
    guard !commands.isEmpty, group.configuration.defaultSubcommand == nil,
      !commands.contains(where: { names($0).contains(word) })
    else { return }
    throw unknown(word, after: "\(group._commandName) ", among: commands)
  }

  private static func unknown(
    _ word: String, after group: String, among commands: [any ParsableCommand.Type]
  ) -> Failure {
    let nearest = Nearest.word(to: word, among: commands.flatMap(names))
    return Failure.usage(
      "there is no command \"\(group)\(word)\"",
      hints: [
        nearest.map { "did you mean alongside \(group)\($0)?" }
          ?? "alongside \(group)--help lists them all"
      ])
  }

  private static func names(_ command: any ParsableCommand.Type) -> [String] {
    [command._commandName] + command.configuration.aliases
  }
}
