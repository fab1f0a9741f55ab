/// Whose signatures are accepted: an allowed_signers file, as ssh-keygen(1) describes it.
///
/// A line with something wrong in it trusts nobody, and is told of in ``problems``; the other
/// lines hold. As for ssh-keygen, a key may stand in several lines, and one that accepts it is
/// enough.
package struct AllowedSigners: Sendable, Hashable {
  /// Something wrong in a line.
  package struct Problem: Sendable, Hashable {
    /// The line's number, from 1.
    package let line: Int
    /// What is wrong.
    package let error: SigningError
  }

  /// What the file says of a key.
  package enum Standing: Sendable, Hashable {
    /// It may sign this now; these are the names beside it.
    case accepted(principals: [String])
    /// It may sign this, but only from then on.
    case notYet(from: SignerTime)
    /// It could sign this until then.
    case expired(SignerTime)
    /// It is named, but may not sign this.
    case wrongNamespace
    /// It is not named.
    case unknown
  }

  /// The longest file that is read, in bytes.
  package static let sizeLimit = 1024 * 1024

  /// The lines that hold, in order.
  package private(set) var signers: [AllowedSigner] = []
  /// The lines that do not, in order.
  package private(set) var problems: [Problem] = []

  /// Trusts these.
  package init(_ signers: [AllowedSigner] = []) {
    self.signers = signers
  }

  /// Reads a file.
  ///
  /// Empty lines and lines that begin with `#` are passed over. Lines may end in CR LF.
  package init(reading text: [UInt8]) {
    guard text.count <= Self.sizeLimit else {
      note(.malformed("the file is longer than \(Self.sizeLimit) bytes; nothing of it is used"), 1)
      return
    }
    let lines = text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (index, whole) in lines.enumerated() {
      let line = whole.last == UInt8(ascii: "\r") ? whole.dropLast() : whole
      let start = line.first { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") }
      guard let start, start != UInt8(ascii: "#") else { continue }
      do throws(SigningError) {
        guard line.allSatisfy({ $0 == 9 || $0 >= 32 && $0 != 127 }) else {
          throw .malformed("there is a character that does not show")
        }
        signers.append(try AllowedSigner(line: line))
      } catch {
        note(error, index + 1)
      }
    }
  }

  private mutating func note(_ error: SigningError, _ line: Int) {
    problems.append(Problem(line: line, error: error))
  }

  /// What the file says of `key` for one purpose, at a time in seconds since 1970 UTC.
  ///
  /// Where several lines name the key, the kindest answer is given. As for ssh-keygen, the second
  /// that `valid-before` names still counts.
  package func standing(
    of key: VerifyingKey, namespace: SignatureNamespace, at seconds: Int64
  ) -> Standing {
    let named = signers.filter { $0.key == key }
    guard !named.isEmpty else { return .unknown }
    let fit = named.filter { $0.namespaces?.contains(namespace.rawValue) ?? true }
    guard !fit.isEmpty else { return .wrongNamespace }
    let begun = fit.filter { ($0.validAfter?.seconds ?? .min) <= seconds }
    let holding = begun.filter { seconds <= ($0.validBefore?.seconds ?? .max) }
    if !holding.isEmpty { return .accepted(principals: Self.names(holding)) }
    let later = fit.filter { ($0.validAfter?.seconds ?? .min) > seconds }
    if let first = later.compactMap(\.validAfter).min() { return .notYet(from: first) }
    if let last = begun.compactMap(\.validBefore).max() { return .expired(last) }
    return .unknown
  }

  /// Every name once, in order.
  private static func names(_ signers: [AllowedSigner]) -> [String] {
    var seen: Set<String> = []
    return signers.flatMap(\.principals).filter { seen.insert($0).inserted }
  }
}
