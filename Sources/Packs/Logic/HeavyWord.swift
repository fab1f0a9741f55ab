/// Words of clinics and case files that carry weight here, each with something plainer.
///
/// A pointer for the author, no verdict: a question about such words may well have to name them.
enum HeavyWord {
  /// What to offer for each word, in small letters.
  private static let offers: [String: String] = [
    "patient": "person", "patients": "people", "client": "person", "clients": "people",
    "sufferer": "someone living with it", "sufferers": "people living with it",
    "compliance": "what someone chose", "compliant": "willing",
    "non-compliance": "choosing not to", "noncompliance": "choosing not to",
    "non-compliant": "chose not to", "noncompliant": "chose not to",
    "adherence": "what someone chose", "disengaged": "stayed away",
    "symptom": "what it is like", "symptoms": "what it is like",
    "relapse": "a hard time coming back", "relapsed": "had a hard time again",
    "assess": "look at together", "assessed": "looked at", "assesses": "looks at",
    "assessment": "looking at it together", "assessments": "looking at things together",
    "monitor": "notice", "monitored": "noticed", "monitoring": "noticing",
    "intervention": "what you did", "interventions": "what you did",
    "caseload": "the people you walk beside", "triage": "who was seen first",
    "prognosis": "what may come", "dysfunctional": "not working for them",
    "maladaptive": "a way of getting by", "manipulative": "finding a way to be heard",
    "attention-seeking": "wanting to be heard", "treatment-resistant": "not helped by it so far",
    "decompensate": "become unwell", "decompensated": "became unwell",
  ]

  /// The same for two words, by the second and then the first.
  private static let pairs: [String: [String: String]] = [
    "assessment": ["risk": "talking through what might go wrong"],
    "assessments": ["risk": "talking through what might go wrong"],
    "insight": [
      "lack": "sees it differently", "lacks": "sees it differently", "of": "a view of their own",
      "lacking": "sees it differently", "poor": "sees it differently",
      "no": "sees it differently",
    ],
    "functioning": ["high": "getting by well", "low": "finding it hard"],
    "suicide": [
      "commit": "die by suicide", "committed": "died by suicide", "commits": "dies by suicide",
    ],
    "ill": ["mentally": "having a hard time"],
    "behaviour": ["challenging": "showing that something is wrong"],
  ]

  /// The heavy words of a text with what to offer instead, each once, at most five.
  static func found(in text: String) -> [(words: String, offer: String)] {
    var found: [(words: String, offer: String)] = []
    var before = ""
    forEachWord(in: text) { word in
      if let offer = pairs[word]?[before] {
        found.append(("\(before) \(word)", offer))
      } else if let offer = offers[word] {
        found.append((word, offer))
      }
      before = word
    }
    var seen: Set<String> = []
    return Array(found.filter { seen.insert($0.words).inserted }.prefix(5))
  }

  /// The words in small letters, with the hyphens inside them.
  static func forEachWord(in text: String, _ take: (String) -> Void) {
    var word: [UInt8] = []
    func end() {
      if !word.isEmpty { take(String(decoding: word, as: UTF8.self)) }
      word.removeAll(keepingCapacity: true)
    }
    for byte in text.utf8 {
      if (0x61...0x7A) ~= byte | 0x20, byte >= 0x41 {
        word.append(byte | 0x20)
      } else if byte == 0x2D, !word.isEmpty {
        word.append(byte)
      } else {
        end()
      }
    }
    end()
  }
}
