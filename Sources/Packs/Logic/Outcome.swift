/// What became of a step, as far as conditions can tell.
enum Outcome: Hashable {
  /// Not asked, so neither answered nor skipped.
  case hidden
  case skipped
  /// Answered; the bits say which tests the answers pass.
  case given(UInt64)
}

/// A condition over numbered steps and tests, quick to evaluate while some steps are undecided.
indirect enum Formula {
  case always
  case isGiven(Int)
  case passes(Int, bit: Int)
  case isSkipped(Int)
  case all([Formula])
  case any([Formula])
  case not(Formula)

  /// Whether it holds, or nil while that depends on steps that have no outcome yet.
  func value(_ outcomes: [Outcome?]) -> Bool? {
    switch self {
    case .always: true
    case .isGiven(let step): outcomes[step].map { if case .given = $0 { true } else { false } }
    case .passes(let step, let bit):
      outcomes[step].map { outcome in
        guard case .given(let bits) = outcome else { return false }
        return bits >> UInt64(bit) & 1 == 1
      }
    case .isSkipped(let step): outcomes[step].map { $0 == .skipped }
    case .all(let parts): Self.value(of: parts, outcomes, settledBy: false)
    case .any(let parts): Self.value(of: parts, outcomes, settledBy: true)
    case .not(let part): part.value(outcomes).map { !$0 }
    }
  }

  private static func value(
    of parts: [Formula], _ outcomes: [Outcome?], settledBy settling: Bool
  ) -> Bool? {
    var isOpen = false
    for part in parts {
      guard let value = part.value(outcomes) else {
        isOpen = true
        continue
      }
      if value == settling { return settling }
    }
    return isOpen ? nil : !settling
  }

  /// Adds each step that it looks at, with the tests it puts to it.
  func collect(into looked: inout [Int: UInt64]) {
    switch self {
    case .always: break
    case .isGiven(let step), .isSkipped(let step): looked[step, default: 0] |= 0
    case .passes(let step, let bit): looked[step, default: 0] |= 1 << UInt64(bit)
    case .all(let parts), .any(let parts): for part in parts { part.collect(into: &looked) }
    case .not(let part): part.collect(into: &looked)
    }
  }
}
