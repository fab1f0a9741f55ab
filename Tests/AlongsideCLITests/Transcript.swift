import AlongsideCLI
import AlongsideRuntime
import Console
import Foundation
import Practice
import Synchronization
import TestSupport

/// A run of commands in one file: what was called, what was typed, and all that came of it.
///
/// A line `$ alongside …` is a command. Behind it stand, in this order, lines `< typed` (at a
/// terminal), lines `<< text` (standard input, no terminal), `+ DAYS` where days have passed since the
/// last one, `? CODE` where the exit code is not 0, and then everything the person sees. Ids, paths and kit words are written `ID`, `$HOME`, `WORDS`.
struct Transcript {
  struct Command {
    var words: [String]
    var typed: [String] = []
    var input: [String] = []
    var days = 0
    var code: Int32 = 0
    var seen: [String] = []
  }

  var heading: [String] = []
  var commands: [Command] = []

  init(reading text: String) {
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if line.hasPrefix("$ alongside") {
        commands.append(Command(words: Self.words(String(line.dropFirst(11)))))
      } else if commands.isEmpty {
        heading.append(line)
      } else if line.hasPrefix("<< ") || line == "<<" {
        commands[commands.count - 1].input.append(String(line.dropFirst(3)))
      } else if line.hasPrefix("< ") || line == "<" {
        commands[commands.count - 1].typed.append(String(line.dropFirst(2)))
      } else if line.hasPrefix("+ "), let days = Int(line.dropFirst(2)) {
        commands[commands.count - 1].days = days
      } else if line.hasPrefix("? "), let code = Int32(line.dropFirst(2)) {
        commands[commands.count - 1].code = code
      } else {
        commands[commands.count - 1].seen.append(line)
      }
    }
  }

  var text: String {
    (heading + commands.flatMap(Self.lines)).joined(separator: "\n").trimmedEnd + "\n"
  }

  private static func lines(_ command: Command) -> [String] {
    ["$ alongside" + command.words.map { " " + ($0.contains(" ") ? "'\($0)'" : $0) }.joined()]
      + command.typed.map { "< \($0)".trimmedEnd } + command.input.map { "<< \($0)".trimmedEnd }
      + (command.days == 0 ? [] : ["+ \(command.days)"])
      + (command.code == 0 ? [] : ["? \(command.code)"]) + command.seen
  }

  /// Words parted by spaces; a part in single quotes is one word.
  private static func words(_ line: String) -> [String] {
    var words: [String] = []
    for (index, part) in line.split(separator: "'", omittingEmptySubsequences: false).enumerated() {
      if index % 2 == 1 {
        words.append(String(part))
      } else {
        words += part.split(separator: " ").map(String.init)
      }
    }
    return words
  }
}

extension String {
  var trimmedEnd: String {
    var text = self[...]
    while let last = text.last, last.isWhitespace { text = text.dropLast() }
    return String(text)
  }
}

/// A home of a test's own, and the commands run in it one after the other.
final class TranscriptHome {
  let scratch: Scratch
  /// Saturday 14 March 2026, 20:15 in London; a minute later at each command.
  private var time: Int64 = 1_773_519_300_000
  private var width: Int
  private let packs: String

  init(width: Int = 80) throws {
    scratch = try Scratch()
    self.width = width
    packs =
      URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("prompts")
      .path
    let path = try scratch.write(Array("gentle river walk today\n".utf8), to: "pw")
    chmod(path, 0o600)
    try makePack()
    try makeTestedPack()
    try makeChangingPacks()
    try makePassedOnPacks()
    try makePlacesPacks()
    try makeMeetingPack()
    try makeWordPacks()
    try makeAgreeingPack()
    try makeAskingPack()
    let jrnl =
      "[2025-10-26 01:30] Twice that night. @home\nMore words.\n\n[2026-02-01 10:00] A day.\n"
    _ = try scratch.write(Array(jrnl.utf8), to: "jrnl.txt")
  }

  /// A pack with one good prompt and one broken one.
  private func makePack() throws {
    try FileManager.default.createDirectory(
      atPath: scratch.file("pack/prompts"), withIntermediateDirectories: true)
    let files = [
      "pack.yaml": """
      schema: alongside.pack/1
      id: org.example.trial
      version: 0.1.0
      revision: 1
      name: A trial
      default_locale: en
      """,
      "prompts/fine.yaml": """
      schema: alongside.prompt/1
      id: fine
      title: Small things
      steps:
        - id: things
          ask: What small things helped?
          help: Two or three are plenty.
          type: list
          of: {name: line, when: date}
        - id: parts
          ask: How were the parts of the day?
          type: table
          rows: [{id: morning, label: Morning}, {id: evening, label: Evening}]
          options: [{id: hard, label: Hard}, {id: ok, label: OK}]
        - id: ok
          ask: Shall we leave it here?
          type: yes-no
      """,
      "prompts/broken.yaml": """
      schema: alongside.prompt/1
      id: broken
      titel: What is this: a colon
      steps:
        - id: one
          ask: One?
      """,
    ]
    for (name, text) in files { _ = try scratch.write(Array(text.utf8), to: "pack/\(name)") }
  }

