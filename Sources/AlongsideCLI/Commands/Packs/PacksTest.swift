internal import AlongsideRuntime
internal import ArgumentParser
internal import Console
internal import Disk
internal import PackFormat
internal import Packs
internal import Practice

extension PacksCommand {
  /// `alongside packs test`: the pack's own pretend answers, each walked through.
  struct TestCases: ContextCommand {
    static let configuration = CommandConfiguration(
      commandName: "test", abstract: "Check a pack's tests: these answers, those questions",
      discussion: """
        Each file in tests/ names a prompt and pretend answers, and which questions should then be \
        asked and which not. A case that does not hold ends with 1, a file that cannot be read with \
        65.
        """)

    @OptionGroup var global: GlobalOptions
    @Argument(
      help: ArgumentHelp("The pack's folder.", valueName: "dir"), completion: .directory)
    var path: String
    @Flag(help: "Print as JSON.") var json = false

    func run(_ desk: Desk) throws {
      let named = try NamedPack(path, desk)
      let tests = try PackTestFiles.read(in: desk.absolute(path), called: path)
      guard !tests.isEmpty else {
        try named.refuse { _ in true }
        return try report([], 0, desk)
      }
      var failures: [PackCheck.Failure] = []
      for test in tests {
        let prompt = try named.prompt(ofTest: test)
        failures += PackCheck.run(test, prompt: prompt, sets: try named.sets(for: prompt))
      }
      try report(failures, tests.reduce(0) { $0 + $1.cases.count }, desk)
    }

    private func report(_ failures: [PackCheck.Failure], _ count: Int, _ desk: Desk) throws {
      if json {
        try desk.print(
          json: TestsJSON(cases: count, failures: failures.map(TestFailureJSON.init)))
      } else {
        for failure in failures { desk.terminal.out(failure.sentence) }
        desk.terminal.say(Self.sum(failures, count))
      }
      guard failures.isEmpty else {
        throw Failure.silent(failures.contains(where: \.isBroken) ? .badInput : .failed)
      }
    }

    private static func sum(_ failures: [PackCheck.Failure], _ count: Int) -> String {
      guard count > 0 else {
        return "There are no tests in this pack. They stand in tests/, one file for each prompt."
      }
      let cases = count == 1 ? "1 case" : "\(count) cases"
      let failed = Set(failures.map { "\($0.file):\($0.name):\($0.line)" }).count
      if failures.isEmpty {
        return count == 1 ? "1 case, and it holds." : "\(cases), and all hold."
      }
      return "\(cases), \(min(failed, count)) of them "
        + (failed == 1 ? "does not hold." : "do not hold.")
    }
  }
}

extension NamedPack {
  /// The prompt that a file of tests is about.
  fileprivate func prompt(ofTest test: PromptTests) throws -> Prompt {
    do {
      return try prompt(named: test.prompt)
    } catch let failure as Failure where failure.code == .usage {
      throw Failure(.badInput, "\(test.file): \(failure.message)", hints: failure.hints)
    }
  }
}

/// The files in a pack's `tests/`.
enum PackTestFiles {
  /// - Throws: `Failure` with 65 and everything that is wrong in them.
  static func read(in folder: String, called name: String) throws -> [PromptTests] {
    let place = "\(folder)/tests"
    guard InputFile.isFolder(place) else { return [] }
    let results = try InputFile.names(in: place).filter { $0.hasSuffix(".yaml") }.map { file in
      PackFile.tests(
        try InputFile.read("\(place)/\(file)", limit: 1 << 20), file: "\(name)/tests/\(file)")
    }
    let broken = results.flatMap(\.findings).filter { $0.severity == .error }
    guard broken.isEmpty else {
      throw Failure(.badInput, broken.map(\.sentence).joined(separator: "\n"))
    }
    return results.compactMap(\.content)
  }
}

extension PackCheck.Failure {
  var isBroken: Bool {
    if case .broken = reason { return true }
    return false
  }

  /// Where it is, what does not hold, and what came up instead.
  var sentence: String {
    let place = "\(file):\(line):\(column): "
    let title = name.isEmpty ? "" : "“\(name)”: "
    let came = " With these answers: \(shown.joined(separator: ", "))."
    switch reason {
    case .broken(let what, let hint): return place + title + hint.after(what)
    case .notShown(let ids):
      return place + title + "\(Self.list(ids)) should be asked and is not." + came
    case .notHidden(let ids):
      return place + title + "\(Self.list(ids)) should not be asked and is." + came
    }
  }

  private static func list(_ ids: [String]) -> String {
    ids.map { "\"\($0)\"" }.joined(separator: ", ")
  }
}

private struct TestsJSON: Encodable {
  let cases: Int
  let failures: [TestFailureJSON]
}

private struct TestFailureJSON: Encodable {
  let file: String
  let line: Int
  let column: Int
  let prompt: String
  let name: String
  let message: String
  let shown: [String]

  init(_ failure: PackCheck.Failure) {
    (file, line, column) = (failure.file, failure.line, failure.column)
    (prompt, name, shown) = (failure.prompt, failure.name, failure.shown)
    message =
      switch failure.reason {
      case .broken(let what, let hint): hint.after(what)
      case .notShown(let ids): "not shown: \(ids.joined(separator: ", "))"
      case .notHidden(let ids): "not hidden: \(ids.joined(separator: ", "))"
      }
  }
}
