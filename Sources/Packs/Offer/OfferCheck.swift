import Archive
import PackFormat
import SSHSigning

/// Compares the files of an offered pack with its list, and the list with its signature.
struct OfferCheck {
  private let files: PackFiles
  /// Whether a signature came with it, good or bad: then words speak of signing.
  private let isSigned: Bool
  private(set) var findings: [Finding] = []

  init(_ files: PackFiles) {
    self.files = files
    isSigned = files[Sums.signatureName] != nil
  }

  mutating func readSums() -> Sums? {
    guard let bytes = files[Sums.name] else {
      add(
        .notBuilt, Sums.name, "This pack has no pack.sums: it is not built yet.",
        "Build it with \(.build), or ask whoever made it for the built file.")
      return nil
    }
    do throws(SumsProblem) {
      return try Sums(bytes, mostFiles: PackLimits.fileCount)
    } catch {
      add(
        .badSums, Sums.name, "This line \(error.reason).",
        "Build the pack again with \(.build).", line: error.line)
      return nil
    }
  }

  mutating func readSignature(over sums: Sums) -> SSHSignature? {
    guard let bytes = files[Sums.signatureName] else { return nil }
    do throws(SigningError) {
      let signature = try SSHSignature(armored: bytes)
      try signature.verify(sums.bytes, namespace: .pack)
      return signature
    } catch {
      report(error)
      return nil
    }
  }

  private mutating func report(_ error: SigningError) {
    let file = Sums.signatureName
    switch error {
    case .wrongNamespace(let found):
      add(
        .otherNamespace, file,
        "This signature was made for \"\(found)\", not for a pack (\"alongside-pack\").",
        "Ask whoever signed it to sign again with \(.sign), or ssh-keygen -Y sign"
          + " -n alongside-pack.")
    case .doesNotFit:
      add(
        .wrongSignature, file,
        "This signature does not fit pack.sums: one of the two was changed after signing.",
        "Do not use this pack. Ask whoever sent it for the file as it was signed.")
    default:
      add(
        .badSignature, file, "This signature cannot be used: \(error).",
        "Ask whoever signed it to sign again with \(.sign).")
    }
  }

  mutating func compare(with sums: Sums) {
    for difference in sums.differences(from: files.pairs) { report(difference) }
  }

  private mutating func report(_ difference: Sums.Difference) {
    let act = isSigned ? "signing" : "building"
    let hint: Hint =
      isSigned
      ? "Do not use this pack. Ask whoever sent it for the file as it was signed."
      : "Build it again with \(.build), or ask whoever sent it for another copy."
    switch difference {
    case .added(let path):
      add(
        .addedFile, path, "This file was added after \(act): pack.sums does not list it.", hint)
    case .missing(let path, let line):
      add(
        .missingFile, Sums.name, "\"\(path)\" was taken away after \(act): it is only listed here.",
        hint, line: line)
    case .size(let path, let line, let listed, let found):
      add(
        .changedFile, path,
        "This file was changed after \(act): it has \(found) bytes, and line \(line) of"
          + " pack.sums says \(listed).", hint)
    case .content(let path, let line):
      add(
        .changedFile, path,
        "This file was changed after \(act): its content is not that of line \(line) of"
          + " pack.sums.", hint)
    }
  }

  private mutating func add(
    _ code: FindingCode, _ file: String, _ message: String, _ hint: Hint, line: Int = 1
  ) {
    findings.append(
      Finding(
        file: file, line: line, column: 1, code: code.rawValue, severity: .error,
        message: message, hint: hint))
  }
}

extension OfferCheck {
  /// What is found about the list of files and its signature.
  private static let sealCodes = Set(
    [
      FindingCode.wrongSignature, .otherNamespace, .badSignature, .notBuilt, .badSums, .addedFile,
      .missingFile, .changedFile,
    ].map(\.rawValue))

  /// Whether the files are not those that were listed and signed.
  static func isChanged(_ findings: [Finding]) -> Bool {
    findings.contains { sealCodes.contains($0.code) && $0.code != FindingCode.notBuilt.rawValue }
  }

  /// What the worst of the findings means for the whole pack; nil when none is an error.
  static func trouble(in findings: [Finding], of name: String) -> PackTrouble? {
    let errors = findings.filter { $0.severity == .error }
    guard let first = errors.first else { return nil }
    let hint = first.hint ?? "Ask whoever made it."
    func has(_ codes: FindingCode...) -> Bool {
      codes.contains { code in errors.contains { $0.code == code.rawValue } }
    }
    // What is wrong inside a file that nobody should use is of no interest any more.
    let outer = errors.filter { sealCodes.contains($0.code) }
    if has(.wrongSignature, .otherNamespace) {
      return PackTrouble(
        .signature, "The signature of \(name) does not hold good.", hint: hint,
        findings: outer)
    }
    if has(.badSignature) {
      return PackTrouble(
        .unusableSignature, "The signature of \(name) cannot be used.", hint: hint,
        findings: outer)
    }
    if has(.notBuilt) {
      return PackTrouble(
        .notBuilt, "\(name) is not built.", hint: hint, findings: outer)
    }
    if has(.badSums, .addedFile, .missingFile, .changedFile) {
      return PackTrouble(
        .sums, "\(name) does not hold what its pack.sums lists.", hint: hint,
        findings: outer)
    }
    let count = errors.count == 1 ? "a mistake" : "\(errors.count) mistakes"
    return PackTrouble(
      .files, "\(name) has \(count) in it.",
      hint: "Whoever made it can see each with \(.lint).", findings: errors)
  }
}
