internal import ArgumentParser
internal import AlongsideRuntime
internal import Console
internal import PackFormat
internal import Packs

extension PacksCommand {
  /// `alongside packs lint`: all that is wrong or worth a look, of all files, in one go.
  struct Lint: ContextCommand {
    static let configuration = CommandConfiguration(
      commandName: "lint", abstract: "Find everything in a pack that should be mended",
      discussion: """
        Looks at every file of a pack, at one of its folders, or at single files. An error stops a \
        file from being used; a warning or a note stops nothing. Where a note is wrong about your \
        words, answer it with a line such as because: "We talk about that word." in the step. \
        What each code means: alongside packs schema --lint-guide.
        """)

    @OptionGroup var global: GlobalOptions
    @Argument(
      help: ArgumentHelp("Packs, folders or files; without any, the folder you are in."),
      completion: .file())
    var paths: [String] = []
    @Flag(help: "Leave the notes out.") var noNotes = false
    @Flag(help: "Print as JSON: every finding, with its code.") var json = false

    func run(_ desk: Desk) throws {
      let others = desk.packsBeside
      var findings: [Finding] = []
      if paths.isEmpty {
        findings = PackLint(path: desk.absolute("."), name: "", beside: others).findings
      }
      for path in paths {
        guard !path.isEmpty else { throw Failure.usage("a path is empty") }
        findings +=
          PackLint(
            path: desk.absolute(path), name: path, beside: others,
            standIn: desk.home.isOwn(desk.absolute(path)) ? Home.ownManifest : nil
          ).findings
      }
      if noNotes { findings.removeAll { $0.severity == .note } }
      if json {
        try desk.print(json: findings.map(FindingJSON.init))
      } else {
        LintScreen(terminal: desk.terminal).show(findings)
      }
      if findings.hasErrors { throw Failure.silent(.badInput) }
    }
  }
}

/// Findings for a person, file by file.
private struct LintScreen {
  /// So many of one file are shown; the rest are counted.
  private static let mostOfOneFile = 100

  let terminal: Terminal

  func show(_ findings: [Finding]) {
    var rest = findings[...]
    while let file = rest.first?.file {
      let ofFile = rest.prefix { $0.file == file }
      rest = rest.dropFirst(ofFile.count)
      for finding in ofFile.prefix(Self.mostOfOneFile) { show(finding) }
      let more = ofFile.count - Self.mostOfOneFile
      if more > 0 { terminal.out("\(file): and \(Self.grouped(more)) more in this file") }
      if !rest.isEmpty { terminal.out("") }
    }
    terminal.say(Self.summary(of: findings))
  }

  private func show(_ finding: Finding) {
    terminal.out(
      "\(finding.file):\(finding.line):\(finding.column): \(finding.severity.rawValue): "
        + finding.message)
    if let hint = finding.hint { terminal.out("    \(hint.line)") }
  }

  /// How much there is of each kind, in plain words.
  private static func summary(of findings: [Finding]) -> String {
    func count(_ severity: Finding.Severity) -> Int {
      findings.count { $0.severity == severity }
    }
    let (errors, warnings, notes) = (count(.error), count(.warning), count(.note))
    var parts: [String] = []
    if errors > 0 { parts.append("\(grouped(errors)) \(errors == 1 ? "thing" : "things") to mend") }
    if warnings > 0 { parts.append("\(grouped(warnings)) to look at") }
    if notes > 0 { parts.append("\(grouped(notes)) \(notes == 1 ? "note" : "notes")") }
    guard errors == 0 else { return parts.joined(separator: ", ") + "." }
    return (["Nothing to mend"] + parts).joined(separator: ", ") + "."
  }

  /// `1,234`.
  private static func grouped(_ number: Int) -> String {
    let digits = Array(String(number).utf8)
    var text: [UInt8] = []
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { text.append(0x2C) }
      text.append(digit)
    }
    return String(decoding: text, as: UTF8.self)
  }
}
