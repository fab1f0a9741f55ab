internal import AlongsideRuntime
internal import Console
internal import PackFormat
internal import Packs
internal import Practice
internal import SSHSigning

/// One offered pack on its way in: what it is, what a person says to it, and the installing.
struct Installing {
  let desk: Desk
  /// The pack as it was named on the command line.
  let name: String
  /// A signer who was compared before, by words or fingerprint.
  var signer: String?
  /// What to call the signer.
  var signerName: String?
  var acceptsUnsigned = false
  var asksNothing = false
  /// The pack that is to be updated, where one was named.
  var expected: String?

  private var terminal: Terminal { desk.terminal }

  /// - Parameter isUpdate: whether an earlier version has to be there.
  func run(isUpdate: Bool = false) throws -> (id: String, Installation) {
    let offer = try desk.offer(at: name)
    let rules = desk.home.installRules(
      for: offer, version: Program.version, features: Program.features)
    let installed = try desk.installed()
    let judgement = try installed.judge(offer, under: rules, today: desk.today)
    if case .refused(let trouble) = judgement.standing { throw trouble }
    guard let pack = offer.pack else { throw Failure(.badInput, "\(name) is no pack") }
    if let expected, pack.id != expected {
      throw Failure(
        .badInput, "\(name) is \(pack.id) now, and no newer version of \(expected)",
        hints: ["alongside packs update FILE takes the file that you name"])
    }
    if isUpdate, judgement.now == nil {
      throw Failure(
        .failed, "\(pack.id) is not installed, so there is nothing to update",
        hints: ["alongside packs install \(ShellWord.quoted(name))"])
    }
    let before = judgement.now == nil ? nil : try present(pack.id)
    let others = desk.home.packsInUse()
    for line in OfferText.lines(pack, before: before, judgement, beside: others) {
      terminal.say(line)
    }
    let lost = before.map { LostCare(from: $0, to: pack, beside: others) }
    for line in lost.map(OfferText.lines) ?? [] { terminal.say(line, as: .warning) }
    for note in judgement.notes where note.severity == .warning {
      terminal.say(note.sentence, as: .warning)
    }
    let acceptance = try acceptance(of: judgement.standing)
    if !judgement.isSame { try askOnce(judgement, losing: lost) }
    let done = try installed.install(
      offer, accepting: acceptance, under: rules, source: try desk.wholePath(name),
      today: desk.today)
    return (pack.id, done)
  }

  /// The version in use, where its files are whole.
  private func present(_ id: String) throws -> Pack? {
    try desk.installed().packs(under: desk.home.policies()).packs
      .first { $0.installed.id == id }?.folder.pack
  }

  private func acceptance(of standing: Standing) throws -> Acceptance {
    switch standing {
    case .known, .refused: return .nothing
    case .unsigned: return try unsigned()
    case .firstSight(let key):
      return try compared(
        key, "This pack is signed with a key that was not seen here before:", before: nil)
    case .otherSigner(let key, _, let before):
      return try compared(
        key,
        "The version you have is signed by \(before ?? "someone else"). This one is signed with "
          + "another key:", before: before ?? "someone else")
    }
  }

  private func unsigned() throws -> Acceptance {
    if acceptsUnsigned { return .unsigned }
    guard terminal.isInteractive else { return .nothing }
    terminal.say("Nobody signed this pack, so nothing shows who made it, or who changed it.")
    let wants = try terminal.confirm(
      "Do you know where it comes from, and want it?", otherwise: false)
    guard wants == true else { throw notInstalled }
    return .unsigned
  }

  private func compared(
    _ key: VerifyingKey, _ words: String, before: String?
  ) throws -> Acceptance {
    let called = try unused(signerName ?? Self.shortName(key), key)
    if let signer {
      guard KeyWords.names(signer, key) else {
        throw Failure(
          .refused, "\(name) is not signed by the one you named; its signer is \(key.fingerprint)",
          hints: [
            "if you typed words, look at each of them again",
            "do not install it before you have asked whoever signed it",
          ])
      }
      return .signer(fingerprint: key.fingerprint, name: called)
    }
    guard terminal.isInteractive else {
      throw Failure(
        .refused,
        "\(name) is signed by \(key.fingerprint), "
          + (before.map { "and the version you have by someone else, \($0)" }
            ?? "who is not known here"),
        hints: [
          "compare the key with the signer by another way than the file came",
          "then say which words they read to you: --signer \"EIGHT WORDS\", or their fingerprint",
        ])
    }
    terminal.say(words)
    SignerText.say(key, terminal)
    terminal.say(
      "Ask whoever made it to read you these words: by telephone, in person, or on a page of "
        + "theirs. Not from the message that brought the file.")
    guard try terminal.confirm("Are they the same?", otherwise: false) == true else {
      throw notInstalled
    }
    return .signer(fingerprint: key.fingerprint, name: try unused(askName(called), key))
  }

  /// What a signer is called until a person says otherwise; never what a pack calls itself.
  private static func shortName(_ key: VerifyingKey) -> String {
    KeyWords.words(of: key).split(separator: " ").prefix(2).joined(separator: " ")
  }

  /// The name, unless another key has it here already.
  private func unused(_ name: String, _ key: VerifyingKey) throws -> String {
    let others = try desk.installed().lock().signers.filter {
      $0.key.fingerprint != key.fingerprint && $0.name.lowercased() == name.lowercased()
    }
    guard others.isEmpty else {
      throw Failure(
        .refused, "you call another signer \"\(name)\" already, with another key",
        hints: ["if it is someone else, give them another name: --signer-name NAME"])
    }
    return name
  }

  private func askName(_ offered: String) throws -> String {
    guard signerName == nil else { return offered }
    var question = Question("What do you call them?", isSkippable: false)
    question.standing = offered
    question.isOffered = true
    switch terminal.ask(question) {
    case .words(let words):
      return words.trimmed.isEmpty ? offered : String(words.trimmed.prefix(120))
    case .nothing: return offered
    case .command, .end, .interrupted: throw Failure.silent(.interrupted)
    }
  }

  /// Whoever only presses Enter takes nothing in that is less careful with them.
  private func askOnce(_ judgement: Judgement, losing lost: LostCare?) throws {
    guard !asksNothing else { return }
    let isCareful = lost?.isEmpty != false
    guard terminal.isInteractive else {
      guard isCareful else {
        throw Failure.usage(
          "\(name) is less careful with people than the version you have, and nothing was installed",
          hints: ["--yes says go on"])
      }
      return
    }
    let question = judgement.now == nil ? "Install it?" : "Put it in the place of the one you have?"
    guard try terminal.confirm(question, otherwise: isCareful) == true else { throw notInstalled }
  }

  private var notInstalled: Failure {
    terminal.say("Nothing was installed; everything is as it was.")
    return Failure.silent(.failed)
  }
}
