import Practice
import Testing

@Suite struct IdentifierWordTests {
  @Test(arguments: [
    "03/04/1987", "3/4/1987", "03.04.1987", "03-04-1987", "1987-04-03", "1987/04/03", "04/23/1987",
    "3 April 1987", "3rd April, 1987", "3rd of April 1987", "April 3, 1987", "Apr 3rd 1987",
    "3-Apr-1987", "3 Apr '87", "April 3rd, '87", "03/04/87", "29 February 2000", "3 may 1987",
    "1 Sept 1999",
  ])
  func couldBeABirth(written: String) throws {
    let found = try findings("On \(written), at home.")
    #expect(found.map(\.kind) == [.dateOfBirth], "\(written)")
    #expect(found.map(\.passage) == [written])
    #expect(found.first?.note?.contains("something else") == true)
    #expect(try findings("D.O.B. \(written)").map(\.note) == [nil])
  }

  @Test(arguments: [
    ("born on 3 April", "3 April"), ("his birthday, April 3rd, came", "April 3rd"),
    ("12/10/2026 is when the baby was born", "12/10/2026"), ("DOB 03 04 87", "03 04 87"),
    ("date of birth: 3.4.87", "3.4.87"), ("born 3 Apr '87", "3 Apr '87"),
  ])
  func isABirthBesideItsWord(text: String, passage: String) throws {
    let found = try findings(text)
    #expect(found.map(\.kind) == [.dateOfBirth])
    #expect(found.map(\.passage) == [passage])
    #expect(found.map(\.note) == [nil])
  }

  @Test(arguments: [
    // Near dates are those of meetings; later ones are plans.
    "22/11/2026", "3 April 2025", "2024-01-05", "3 April 2031", "born 3 April 2031",
    // No such day, or too long ago.
    "31/02/1987", "32 April 1987", "3 April 1807", "00/04/1987", "1987-13-01",
    // Other things with figures.
    "3.4.87", "3 Apr 87", "3 Apr '25", "version 1.2.2003.4", "03 04 1987", "3 April",
    "in April 1987", "10:30 on May 3",
    "1987-1988", "https://example.org/1987/04/03/post", "1987-04-03T10:00", "2/3/4", "87",
    // The word stands in another sentence, or with another date.
    "I was born for this. On 3 April 2026 we met.", "Born in 1987, we met on 3 April 2026.",
  ])
  func isNoBirth(text: String) throws {
    #expect(try findings(text) == [])
  }

  @Test(arguments: [
    "M1 1AE", "B33 8TH", "CR2 6XH", "DN55 1PT", "W1A 0AX", "EC1A 1BB", "SW1A1AA", "sw1a 1aa",
    "EC1A\u{A0}1BB", "e1 6an", "Bt1 1aa", "cr26xh", "DN551PT",
    "GIR 0AA", "gir0aa",
  ])
  func isAPostcode(written: String) throws {
    let found = try findings("They live at \(written), I think.")
    #expect(found.map(\.kind) == [.postcode], "\(written)")
    #expect(found.map(\.passage) == [written])
    let isRun = written == "cr26xh"
    #expect((found.first?.note != nil) == isRun)
  }

  @Test(arguments: [
    "M1", "SW1A", "the M1 1st exit", "w1 2nd", "A1 1AA", "QQ1 1AA", "M1 1AM", "B12 5mg",
    "at 10 3pm",
    "e4 4hr", "mp3 files", "room B12 then 3 more", "XSW1A 1AA", "SW1A 1AAB", "Cr26xH", "s24hr",
    "SW1A-1AA2", "GIR 1AA", "GIR 0AB", "a girl 0aa", "h264abc", "week 3 of E5",
  ])
  func isNoPostcode(text: String) throws {
    #expect(try findings(text) == [])
  }

  @Test(arguments: [
    "someone@example.org", "some.one+tag@mail.example.co.uk", "o'some_one-2@nhs.example.net",
    "SOMEONE@EXAMPLE.ORG", "jörg@example.org",
  ])
  func isAnAddress(written: String) throws {
    for text in [written, "<\(written)>", "to \(written).", "'\(written)'", "mailto:\(written)?a"] {
      let found = try findings(text)
      #expect(found.map(\.kind) == [.emailAddress], "\(text)")
      #expect(found.map(\.passage) == [written])
    }
  }

  @Test func sharedAddressesMayBeFalseAlarms() throws {
    #expect(try findings("info@example.org").first?.note?.contains("shared address") == true)
    #expect(try findings("someone@example.org").map(\.note) == [nil])
  }

  @Test(arguments: [
    "@", "@home", "me @ home", "a@b", "a@b.c", "10@£5.00", "@a.org", "a@.org", "a@1.2",
  ])
  func isNoAddress(text: String) throws {
    #expect(try findings(text) == [])
  }

  @Test(arguments: [
    ("met Dr Smith at the hub", "Dr Smith"), ("Dr. Smith, who", "Dr. Smith"),
    ("MRS SMITH'S room", "MRS SMITH"), ("Sister May came", "Sister May"),
    ("Nurse Smith-Jones.", "Nurse Smith-Jones"), ("Mr O\u{2019}Hare said", "Mr O\u{2019}Hare"),
    ("Prof J. R. Smith I think", "Prof J. R. Smith"), ("dr van der Smith", "dr van der Smith"),
    ("Ms Smith Monday at 3", "Ms Smith"), ("Mx Łódź", "Mx Łódź"), ("Dr\nSmith", "Dr\nSmith"),
    ("Mr and Mrs Smith\nShe", "Mrs Smith"), ("Rev Smith. Then", "Rev Smith"),
    ("Dr J.R. Smith", "Dr J.R. Smith"), ("Sir Smith Jones House Ward", "Sir Smith Jones House"),
  ])
  func isATitleAndAName(text: String, passage: String) throws {
    let found = try findings(text)
    #expect(found.map(\.kind) == [.titleAndName])
    #expect(found.map(\.passage) == [passage])
  }

  @Test(arguments: [
    "my sister Smith", "the nurse May", "saw the Dr. Later we met", "Miss the bus", "Dr on call",
    "Mr B.", "Ms K", "Nurse Practitioner", "MS Society", "Dr. The", "Sister\n\nSmith", "Drs Smith",
    "Mr", "Dr.", "Dr I think", "Miss Monday's group", "Dr 7", "MrSmith", "a dr", "in May",
  ])
  func isNoTitleAndName(text: String) throws {
    #expect(try findings(text) == [])
  }

  @Test(arguments: [
    "convicted", "Offence", "PRISON", "arrested", "assault", "burglary", "reoffend",
  ])
  func isAboutAnOffence(word: String) throws {
    let found = try findings("Then \(word), they said.")
    #expect(found.map(\.kind) == [.offence])
    #expect(found.map(\.note) == [nil])
  }

  @Test(arguments: ["conviction", "probation", "criminal"])
  func everydayMeaningsAreMentioned(word: String) throws {
    #expect(try findings("my \(word)").first?.note?.isEmpty == false)
  }

  @Test(arguments: [
    "no offence meant", "she took offence", "cardiac arrest", "an assault course", "to bail out",
    "imprisonment1",
    "offended", "caution", "the court of the hall", "bailiwick", "arresting",
  ])
  func isNotAboutAnOffence(text: String) throws {
    #expect(try findings(text) == [])
  }
}