  /// A pack whose tests hold in part.
  private func makeTestedPack() throws {
    for folder in ["prompts", "tests"] {
      try FileManager.default.createDirectory(
        atPath: scratch.file("tested/\(folder)"), withIntermediateDirectories: true)
    }
    let files = [
      "pack.yaml": """
      schema: alongside.pack/1
      id: org.example.tested
      version: 0.1.0
      revision: 1
      name: Tested
      default_locale: en
      """,
      "prompts/mood.yaml": """
      schema: alongside.prompt/1
      id: mood
      title: How it is
      steps:
        - {id: mood, ask: How is it?, type: choice, options: [Easy, Hard]}
        - {id: why, ask: What makes it so?, when: {answered: mood, is: hard}}
      """,
      "tests/mood.yaml": """
      schema: alongside.tests/1
      prompt: mood
      cases:
        - {name: a hard day, answers: {mood: hard}, shows: [mood, why], hides: []}
        - {name: an easy day, answers: {mood: easy}, shows: [mood], hides: [mood]}
        - {name: nothing said, answers: {}, shows: [why], hides: []}
      """,
    ]
    for (name, text) in files { _ = try scratch.write(Array(text.utf8), to: "tested/\(name)") }
  }

  /// Packs that change others, an earlier state of one, and a home with prompts of a person's own.
  private func makeChangingPacks() throws {
    let manifest = { (id: String, revision: Int) in
      """
      schema: alongside.pack/1
      id: \(id)
      version: 1.\(revision).0
      revision: \(revision)
      name: Nights
      default_locale: en

      """
    }
    let prompt = { (id: String, steps: String) in
      "schema: alongside.prompt/1\nid: \(id)\ntitle: A night\nsteps:\n\(steps)"
    }
    let files = [
      "nights-old/pack.yaml": manifest("org.example.nights", 1),
      "nights-old/prompts/night.yaml": prompt(
        "night",
        "  - {id: one, ask: How was the night?, type: line}\n  - {id: two, ask: Who was there?}\n"),
      "nights/pack.yaml": manifest("org.example.nights", 2) + """
        vocabulary: {peer: companion}
        overrides:
          - item: core/daily-tired
            because: We write after a night
            set:
              title: A few words in the morning
              word/ask: Which word is left of this night?
        hides:
          - {item: core/week-look-back, because: We look back once a month}
        """,
      "nights/prompts/night.yaml": prompt(
        "night",
        """
          - {id: one, ask: "How was the night, for you and your {peer}?", type: choice, options: [Calm, Hard]}
          - {id: three, ask: What helped?}
          - {id: four, say: Sleep well.}

        """),
      "wards/pack.yaml": manifest("org.example.wards", 1) + """
        overrides:
          - {item: core/daily-tired, because: Shorter, set: {title: Tired}}
          - {item: core/after-contact, because: No fuss, set: {carrying-what/sensitivity: ordinary}}
        hides:
          - {item: core/drift-check, because: Not for us}
        """,
      "second/own/prompts/mine.yaml": prompt("mine", "  - {id: a, ask: What is mine in this?}\n"),
    ]
    for (name, text) in files {
      let folder = name.split(separator: "/").dropLast().joined(separator: "/")
      try FileManager.default.createDirectory(
        atPath: scratch.file(folder), withIntermediateDirectories: true)
      _ = try scratch.write(Array(text.utf8), to: name)
    }
  }

  /// Runs one command as a person or a script would, and returns what was seen and the exit code.
  func run(_ command: Transcript.Command) -> (seen: [String], code: Int32) {
    let screen = CapturedSink()
    let input = command.typed.isEmpty ? nil : ScriptedInput(lines: command.typed, echo: screen)
    let terminal = Terminal(
      input: input, data: screen, talk: screen, dataIsTerminal: input != nil,
      width: { [width] in width })
    time += Int64(command.days) * 86_400_000
    let moment = Moment(utcMilliseconds: time, offset: 0, zone: "Europe/London")
    time += 60_000
    let typed = Array(command.input.map { $0 + "\n" }.joined().utf8)
    let context = Context(
      terminal: terminal,
      environment: ["HOME": scratch.path, "PATH": "/usr/bin:/bin", "EDITOR": "no-such-editor"],
      clock: Clock { moment }, programPacks: ProgramPacks(in: packs),
      pages: ["\(ProgramHome.root)/docs"],
      memory: ["/dev/shm"], readInput: { typed }, logN: 10)
    let words = command.words.map { $0.replacingOccurrences(of: "$HOME", with: scratch.path) }
    let code = Program.run(words, in: context)
    return (Self.steady(screen.text, home: scratch.path), code)
  }

  /// The text with everything that differs from run to run made the same.
  private static func steady(_ text: String, home: String) -> [String] {
    var text = text.replacingOccurrences(of: home, with: "$HOME")
    for (pattern, word) in [
      ("\\b[a-z2-7]{13}\\b(?=[\\s\",.]|$)", "ID"), ("\\b[a-z2-7]{8}  (?=\\d{4}-)", "ID  "),
      ("(?<=alongside history |alongside erase )[a-z2-7]{8}\\b", "ID"),
      ("(?m)^    (?:[a-z]{3,8} ){5,9}[a-z]{3,8}$", "    WORDS"),
    ] {
      text = text.replacingOccurrences(of: pattern, with: word, options: .regularExpression)
    }
    return text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { String($0).trimmedEnd }.dropLast()
  }
}
