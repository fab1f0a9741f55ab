// AlongsideCLI: every command, and every word that a person reads.
//
// `Launch` gathers the real world into a `Context`; `Program` runs one command in it and returns an exit code. A
// command is a `ContextCommand` in Commands/, which works with a `Desk`: the context, the flags, and where
// things are. `InterviewScreen` and `AnswerScreen` put an interview on a terminal. Packs/ and PackWriting/ are for packs, Health/
// is what `doctor` looks at. `Failure` is an error with its words, its hints and its exit code; libraries give facts,
// and `Failure+Vault.swift` and `Failure+Runtime.swift` translate them.
//
// Data goes to standard output and talk to standard error. Without a terminal nothing is asked.
//
// It must never put what was written, an answer or a key in a message, change what an exit code or a flag
// means, or read the environment anywhere but in `Launch`.

internal import Console
package import ArgumentParser

/// A command that does its work through a context.
protocol ContextCommand: ParsableCommand {
  var global: GlobalOptions { get }
  func run(_ desk: Desk) throws
}

/// The whole program, from words on the command line to an exit code.
///
/// ```swift
/// let code = Program.run(["prompts", "show", "daily-three"], in: context)
/// ```
package enum Program {
  package static let version = "0.1.0"
  /// What a pack can ask for under `needs: {features: [...]}`, by docs/packs-format.md.
  static let features: Set = [
    "prompt.branch", "prompt.repeat", "session", "values", "signposts", "locale", "override",
    "vocabulary",
  ]

  /// Runs one command and says what went wrong, if something did.
  package static func run(_ arguments: [String], in context: Context) -> Int32 {
    run(arguments, in: context, within: nil)
  }

  /// - Parameter session: the journal that is open, and the flags it was opened with.
  static func run(
    _ arguments: [String], in context: Context, within session: (Unlocked, GlobalOptions)?
  ) -> Int32 {
    do {
      let arguments = Arguments.reordered(arguments)
      try CommandNames.check(arguments)
      let command = try AlongsideCommand.parseAsRoot(arguments)
      guard let command = command as? any ContextCommand else {
        var command = command
        try command.run()
        return 0
      }
      var desk = Desk(context: context, options: command.global)
      if let (unlocked, options) = session {
        try refuseInside(command)
        desk.options = command.global.within(options)
        desk.unlocked = unlocked
      }
      let terminal = context.terminal
      if session == nil { sayCharset(in: context) }
      terminal.helpNow = { [desk] in HelpNow.say(desk) }
      defer { terminal.helpNow = {} }
      try command.run(desk)
      return 0
    } catch {
      return report(error, in: context)
    }
  }

  private static func sayCharset(in context: Context) {
    guard context.terminal.isInteractive,
      let warning = TerminalCharset.warning(in: context.environment)
    else { return }
    context.terminal.say(warning, as: .warning)
  }

  /// What makes or opens another journal waits until this one is closed.
  private static func refuseInside(_ command: any ContextCommand) throws {
    let isElsewhere =
      command is Start || command is OpenCommand || command is Restore
      || command is SalvageCommand
    // Nothing of theirs can be put aside when the journal closes because nobody is there.
    guard !(command is PacksCommand.Add), !(command is PacksCommand.Try) else {
      throw Failure.usage(
        "questions are written and tried beside a closed journal",
        hints: ["Enter closes this one first"])
    }
    guard !isElsewhere, !command.global.namesJournal else {
      throw Failure.usage(
        "this journal is open; another cannot be opened beside it",
        hints: ["Enter closes this one first"])
    }
  }

  private static func report(_ error: any Error, in context: Context) -> Int32 {
    if isParser(error) {
      let code = AlongsideCommand.exitCode(for: error).rawValue
      let message = AlongsideCommand.fullMessage(for: error)
      guard code != 0 else {
        context.terminal.outExactly(message + "\n")
        return 0
      }
      context.terminal.say(message)
      return code
    }
    let failure = Failure(error)
    if !failure.isSilent {
      context.terminal.say("alongside: \(failure.message)", as: .warning)
      for hint in failure.hints { context.terminal.say("hint: \(hint)", as: .hint) }
    }
    return failure.code.rawValue
  }

  /// The parser's own errors, which it words and numbers itself.
  private static func isParser(_ error: any Error) -> Bool {
    error is CleanExit || error is ValidationError || error is ExitCode
      || String(reflecting: type(of: error)).hasPrefix("ArgumentParser.")
  }
}

/// The root of all commands.
package struct AlongsideCommand: ParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "alongside",
    abstract: "A journal for people who use their own experience to walk beside others",
    discussion: """
      What you write is sealed as you write it; only your passphrase opens it. Every question can \
      be skipped, and every page can be let go.
      """,
    version: Program.version,
    subcommands: [Front.self],
    groupedSubcommands: [
      CommandGroup(name: "Writing", subcommands: [Reflect.self, Write.self, Revise.self]),
      CommandGroup(
        name: "Reading",
        subcommands: [List.self, Show.self, Search.self, History.self, Tag.self, LookBack.self]),
      CommandGroup(
        name: "Your journal",
        subcommands: [
          Start.self, OpenCommand.self, PassphraseCommand.self, Recovery.self, Rekey.self,
          Erase.self, RetentionCommand.self,
        ]),
      CommandGroup(
        name: "Carrying away and bringing in",
        subcommands: [
          Backup.self, Restore.self, Export.self, ImportCommand.self, Check.self,
        ]),
      CommandGroup(
        name: "Health",
        subcommands: [Verify.self, SalvageCommand.self, Doctor.self, Privacy.self]),
      CommandGroup(
        name: "Prompts and people to turn to",
        subcommands: [Prompts.self, PacksCommand.self, HelpNow.self]),
    ],
    defaultSubcommand: Front.self)

  package init() {}
}
