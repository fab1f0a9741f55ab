package import Practice

extension Writing {
  /// Keeps answers that stand in a file.
  ///
  /// - Parameters:
  ///   - answers: a YAML map of step ids to values.
  ///   - file: what to call the file in findings.
  /// - Returns: what was kept, the answers to steps that are not asked with these answers, and the
  ///   interview as it ended.
  /// - Throws: `RuntimeError.answers` with every finding, `answer`, `nothingWritten`.
  package func keep(
    answers: [UInt8], to prompt: Prompt, sets: [String: [Option]], file: String
  ) throws -> (kept: Kept, ignored: [IgnoredAnswer], interview: Interview) {
    let (interview, ignored) = try Self.interview(
      answers, prompt, sets, file: file, today: clock.now().day)
    return (try keep(interview, to: prompt, of: nil), ignored, interview)
  }

  /// Runs a prompt with the answers in a file.
  static func interview(
    _ answers: [UInt8], _ prompt: Prompt, _ sets: [String: [Option]], file: String, today: Day
  ) throws -> (Interview, ignored: [IgnoredAnswer]) {
    let trial = Trial(prompt, sets: sets)
    let ignored = try trial.run(answers: answers, file: file, today: today)
    guard trial.interview.hasAnswers else { throw RuntimeError.nothingWritten }
    return (trial.interview, ignored)
  }
}
