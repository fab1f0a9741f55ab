import Archive
import Testing

/// What a person reads when an archive is refused.
@Suite struct ArchiveErrorTests {
  @Test(arguments: [
    (ArchiveError.notThisKind("this is not a zip file"), "this is not a zip file"),
    (.cutShort, "the archive is cut short"),
    (.damaged("it goes on after its end"), "the archive is damaged: it goes on after its end"),
    (
      .damagedMember(path: "a", reason: "its header is missing"),
      "\"a\" in the archive is damaged: its header is missing"
    ),
    (.path("../a", rule: "it is empty"), "the archive has the path \"../a\": it is empty"),
    (.samePath("a"), "the archive holds \"a\" more than once"),
    (
      .otherKind(path: "a", kind: "a hard link"),
      "\"a\" in the archive is a hard link; only files and folders are read"
    ),
    (.locked(path: "a"), "\"a\" in the archive is locked with a password"),
    (.packedOtherwise(path: "a"), "\"a\" in the archive is packed in a way that is not known here"),
    (.tooManyMembers(limit: 5), "the archive holds more than 5 files"),
    (.tooLarge(limit: 5), "the archive holds more than 5 bytes"),
    (.memberTooLarge(path: "a", limit: 5), "\"a\" in the archive is larger than 5 bytes"),
    (.noMemberOpen, "no file of the archive is open for reading"),
  ]) func words(error: ArchiveError, words: String) {
    #expect(error.description == words)
  }
}
