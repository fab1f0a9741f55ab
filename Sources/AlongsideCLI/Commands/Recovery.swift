internal import ArgumentParser

/// `alongside recovery`: the ten words that open the journal when the passphrase is lost.
struct Recovery: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Ten words that open your journal when the passphrase is lost",
    subcommands: [New.self, Check.self])
}
