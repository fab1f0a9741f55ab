/// Why a name finds nothing, or more than one thing, among the packs.
package struct ShelfProblem: Error, Sendable, Hashable, CustomStringConvertible {
  package enum Kind: Sendable, Hashable { case unknown, ambiguous }

  package var kind: Kind
  /// What was looked for: `prompt`, `values framework`.
  package var what: String
  /// The name as it was given.
  package var name: String
  /// The nearest name, or all that the name could mean.
  package var candidates: [String]

  package init(_ kind: Kind, _ what: String, _ name: String, candidates: [String]) {
    self.kind = kind
    self.what = what
    self.name = name
    self.candidates = candidates
  }

  package var message: String {
    switch kind {
    case .unknown: "There is no \(what) \"\(name)\"."
    case .ambiguous: "The \(what) \"\(name)\" is in more than one pack."
    }
  }

  package var hint: String? {
    switch kind {
    case .unknown: candidates.first.map { "Did you mean \($0)?" }
    case .ambiguous: "Name it with its pack: \(candidates.joined(separator: " or "))."
    }
  }

  package var description: String { hint.map { "\(message) \($0)" } ?? message }
}
