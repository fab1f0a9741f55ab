import Practice
import YAML

/// What the steps read so far tell those that come after them.
struct StepContext {
  /// A step that was read.
  struct Known {
    var line: Int
    /// Nil when its type could not be read, so that nothing more is said about it.
    var type: StepType?
    var isSaid: Bool
    var isRepeated: Bool
    /// Who answers, in a session.
    var who: String?
  }

  private(set) var earlier: [String: Known] = [:]
  /// All ids of the prompt, those of later steps too.
  let all: [String]

  init(all: [String]) {
    self.all = all
  }

  mutating func add(_ id: String, _ known: Known) {
    if earlier[id] == nil { earlier[id] = known }
  }
}
