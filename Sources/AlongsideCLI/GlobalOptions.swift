internal import ArgumentParser

/// In this module an option is one of the command line; the domain's are `Practice.Option`.
typealias Option = ArgumentParser.Option

/// The flags that work after every subcommand.
struct GlobalOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Which journal, when there are several.", valueName: "name"))
  var journal: String?

  @Option(help: ArgumentHelp("The folder that holds the journals.", valueName: "dir"))
  var home: String?

  @Option(
    name: .customLong("packs"),
    help: ArgumentHelp("One more folder of prompts, for this run.", valueName: "dir"),
    completion: .directory)
  var packs: [String] = []

  @Option(
    help: ArgumentHelp(
      "One more policy, beside that of this machine; it can only tighten.", valueName: "file"),
    completion: .file(extensions: ["yaml", "yml"]))
  var policy: String?

  @Flag(help: "No colour, no boxes, no cursor movement.")
  var plain = false

  @Option(
    help: ArgumentHelp("Read the passphrase from this file.", valueName: "path"),
    completion: .file())
  var passphraseFile: String?

  @Option(help: ArgumentHelp("Read the passphrase from this open descriptor.", valueName: "n"))
  var passphraseFd: Int32?

  @Option(help: ArgumentHelp("Run this command and take what it prints.", valueName: "cmd"))
  var passphraseCommand: String?

  @Flag(help: "Go on although the journal is older than it was when last used here.")
  var acceptOlder = false

  /// Whether they say which journal, or how to open it.
  var namesJournal: Bool {
    journal != nil || home != nil || passphraseFile != nil || passphraseFd != nil
      || passphraseCommand != nil
  }

  /// These flags where a journal is open already: which one, and where, was said when it was opened.
  func within(_ session: GlobalOptions) -> GlobalOptions {
    var options = session
    options.packs += packs
    options.policy = policy ?? session.policy
    options.plain = plain || session.plain
    return options
  }
}
