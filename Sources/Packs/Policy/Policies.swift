import Disk
package import PackFormat

/// All policies that hold for one run; each can only take away from what the others leave.
package struct Policies: Sendable, Hashable {
  package private(set) var policies: [Policy] = []
  /// What is wrong with policies that could not be read.
  package private(set) var findings: [Finding] = []
  private var broken: [String] = []

  /// No policy: each person decides.
  package init() {}

  /// Reads one policy from its bytes.
  package init(reading bytes: [UInt8], file: String) {
    take(bytes, file: file)
  }

  /// Reads the system's policy, where there is one, and those that were added for this run.
  package init(system: String?, added: [String] = []) {
    if let system { take(system, mayBeMissing: true) }
    for path in added { take(path, mayBeMissing: false) }
  }

  /// Adds a policy from memory.
  package mutating func take(_ bytes: [UInt8], file: String) {
    let result = Policy.read(bytes, file: file)
    findings += result.findings
    guard let policy = result.content else { return broken.append(file) }
    policies.append(policy)
  }

  private mutating func take(_ path: String, mayBeMissing: Bool) {
    do throws(PackTrouble) {
      if let bytes = try PackDisk.read(path, limit: PackLimits.fileByteCount + 1) {
        take(bytes, file: path)
      } else if !mayBeMissing || FileFacts.mayBeThere(path) {
        fail(path, "There is no such file.")
      }
    } catch {
      fail(path, error.message)
    }
  }

  private mutating func fail(_ path: String, _ message: String) {
    broken.append(path)
    findings.append(
      Finding(
        file: path, line: 1, column: 1, code: FindingCode.brokenPolicy.rawValue, severity: .error,
        message: message, hint: "Check its path and who may read it."))
  }

  /// Why no outside pack is used at all, or nil when every policy could be read.
  package var trouble: PackTrouble? {
    guard let file = broken.first else { return nil }
    let errors = findings.filter { $0.severity == .error }
    let first = errors.first { $0.file == file }
    let place = first.map { "\($0.file):\($0.line)" } ?? file
    return PackTrouble(
      .policy,
      "No outside packs are used, because the policy cannot be read: \(place): "
        + (first?.message ?? "It is not understood."),
      hint: "Whoever looks after this computer can mend it."
        + (first?.hint.map { " " + $0 } ?? "") + " What came with Alongside works as ever.",
      findings: errors)
  }

  /// Everything that any policy points out.
  package var offers: [Policy.Offer] { policies.flatMap(\.offers) }

  /// The most that any plugin may be granted; nil for no ceiling.
  package var permissions: Set<String>? {
    policies.compactMap(\.permissions).reduce(nil) { a, b in a?.intersection(b) ?? b }
  }

  /// Whether any policy names signers, so that nothing without a signature is taken.
  package var namesSigners: Bool { policies.contains { $0.signers != nil } }
}
