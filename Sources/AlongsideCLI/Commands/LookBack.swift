internal import AlongsideRuntime
internal import ArgumentParser
internal import Console
internal import Practice
internal import Vault

/// `alongside insights`: what was written about, and when; for the person's own eyes.
struct LookBack: ContextCommand {
  static let configuration = CommandConfiguration(
    commandName: "insights",
    abstract: "Look back on what you wrote about, and when",
    discussion: "Days and your own words, for your eyes alone. Nothing is counted up or compared.")

  @OptionGroup var global: GlobalOptions
  @OptionGroup var filter: FilterOptions
  @Flag(help: "Draw the days as a small chart.") var chart = false
  @Option(
    help: ArgumentHelp(
      "Draw the days into this file, readable by anyone who can open it.",
      valueName: "file"), completion: .file(extensions: ["svg"]))
  var svg: String?
  @Flag(help: "Print as JSON.") var json = false

  func run(_ desk: Desk) throws {
    let filter = try filter.filter()
    if let svg { try OutputFile.check(svg) }
    let reading = try desk.reader().insights(
      labels: InsightLabels(desk.home.library().shelf), filter: filter)
    let insights = reading.found
    if let svg {
      try OutputFile.write(Array(InsightDrawing(insights).svg.utf8), to: svg)
      desk.terminal.say("The drawing is in \(svg). It shows your words and days, unsealed.")
    }
    if json {
      try desk.print(json: InsightsJSON(insights))
    } else if chart {
      desk.terminal.out(insights.chart(isPlain: desk.terminal.style == .plain))
    } else if svg == nil {
      desk.terminal.out(insights.text())
    }
    try desk.end(with: reading.damage, offering: !json && svg == nil)
  }
}
