internal import AlongsideCLI
internal import CProcess

// Before anything else: no core dumps, no other process of this account looking into this one.
_ = alongside_harden()

let arguments = Array(CommandLine.arguments.dropFirst())
// Answered before anything is looked at, so that a shell or a script gets it at once.
if arguments == ["--version"] {
  print(Program.version)
} else {
  Launch.run(arguments)
}
