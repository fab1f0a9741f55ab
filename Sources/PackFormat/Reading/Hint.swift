/// What to do next, in words that may name what a program can do for it.
///
/// Only the program that a person uses knows the command: the command line writes `alongside packs
/// build`, a page may show a button.
///
/// ```swift
/// let hint: Hint = "Build it again with \(.build)."
/// hint.words { _ in "make pack" }  // "Build it again with make pack."
/// ```
package struct Hint: Sendable, Hashable, ExpressibleByStringInterpolation {
  /// What a program that works with packs can do.
  package enum Act: Sendable, Hashable {
    /// Creates a pack.
    case begin
    case lint
    case build
    case sign
    /// Looks at a built pack before it is installed.
    case verify
    case listPacks
    /// Names every prompt, including those switched off.
    case listPrompts
    /// Removes the pack of this id.
    case remove(String)
    /// Restores the previous version of the pack of this id.
    case goBack(String)
  }

  fileprivate enum Part: Sendable, Hashable {
    case words(String)
    case act(Act)
  }

  /// The parts, with adjacent words merged so that equal hints are equal.
  private var parts: [Part] = []

  package init(words: String) { add(.words(words)) }

  package init(stringLiteral value: String) { self.init(words: value) }

  package init(stringInterpolation: StringInterpolation) {
    for part in stringInterpolation.parts { add(part) }
  }

  private mutating func add(_ part: Part) {
    if case .words("") = part { return }
    guard case .words(let new) = part, case .words(let last)? = parts.last else {
      return parts.append(part)
    }
    parts[parts.count - 1] = .words(last + new)
  }

  /// Returns the words, with each act named by `naming`.
  package func words(_ naming: (Act) -> String) -> String {
    parts.map { part in
      switch part {
      case .words(let words): words
      case .act(let act): naming(act)
      }
    }.joined()
  }

  package static func + (first: Hint, second: Hint) -> Hint {
    var both = first
    for part in second.parts { both.add(part) }
    return both
  }
}

extension Hint {
  /// Collects the words and acts of a literal.
  package struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var parts: [Part] = []

    package init(literalCapacity: Int, interpolationCount: Int) {}

    package mutating func appendLiteral(_ literal: String) { parts.append(.words(literal)) }

    package mutating func appendInterpolation(_ act: Act) { parts.append(.act(act)) }

    package mutating func appendInterpolation(_ words: some CustomStringConvertible) {
      parts.append(.words(words.description))
    }
  }
}
