internal import ArgumentParser

/// Lets the global flags stand before the command as well: `alongside --home DIR list`.
enum Arguments {
  private static let withValue: Set = [
    "--journal", "--home", "--packs", "--policy", "--passphrase-file", "--passphrase-fd",
    "--passphrase-command",
  ]
  private static let alone: Set = ["--plain", "--accept-older"]

  /// Moves leading global flags behind the command's name.
  static func reordered(_ arguments: [String]) -> [String] {
    var count = 0
    while count < arguments.count {
      let name = arguments[count].split(separator: "=", maxSplits: 1).first.map(String.init) ?? ""
      if alone.contains(name) || (withValue.contains(name) && arguments[count].contains("=")) {
        count += 1
      } else if withValue.contains(name) {
        count += 2
      } else {
        break
      }
    }
    guard count > 0, count < arguments.count, !arguments[count].hasPrefix("-") else {
      return arguments
    }
    let words = commandWordCount(arguments[count...])
    return Array(
      arguments[count..<(count + words)] + arguments[..<count]
        + arguments[(count + words)...])
  }

  /// `prompts list` and `recovery check` are commands of two words.
  private static func commandWordCount(_ rest: ArraySlice<String>) -> Int {
    let isGroup = AlongsideCommand.configuration.groupedSubcommands.flatMap(\.subcommands)
      .contains { $0._commandName == rest.first && !$0.configuration.subcommands.isEmpty }
    guard isGroup, let second = rest.dropFirst().first, !second.hasPrefix("-") else { return 1 }
    return 2
  }
}
