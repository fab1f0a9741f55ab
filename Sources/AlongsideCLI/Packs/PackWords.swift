internal import PackFormat
internal import Packs

// What the module of packs finds and why it refuses, in the words and codes of the command line.

extension Hint {
  /// The hint with the commands that do what it names.
  var line: String { words(\.command) }
}

extension Hint? {
  /// A message with what helps behind it.
  func after(_ message: String) -> String { map { "\(message) \($0.line)" } ?? message }
}

extension Hint.Act {
  fileprivate var command: String {
    switch self {
    case .begin: "alongside packs new DIR --id ID"
    case .lint: "alongside packs lint"
    case .build: "alongside packs build"
    case .sign: "alongside packs sign"
    case .verify: "alongside packs verify FILE"
    case .listPacks: "alongside packs list"
    case .listPrompts: "alongside prompts list --all"
    case .remove(let id): "alongside packs remove \(id)"
    case .goBack(let id): "alongside packs rollback \(id)"
    }
  }
}

extension Finding {
  /// Where it is, what it is, and what helps, in one line.
  var sentence: String { "\(file):\(line):\(column): \(hint.after(message))" }
}

/// A finding as `--json` prints it: all seven keys, whether or not there is a hint.
struct FindingJSON: Encodable {
  let file: String
  let line: Int
  let column: Int
  let code: String
  let severity: String
  let message: String
  let hint: String

  init(_ finding: Finding) {
    (file, line, column) = (finding.file, finding.line, finding.column)
    (code, severity) = (finding.code, finding.severity.rawValue)
    (message, hint) = (finding.message, finding.hint?.line ?? "")
  }
}

extension Failure {
  init(pack trouble: PackTrouble) {
    let shown = trouble.findings.prefix(20).filter { !trouble.message.contains($0.message) }
    let lines = [trouble.message] + shown.map(\.sentence)
    let more = trouble.findings.count - 20
    self.init(
      Code(trouble.reason),
      (lines + (more > 0 ? ["and \(more) more"] : [])).joined(separator: "\n"),
      hints: [trouble.hint.line])
  }
}

extension Failure.Code {
  /// Which code a command ends with for what is wrong with a pack.
  init(_ reason: PackTrouble.Reason) {
    self =
      switch reason {
      case .notInstalled, .nothingBefore, .lockFile, .disk, .store: .failed
      case .inUse: .inUse
      case .newerLockFile: .newerFormat
      case .unreadable, .archive, .files, .notBuilt, .sums, .unusableSignature, .conflict, .needs:
        .badInput
      case .signature, .policy, .signerNotAccepted, .signerExpired, .signerNotYet, .unsigned,
        .unknownSigner, .otherSigner, .bundled, .lowerRevision, .otherContent:
        .refused
      }
  }
}
