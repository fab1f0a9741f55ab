/// How a condition names the step it looks at: `energy`, or `worker.energy` in a session.
///
/// `Condition` keeps the name as it was written. With a party it means what that party answered.
/// Alone it means the answer to that step; where each party gave one, the answer of whoever is
/// being asked, so that a bare name never tells anyone what another person answered apart.
package struct StepName: Sendable, Hashable, CustomStringConvertible {
  /// Nil where the step stands alone.
  package var party: String?
  package var step: String

  package init(party: String? = nil, step: String) {
    self.party = party
    self.step = step
  }

  /// Reads `STEP` or `PARTY.STEP`; ids have no dots in them.
  package init(_ name: String) {
    let parts = name.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    party = parts.count == 2 ? String(parts[0]) : nil
    step = parts.last.map(String.init) ?? name
  }

  /// The step alone of a name as it is written: what a party's own answers are filed under.
  package static func plain(_ name: String) -> String {
    name.utf8.contains(UInt8(ascii: ".")) ? StepName(name).step : name
  }

  package var description: String { party.map { "\($0).\(step)" } ?? step }
}
