internal import ArgumentParser

/// `alongside packs`: sets of questions to write, check, sign, pass on and take back.
struct PacksCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "packs", abstract: "Sets of questions: write, check, pass on, install",
    groupedSubcommands: [
      CommandGroup(
        name: "Taking in",
        subcommands: [
          Install.self, ListAll.self, Update.self, Rollback.self, Remove.self, Where.self,
        ]),
      CommandGroup(
        name: "Writing",
        subcommands: [
          New.self, Add.self, Lint.self, Try.self, Preview.self, TestCases.self, Diff.self,
          SchemaCommand.self,
        ]),
      CommandGroup(
        name: "Passing on", subcommands: [Build.self, Sign.self, Key.self, Verify.self]),
    ])
}
