import PackFormat

/// The table of `HouseRule`: each line has a phrase, its code, and what to write instead.
extension HouseRule {
  typealias Line = (phrase: String, code: FindingCode, instead: String)

  /// Phrases that look like a breach and are none.
  static let permitted = [
    "you|i should have been|had",
    "should you|i have been|had",
    "were|are|been|was|is you|i failed",
    "out of 5|10|ten|five people|peers|days|us|times|them",
    "mean|stubborn|lucky|creative|cruel|wild streak",
    "alcoholics|narcotics|cocaine|gamblers|overeaters|debtors|families anonymous",
  ]

  // MARK: Who it was

  static let identifiers = lines(
    .asksIdentifiers, "Ask about the writer's own part, and not about who it was.",
    [
      "date|dates of birth",
      "dob|birthdate|birthdates",
      "birth date|dates|day",
      "when was|were .. born",
      "their|his|her birthday|birthdays|age",
      "how old is|was|are|were he|she|they",
      "nhs|chi|hospital|patient|insurance|passport number|numbers|no",
      "national insurance",
      "case|file|reference|record number|numbers",
      "full|first|last|real|family name|names",
      "surname|surnames|initials|postcode|postcodes",
      "home|email|postal|their|his|her address|addresses",
      "their|his|her phone|telephone|mobile",
      "phone|telephone|mobile number|numbers of|for",
      "address|addresses of ?the person|peer|somebody|someone",
      "name|names of ?the|a person|peer|people|somebody|someone",
      "person's|peer's|persons'|peers' name|names|address|addresses|diagnosis|number|age",
      "what is|was|are|were their|his|her|your name|names",
      "what's their|his|her|your name",
      "what was|were he|she|they called",
      "name the|this|that person|peer",
      "who did you support|visit",
      "what|which is|was|were their|his|her diagnosis|diagnoses",
      "what|which diagnosis|diagnoses",
      "diagnosis|diagnoses of|for ?the|a person|peer|somebody|someone",
      "their|his|her diagnosis $",
      "birth|name|names|age|number ?and|or diagnosis|address|age|number|phone|telephone|"
        + "email|nhs",
      "^ name|names|diagnoses|address|phone|email $",
    ])

  // MARK: Who reads it

  private static let people =
    "manager|managers|supervisor|supervisors|team|lead|leader|employer|boss|hr|service|"
    + "organisation|organization|trust|commissioner|commissioners|colleague|colleagues|panel|"
    + "staff|coordinator|co-ordinator|office|board|charity|administrator|clinician|clinicians|"
    + "nurse|doctor|researcher|researchers|we"
  private static let page =
    "answer|answers|response|responses|reply|replies|page|pages|entry|entries|reflection|"
    + "reflections|write|wrote"
  private static let may = "?will|can|may|might|must ?also|then|always"

  static let readers = lines(
    .readByOthers,
    "Take it away: what is written here is read by nobody until its writer shares it.",
    [
      "\(people) \(may) read|reads ?all|every|what ?of it|this|these|them|you|your|\(page)",
      "\(people) \(may) see|sees|review|reviews|check|checks|receive|receives|collect|"
        + "collects|get|gets your|these|the|this|all|every|what ?you|your \(page)",
      "\(page)|this|here is|are|will|may|can|might|get|gets ?be ?also|then sent|forwarded|"
        + "submitted|passed|shared|shown ?on|back to|with ?your|the|our|a ?line \(people)",
      "\(page)|this|here is|are|will|may|can|might|get|gets ?be ?also|then read|reviewed|"
        + "checked|collected|stored by ?your|the|our|a ?line \(people)",
      "\(page)|here is|are|will|may|can|might|get|gets ?be ?also|then seen by ?your|the|our|"
        + "a ?line \(people)",
      "\(page)|here \(may) go|goes ?straight|on|back to ?your|the|our|a ?line \(people)",
      "answers|responses|replies are|is|will|get|gets ?be sent|forwarded|submitted|passed",
      "send|submit ?us|in your|these|the|this \(page)",
    ])

