import Foundation
import TestSupport
import Testing

/// Every file in `Transcripts/` is replayed and has to come out as it stands there, letter by letter.
///
/// With `RECORD_TRANSCRIPTS=1` the files are written anew and the test fails, so that nobody takes a
/// recording for a check.
///
/// One after the other: a command that starts another program waits for it, and so holds one of the
/// few threads that tests run on.
@Suite(.serialized) struct TranscriptTests {
  static let paths = Vectors.paths(in: "Transcripts", beside: #filePath)
  static let isRecording = ProcessInfo.processInfo.environment["RECORD_TRANSCRIPTS"] == "1"

  @Test func transcriptsAreThere() {
    #expect(Self.paths.count >= 8)
  }

  @Test(arguments: paths)
  func replay(path: String) async throws {
    let before = try String(contentsOfFile: path, encoding: .utf8)
    var transcript = Transcript(reading: before)
    let isNarrow = path.hasSuffix("-40.txt")
    let home = try TranscriptHome(width: isNarrow ? 40 : 80)
    for index in transcript.commands.indices {
      let command = transcript.commands[index]
      // Signing with a key of SSH's own guards a file.
      let result = await Turn.guardedFile.take { home.run(command) }
      transcript.commands[index].seen = result.seen + [""]
      transcript.commands[index].code = result.code
    }
    if Self.isRecording {
      try transcript.text.write(toFile: path, atomically: true, encoding: .utf8)
      Issue.record("recorded \(path)")
    }
    #expect(transcript.text == before, "\(path)")
  }
}
