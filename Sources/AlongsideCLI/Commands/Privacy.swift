internal import ArgumentParser
internal import Console
internal import Vault

/// `alongside privacy`: what is sealed, with what, what still shows, and to whom.
struct Privacy: ContextCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say what is sealed, what still shows, and to whom")

  @OptionGroup var global: GlobalOptions
  @Flag(help: "Print as JSON.") var json = false

  func run(_ desk: Desk) throws {
    let place = try desk.place()
    var parts = PrivacyText.parts
    if place.exists { parts.append(try PrivacyText.here(place)) }
    if json { return try desk.print(json: parts) }
    for (index, part) in parts.enumerated() {
      if index > 0 { desk.terminal.out("") }
      desk.terminal.out(part.heading)
      for line in part.lines { desk.terminal.out("- \(line)") }
    }
  }
}

/// One heading of `privacy`, and what stands beneath it.
struct PrivacyPart: Encodable {
  let heading: String
  let lines: [String]
}

/// The words of `privacy`: what docs/threat-model.md says, in one screen.
enum PrivacyText {
  static let parts = [
    PrivacyPart(heading: "What you can rely on", lines: Messages.honestWords),
    PrivacyPart(
      heading: "What is sealed",
      lines: [
        "Every page, answer, title, tag and date; what you put aside; what you erased and which "
          + "backups you made. All of it as soon as it is written.",
        "With age and ChaCha20-Poly1305. Your passphrase, or the ten words of your kit, are the only "
          + "ways in; each guess costs about a second of work.",
      ]),
    PrivacyPart(
      heading: "What still shows to someone who can read your files",
      lines: [
        "That you keep a journal with this program, and the journal's name.",
        "About how much is in it, how many pages and drafts wait, and when the files last changed.",
        "Nothing of what you wrote, and not when you wrote each page.",
      ]),
    PrivacyPart(
      heading: "What someone can do who runs this computer",
      lines: [
        "See what you type and read while you do, and copy the sealed files.",
        "Not open them without your words, and not change them without you being told.",
      ]),
    PrivacyPart(
      heading: "What leaves",
      lines: [
        "Nothing by itself: this program never uses a network.",
        "What you export is readable by anyone; what you back up is sealed.",
        "Words typed as arguments stay in your shell's history; words typed inside do not.",
      ]),
  ]

  static func here(_ place: JournalPlace) throws -> PrivacyPart {
    let (pages, drafts) = try Vault.Waiting.count(at: place)
    let ways =
      try Glance.hasRecovery(at: place)
      ? "Your passphrase opens it, and the words of your kit."
      : "Your passphrase alone opens it; no kit was made."
    return PrivacyPart(
      heading: "Your journal",
      lines: [
        "It lies in \(place.folder).", ways,
        "Waiting to be taken in: \(pages). Put aside: \(drafts).",
      ])
  }
}
