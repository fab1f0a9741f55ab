// alongside: the program. It hardens the process, answers `--version` before anything else is looked at, and
// hands over to `Launch`. It must stay synchronous and small: a shell waits for it.

internal import AlongsideCLI
internal import CProcess
internal import Disk

// Before anything else: no core dumps, no other process of this account looking into this one.
_ = alongside_harden()
// A journal or backup opened as number 1 would get what is printed.
guard alongside_hold_streams() == 0 else { exit(1) }

// Without even the program's own name, what was typed did not arrive: to go on would do something else.
guard CommandLine.argc > 0 else {
  let words = "alongside: the system did not hand over what was typed; please try again\n"
  _ = words.withCString { write(2, $0, strlen($0)) }
  exit(1)
}
let arguments = Array(CommandLine.arguments.dropFirst())
// Answered before anything is looked at, so that a shell or a script gets it at once.
if arguments == ["--version"] {
  print(Program.version)
} else {
  Launch.run(arguments)
}
