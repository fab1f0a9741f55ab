internal import Age
internal import AlongsideRuntime
internal import Console
internal import PackFormat
internal import Packs
internal import Practice
internal import Vault

/// What lies ready when a command runs: the context, the flags, and where things are.
struct Desk {
  let context: Context
  var options: GlobalOptions
  /// The journal as a session keeps it open; nil where each command opens it.
  var unlocked: Unlocked?

  /// The journal that a session holds open.
  ///
  /// Where a command begins without one, it makes it before it needs it.
  var session: Unlocked {
    get throws {
      if let unlocked { return unlocked }
      return Unlocked(try reader())
    }
  }

  var terminal: Terminal { context.terminal }

  /// `--home`, `ALONGSIDE_HOME`, or below the data folder of the XDG specification.
  func homePath() throws -> String {
    if options.home == "" { throw Failure.usage("--home is empty", hints: ["--home DIR"]) }
    if let home = options.home ?? context.variable("ALONGSIDE_HOME") { return absolute(home) }
    if let data = context.folder("XDG_DATA_HOME") { return "\(data)/alongside" }
    return "\(try userHome())/.local/share/alongside"
  }

  /// What the person has besides their journals.
  ///
  /// Where nobody knows the home folder there are the program's packs and those of `--packs` alone.
  var home: Home {
    Home(
      path: try? homePath(), program: context.programPacks, named: options.packs.map(absolute),
      systemPolicy: context.systemPolicy,
      policies: [options.policy].compactMap(\.self).map(absolute),
      language: LocaleChoice(environment: context.environment))
  }

  /// The packs that this person installed.
  ///
  /// - Throws: `Failure` with 64 if nobody knows the home folder.
  func installed() throws -> InstalledPacks { Home.installed(in: try homePath()) }

  /// Where this machine remembers, whatever `--home` says: outside the journal on purpose.
  private func state() throws -> String {
    if let state = context.folder("XDG_STATE_HOME") { return state }
    return "\(try userHome())/.local/state"
  }

  private func userHome() throws -> String {
    guard let home = context.folder("HOME") else {
      throw Failure.usage("it is not known where your home folder is", hints: ["set HOME"])
    }
    return home
  }

  func absolute(_ path: String) -> String {
    guard !path.hasPrefix("/"), let here = context.folder("PWD") else { return path }
    return "\(here)/\(path)"
  }

  /// The names of all journals in this home.
  func journalNames() throws -> [String] { JournalPlace.names(home: try homePath()) }

  /// The journal that this command is about.
  ///
  /// - Throws: `Failure` with 64 when there are several and none was named.
  func place() throws -> JournalPlace {
    let names = try journalNames()
    if let name = options.journal ?? context.variable("ALONGSIDE_JOURNAL") {
      guard JournalPlace.isName(name) else {
        throw Failure.usage(
          "a journal cannot be called \"\(name)\"",
          hints: ["use small letters a-z, digits and hyphens, at most 40"])
      }
      return try place(name)
    }
    guard names.count <= 1 else {
      throw Failure.usage(
        "there are \(names.count) journals here: \(names.joined(separator: ", "))",
        hints: ["say which: --journal \(names[0])"])
    }
    return try place(names.first ?? "journal")
  }

  /// A journal's place where it does not matter which: the one that is meant, or else the first.
  func anyPlace() throws -> JournalPlace {
    let isNamed = options.journal != nil || context.variable("ALONGSIDE_JOURNAL") != nil
    guard !isNamed, let first = try journalNames().first else { return try place() }
    return try place(first)
  }

  private func place(_ name: String) throws -> JournalPlace {
    JournalPlace(home: try homePath(), name: name, state: try state(), memory: context.memory)
  }

  /// Says which journal it is, where there are several.
  func sayWhich(_ place: JournalPlace) throws {
    if try journalNames().count > 1 { terminal.say("Journal: \(place.name)", as: .quiet) }
  }

  /// The journal, closed: checked before anything is asked or read.
  func closed() throws -> ClosedJournal {
    let journal = try ClosedJournal(at: place())
    switch journal.comparison {
    case .agrees: break
    case .firstTimeHere:
      terminal.say(
        "This journal was not opened on this machine before, so there is nothing to compare it "
          + "with yet. Open it once to change that: alongside list", as: .quiet)
    case .unreadable(let path, let reason):
      terminal.say(
        Self.unread(path, reason)
          + " Nothing was compared. Opening the journal makes it again: alongside list",
        as: .warning)
    }
    return journal
  }

  /// A path as a command was given it, as one that will still lead there from another folder.
  func wholePath(_ path: String) throws -> String {
    guard !path.isEmpty else { throw Failure.usage("a path is empty") }
    return absolute(path)
  }

  /// Reads an archive or folder that someone holds out.
  func offer(at path: String) throws -> OfferedPack {
    try OfferedPack(path: wholePath(path))
  }

  /// The packs that one which is being written would stand beside.
  var packsBeside: [Pack] {
    let installed = try? installed().packs(under: home.policies()).packs
    return context.programPacks.packs + (installed ?? []).compactMap(\.folder.pack)
      + home.namedPacks()
  }

  var today: Day { context.clock.now().day }

  /// The work of a guess at new words.
  var logN: Int { context.logN ?? ScryptWork.shipped }

  /// The prompt of this name.
  ///
  /// - Throws: `ShelfProblem`; or `Failure` with 65 where a file of this name is there and is broken.
  func prompt(
    named name: String, in library: Library, orTemplate: Bool = false
  ) throws -> Prompt {
    do {
      return try library.shelf.prompt(named: name, orTemplate: orTemplate)
    } catch {
      let id = name.split(separator: "/").last.map(String.init) ?? name
      let broken = library.findings.filter {
        $0.severity == .error && NamedPack.isFile($0.file, of: id, orTemplate: orTemplate)
      }
      guard !broken.isEmpty else { throw error }
      throw Failure(
        .badInput, broken.map(\.sentence).joined(separator: "\n"),
        hints: ["the prompt \"\(id)\" can be used when its file is mended"])
    }
  }

  /// Says on standard error what is wrong with packs, without stopping for it.
  func sayFindings(of library: Library) {
    for finding in library.findings where finding.severity == .error {
      terminal.say(finding.sentence, as: .warning)
    }
  }

  /// Prints a value as JSON.
  func print(json value: some Encodable) throws {
    terminal.outExactly(String(decoding: try JSON.shown(value), as: UTF8.self))
  }

  /// Prints a value in the form of packs as JSON, on one line.
  func print(json value: JSONValue) {
    terminal.outExactly(String(decoding: JSON.shown(value), as: UTF8.self))
  }
}
