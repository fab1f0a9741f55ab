/// Words of clinics and case files that carry weight here, each with something plainer.
///
/// A pointer for the author, no verdict: a question about such words may well have to name them, and what
/// is in quotes is left alone.
enum HeavyWord {
  /// What to offer for each phrase.
  private static let offers: [(String, String)] = [
    ("patient's|patients'", "the person's"), ("patients", "people"),
    ("\(determiners) patient", "person"), ("^ patient $", "person"),
    ("patient records|notes|care|safety|group|list", "person"),
    ("client|client's", "person"), ("clients", "people"),
    ("service user|user's", "person"), ("service users", "people"), ("service-user", "person"),
    ("service-users", "people"), ("sufferer", "someone living with it"),
    ("sufferers", "people living with it"), ("suffers|suffering from", "lives with"),
    ("addict", "someone who uses drugs"), ("addicts", "people who use drugs"),
    ("schizophrenic|schizophrenics", "someone told they have schizophrenia"),
    ("compliance", "what someone chose"), ("compliant", "willing"),
    ("non-compliance|noncompliance", "choosing not to"),
    ("non-compliant|noncompliant", "chose not to"), ("adherence", "what someone chose"),
    (
      "engage|engages|engaged|engaging|engagement with|in \(whose) "
        + "treatment|care|therapy|services|plan|programme", "found it useful"
    ),
    ("treatment|care plan|plans", "what was agreed"), ("disengaged|disengages", "stayed away"),
    ("non-engagement", "staying away"), ("symptom|symptoms|symptomatic", "what it is like"),
    ("relapse|relapses", "a hard time coming back"),
    ("relapsed|relapsing", "had a hard time again"),
    ("risk assessment|assessments", "talking through what might go wrong"),
    (
      "needs|care|clinical|capacity|psychiatric|formal|initial assessment|assessments",
      "looking at it together"
    ),
    ("assessment|assessments of \(whose) \(somebody)", "looking at it together"),
    ("assess|assesses|assessed|assessing \(whose) \(somebody)", "look at together"),
    (
      "monitor|monitors|monitored|monitoring \(whose) \(somebody)|mood|progress|medication",
      "notice"
    ),
    ("intervention", "what you did"), ("interventions", "what you did"),
    ("caseload", "the people you walk beside"), ("triage|triaged", "who was seen first"),
    ("prognosis", "what may come"), ("dysfunctional", "not working for them"),
    ("maladaptive", "a way of getting by"), ("manipulative", "finding a way to be heard"),
    ("attention-seeking", "wanting to be heard"), ("attention seeking", "wanting to be heard"),
    ("treatment-resistant", "not helped by it so far"), ("decompensate", "become unwell"),
    ("decompensated", "became unwell"),
    ("lack|lacks|lacking of|any insight", "sees it differently"),
    ("lack|lacks|lacking|poor|no insight", "sees it differently"),
    ("high functioning", "getting by well"), ("low functioning", "finding it hard"),
    ("commit suicide", "die by suicide"), ("committed suicide", "died by suicide"),
    ("commits suicide", "dies by suicide"), ("mentally ill", "having a hard time"),
    ("challenging behaviour", "showing that something is wrong"),
    ("substance abuse|misuse", "using drugs or drink"),
  ]

  private static let whose = "?the|a|his|her|their|each|any"
  private static let somebody =
    "person|people|peer|peers|risk|risks|needs|capacity|them|him|her"

  /// What comes before a patient; whoever is patient has a verb before, or nothing.
  private static let determiners =
    "the|a|your|this|that|each|every|another|any|one|my|our|his|her|their|which|some|no|new|"
    + "former|difficult|mental"

  /// Someone who has patience.
  private static let permitted = [
    "\(determiners) patient listener|person|friend|voice|ear|way|look|smile|man|woman|colleague|"
      + "supervisor|teacher|moment|answer|word|silence"
  ]

  private static let book = PhraseBook(offers)
  private static let exceptions = PhraseBook(permitted.map { ($0, ()) })

  /// The heavy words of a text with what to offer instead, each once, at most five.
  static func found(in text: Wording) -> [(words: String, offer: String)] {
    let found = book.found(in: text)
    guard !found.isEmpty else { return [] }
    let allowed = exceptions.found(in: text).map(\.words)
    var seen: Set<String> = []
    return Array(
      found.filter { !allowed.contains(where: $0.words.overlaps) }
        .map { (words: shown($0.words, in: text), offer: $0.meaning) }
        .filter { seen.insert($0.words).inserted }.prefix(5))
  }

  /// Without the small word that was only there to tell a person from patience.
  private static func shown(_ place: Range<Int>, in text: Wording) -> String {
    let words = text.words[place]
    return words.last == "patient" ? "patient" : words.joined(separator: " ")
  }

  private static let tender = PhraseBook(
    [
      "suicide|suicidal|suicides",
      "self-harm|self-harmed|self-harming|self-harms",
      "self harm|harmed|harming",
      "kill|killing|killed|hurt|hurting|harm|harming|harmed "
        + "yourself|themselves|himself|herself|themself|myself",
      "end|ended|ending your|their|his|her own|life",
      "abuse|abused|abuser",
      "rape|raped",
      "overdose|overdosed|overdoses",
      "assaulted",
    ].map { ($0, ()) })

  /// The first words of a text that belong in a tender question only; `nil` if there are none.
  static func tenderWords(in text: Wording) -> String? {
    tender.found(in: text).first.map { text.words[$0.words].joined(separator: " ") }
  }
}