  // MARK: Blame

  static let blame = lines(
    .blames, "Ask what it was like, what was in the way, or what would help.",
    [
      "why did|didn't|haven't|weren't|hadn't|couldn't|don't|won't you",
      "why did not you",
      "why have|were|had|could|do|are you not|never|always",
      "you|i do|did|done .. wrong",
      "you|i get|got ?it|this|something wrong",
      "your|my fault|failure|failures|failing|failings",
      "mistake|mistakes did you make",
      "you|i should have",
      "you|i ought to have",
      "you|i should've",
      "you|i should not have",
      "you|i shouldn't have",
      "should|shouldn't you|i ?not have",
      "could you have prevented|avoided|stopped",
      "you|i fail|failed|neglect|neglected",
      "you|i let|allow|allowed this|it|that ?to happen",
      "you|i let them|him|her|us|everyone|people down",
      "you|i are|am|were|was to blame",
      "who is|was to blame",
      "what is|was your excuse",
    ])

  // MARK: Scores

  static let counting = lines(
    .scores, "Ask for words, such as {labels: [Low, Middle, High]}, or leave the counting out.",
    [
      "^ rate|score|rank|grade your|yourself|this|it|them|each|these|today|the|how",
      "and|to|then|please rate|score|rank|grade ?how your|yourself|this|it|them|each|these|"
        + "today|the|well",
      "you rate|score|rank|grade",
      "rated|scored|ranked from|out|between",
      "your|my|daily|weekly|mood|overall|total|wellbeing score|scores|rating|ratings|ranking",
      "give .. score|rating|mark|marks|stars",
      "on|use a scale of|from",
      "scale of|from 0|1|one|zero|nought",
      "from|between 0|1 to|and 3|4|5|7|10|100",
      "out of 5|10|100|five|ten",
      "streak|streaks",
      "day|days|week|weeks in a row",
      "days running",
      "how many days .. straight|running|since|without|missed",
      "how many days have|did you .. written|write|kept|keep|missed|miss",
      "consecutive days|weeks|entries",
      "personal best",
      "^ rating|score|ranking|rank $",
    ])

  // MARK: Anonymous

  private static let hidden = "anonymous|anonymised|anonymized"

  static let anonymity = lines(
    .saysAnonymous, "Say \"leave out names\", which anybody can do, or say nothing of it.",
    [
      "\(page)|data|results|this|it|here|everything ?you ?write is|are|will|stay|stays|"
        + "remain|remains|get|gets ?be ?all|fully|completely|always \(hidden)",
      "\(hidden) \(page)|survey|form|questionnaire|data|results",
      "answer|write|respond|reply|shared|kept anonymously",
      "anonymise|anonymize ?your|the|all|what \(page)|you|it|this|names|data",
      "your anonymity",
    ])

  // MARK: Pressure

  private static let duty = "required|mandatory|compulsory|obligatory"

  static let pressing = lines(
    .presses, "Leave it open with \"if you like\", or say nothing of it.",
    [
      "you must|shall ?now|always|first|also answer|complete|fill|finish|write|reply|"
        + "respond|explain|say|tell|describe",
      "you need|have to answer|complete|fill|reply|respond",
      "you are|were \(duty)|expected|obliged to answer|complete|fill|write|reply|respond|say",
      "question|questions|answer|answers|step|steps|field|fields|this|page is|are ?all|now "
        + "\(duty)",
      "must|has|have ?to be answered|completed|filled",
      "^ \(duty) $",
      "\(duty) question|questions|field|fields|answer|answers|step",
      "answer|complete all|every|each ?the ?of question|questions|step|steps|field|fields",
      "do not|never skip",
      "don't skip",
      "you|it|this cannot|can't|mustn't ?be skip|skipped",
      "you|it|this can|may|must not ?be skip|skipped",
    ])

  private static func lines(_ code: FindingCode, _ instead: String, _ phrases: [String]) -> [Line] {
    phrases.map { ($0, code, instead) }
  }
}
