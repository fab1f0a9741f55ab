/// The kinds of passage that could point to a person.
///
/// The raw values are words for commands and files.
package enum IdentifierKind: String, Sendable, Hashable, CaseIterable {
  case nhsNumber = "nhs-number"
  case chiNumber = "chi-number"
  case nationalInsuranceNumber = "national-insurance-number"
  case dateOfBirth = "date-of-birth"
  case phoneNumber = "phone-number"
  case emailAddress = "email-address"
  case postcode
  case titleAndName = "title-and-name"
  case ownWord = "own-word"
  case offence

  /// What such a passage is, in plain words that stand after the passage.
  package var label: String {
    switch self {
    case .nhsNumber: "looks like an NHS number"
    case .chiNumber: "looks like a CHI number, the health number used in Scotland"
    case .nationalInsuranceNumber: "looks like a National Insurance number"
    case .dateOfBirth: "may be a date of birth"
    case .phoneNumber: "looks like a phone number"
    case .emailAddress: "looks like an e-mail address"
    case .postcode: "looks like a postcode"
    case .titleAndName: "looks like a title and a name"
    case .ownWord: "is on your own list of words"
    case .offence: "may be about an offence"
    }
  }

  /// Why somebody may want to look at it again: one sentence.
  package var why: String {
    switch self {
    case .nhsNumber: "An NHS number belongs to one person and leads to their health record."
    case .chiNumber:
      "A CHI number belongs to one person, leads to their health record and begins with their"
        + " date of birth."
    case .nationalInsuranceNumber: "A National Insurance number belongs to one person for life."
    case .dateOfBirth:
      "A date of birth, together with a place or a first name, is often enough to find somebody."
    case .phoneNumber: "A phone number leads straight to somebody, or to where they live or work."
    case .emailAddress: "An e-mail address leads straight to somebody and often holds their name."
    case .postcode: "A full postcode is shared by about fifteen homes, sometimes by one."
    case .titleAndName: "A name tells who was there, even to people who were never meant to know."
    case .ownWord: "You asked to be shown this word wherever it stands."
    case .offence:
      "In data protection law, what is written about somebody's offences has rules of its own."
    }
  }

  /// What could be written instead; the change is always the person's to make.
  package var suggestion: String {
    switch self {
    case .nhsNumber, .chiNumber, .nationalInsuranceNumber:
      "The number can be left out; \"person A\" is enough to tell people apart."
    case .dateOfBirth: "A year, or \"in her thirties\", may say as much as you need."
    case .phoneNumber: "\"I rang\" or \"we spoke on the phone\" may be enough."
    case .emailAddress: "\"We wrote to each other\" or \"the team's address\" may be enough."
    case .postcode: "A town, or \"near where we met\", may be enough."
    case .titleAndName: "\"Person A\", or what they do, such as \"a doctor\", may be enough."
    case .ownWord: "\"Person A\", \"the ward\" or another general word may be enough."
    case .offence:
      "If the reflection can do without it, \"something from the past\" may be enough."
    }
  }
}
