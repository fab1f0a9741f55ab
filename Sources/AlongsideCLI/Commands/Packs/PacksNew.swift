internal import ArgumentParser
internal import Console
internal import PackFormat
internal import Packs

extension PacksCommand {
  /// `alongside packs new`: a folder to begin with.
  struct New: ContextCommand {
    static let configuration = CommandConfiguration(
      abstract: "Begin a pack: a folder with one small prompt in it",
      discussion: """
        Makes pack.yaml and one prompt whose notes say what each line is for. Both are plain text \
        for any editor. Nothing that is there already is touched.
        """)

    @OptionGroup var global: GlobalOptions
    @Argument(
      help: ArgumentHelp("The folder to make.", valueName: "dir"), completion: .directory)
    var path: String
    @Option(help: "What names the pack everywhere, as org.example.our-group.") var id: String?
    @Option(help: "What people see in lists.") var name: String?

    func run(_ desk: Desk) throws {
      if let id { try Self.check(id) }
      let place = desk.absolute(path)
      try NewFile.checkFree(place, called: path)
      let id = try id ?? Self.askID(path, desk)
      let name = try name ?? Self.askName(id, desk)
      try Self.checkName(name)
      try NewFile.makeEmptyFolder(place, called: path)
      try NewFile.makeFolder("\(place)/prompts", called: "\(path)/prompts")
      try NewFile.write(NewPack.manifest(id: id, name: name), to: "\(place)/pack.yaml")
      try NewFile.write(NewPack.prompt, to: "\(place)/\(NewPack.promptFile)")
      say(desk)
    }

    private func say(_ desk: Desk) {
      desk.terminal.say("Your pack is made: a page about itself, and one prompt to change.")
      desk.terminal.out("\(path)/pack.yaml")
      desk.terminal.out("\(path)/\(NewPack.promptFile)")
      desk.terminal.say("Next, in any order:", as: .hint)
      desk.terminal.say("  open the files in your editor, and change the words", as: .hint)
      for (command, what) in [
        ("add", "asks you for questions"), ("try", "walks through as a person would"),
        ("lint", "finds mistakes"),
      ] {
        desk.terminal.say("  alongside packs \(command) \(path)  \(what)", as: .hint)
      }
    }

    private static func check(_ id: String) throws {
      guard let problem = ItemName.problem(withPackID: id) else { return }
      let better = ItemName.packID(near: id)
      throw Failure.usage(
        "a pack cannot be called \"\(id)\": \(problem)",
        hints: ["--id \(better ?? "org.example.our-group")"])
    }

    private static func checkName(_ name: String) throws {
      let isOneLine = !name.contains(where: \.isNewline)
      guard isOneLine, !name.allSatisfy(\.isWhitespace), name.unicodeScalars.count <= 120 else {
        throw Failure.usage(
          "a pack's name is one line of at most 120 letters", hints: ["--name \"Our group\""])
      }
    }

    private static func askID(_ path: String, _ desk: Desk) throws -> String {
      guard desk.terminal.isInteractive else {
        throw Failure.usage(
          "a pack needs an id",
          hints: ["alongside packs new \(ShellWord.quoted(path)) --id org.example.our-group"])
      }
      let folder = path.split(separator: "/").last.map(String.init) ?? ""
      let suggestion = ItemName.packID(near: folder)
      let question = Question(
        "What shall name the pack everywhere?",
        help: """
          Small letters and dots, like an address read backwards: org.example.our-group. The first \
          part keeps it apart from packs of other groups. It never changes.
          """, example: "org.example.our-group", standing: suggestion,
        hint: suggestion == nil ? nil : "Enter takes it.", isSkippable: false)
      return try ask(question, offering: suggestion, desk) { typed in
        guard let problem = ItemName.problem(withPackID: typed) else { return nil }
        let better = ItemName.packID(near: typed).map { " How about \($0)?" } ?? ""
        return "\(problem.prefix(1).uppercased() + problem.dropFirst()).\(better)"
      }
    }

    private static func askName(_ id: String, _ desk: Desk) throws -> String {
      let last = id.split(separator: ".").last.map(String.init) ?? id
      let words = last.split(separator: "-").joined(separator: " ")
      let suggestion = words.prefix(1).uppercased() + words.dropFirst()
      guard desk.terminal.isInteractive else { return suggestion }
      let question = Question(
        "And what shall people see in lists?", standing: suggestion, hint: "Enter takes it.",
        isSkippable: false)
      return try ask(question, offering: suggestion, desk) { typed in
        typed.unicodeScalars.count <= 120 ? nil : "At most 120 letters, please."
      }
    }

    /// Asks until the words will do.
    private static func ask(
      _ question: Question, offering suggestion: String?, _ desk: Desk,
      problem: (String) -> String?
    ) throws -> String {
      var question = question
      question.isOffered = true
      while true {
        switch desk.terminal.ask(question) {
        case .words(let typed):
          let words = typed.split(whereSeparator: \.isWhitespace).joined(separator: " ")
          guard let problem = problem(words) else { return words }
          desk.terminal.say(problem, as: .hint)
        case .nothing:
          if let suggestion { return suggestion }
        case .command(.helpNow, _): HelpNow.say(desk)
        case .command(.back, _), .command(.skip, _), .command(.help, _), .command(.edit, _):
          desk.terminal.say("This one is needed; /stop leaves, and nothing is made.", as: .hint)
        case .command, .end, .interrupted:
          throw Failure(.interrupted, "no pack was made")
        }
      }
    }
  }
}
