internal import AlongsideRuntime
internal import ArgumentParser
internal import Practice

/// Which entries a command looks at.
struct FilterOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Not before this day.", valueName: "yyyy-mm-dd")) var since: String?
  @Option(help: ArgumentHelp("Not after this day.", valueName: "yyyy-mm-dd")) var until: String?
  @Option(help: "Only with this tag.") var tag: String?
  @Option(help: "Only answers to this prompt.", completion: .custom(promptNames))
  var prompt: String?

  var isEmpty: Bool { since == nil && until == nil && tag == nil && prompt == nil }

  /// - Throws: `Failure` with 64 where a day is none.
  func filter(value: String? = nil) throws -> SearchFilter {
    SearchFilter(
      since: try Self.day(since, "--since"), until: try Self.day(until, "--until"),
      tag: tag.map { String($0.drop { $0 == "#" }) }, prompt: prompt, value: value)
  }

  static func day(_ text: String?, _ flag: String) throws -> Day? {
    guard let text else { return nil }
    guard let day = Day(text) else {
      throw Failure.usage("\(flag) takes a day such as 2026-03-31, not \"\(text)\"")
    }
    return day
  }
}
