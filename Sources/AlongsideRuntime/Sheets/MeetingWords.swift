package import Practice

/// Who takes part in a meeting, who answers a step and who can read it, in plain words.
package struct MeetingWords {
  private let parties: [Meeting.Party]

  /// - Parameter meeting: nil for a prompt for one person, of which there is nothing to say.
  package init(_ meeting: Meeting?) {
    parties = meeting?.parties ?? []
  }

  /// Nil where there is one person only.
  package var taking: String? {
    parties.isEmpty ? nil : "Who takes part: " + parties.map(Self.words).joined(separator: ", ")
  }

  /// A party as a list of those who take part names it.
  private static func words(_ party: Meeting.Party) -> String {
    let notes = [
      party.upTo > 1 ? "up to \(party.upTo)" : nil,
      party.hasMorePower ? "has more power here" : nil,
    ].compactMap(\.self)
    return party.label + (notes.isEmpty ? "" : " (\(notes.joined(separator: ", ")))")
  }

  /// Who answers, when the others see it, and who can read it.
  package func notes(on step: Step) -> [String] {
    [answering(step), Self.seeing(step), Self.reading(step)].compactMap(\.self)
  }

  private func answering(_ step: Step) -> String? {
    step.who.map { who in
      let known = [
        "each": "each person, for themselves", "both": "both together", "either": "whoever likes",
      ]
      let label = parties.first { $0.id == who }?.label
      return "Who answers: \(label ?? known[who] ?? who)."
    }
  }

  private static func seeing(_ step: Step) -> String? {
    switch step.reveal {
    case .now: "Answers are seen as they are given."
    case .together: "Answers are seen together, once everyone has answered."
    case .never: "Answers are not shown to the others."
    case nil: nil
    }
  }

  private static func reading(_ step: Step) -> String? {
    switch step.keep {
    case .private: "Only the one who wrote it can read it."
    case .shared: "Everyone who takes part can read it."
    case .agreed: "Part of what all agree on."
    case nil: nil
    }
  }
}
