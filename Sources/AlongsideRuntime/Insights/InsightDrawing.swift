internal import Practice

/// A picture of the days on which each tag and value was written about, as SVG.
///
/// One file that needs no other: no script, no font, no link. Every dot has its day in words, and
/// all of it is said again in the description, for those who hear pages.
package struct InsightDrawing: Sendable {
  private let threads: [Insights.Thread]
  /// The first month, counted from the year 0.
  private let start: Int
  private let monthCount: Int

  private static let row = 28.0
  private static let top = 64.0
  private static let left = 190.0

  package init(_ insights: Insights) {
    threads = insights.charted
    let months = threads.flatMap(\.days).map(Self.month)
    start = months.min() ?? 0
    monthCount = (months.max() ?? 0) - start + 1
  }

  package var svg: String {
    let width = Self.left + monthWidth * Double(monthCount) + 30
    let height = Self.top + Self.row * Double(max(threads.count, 1)) + 20
    let size = "\(Self.figure(width)) \(Self.figure(height))"
    return """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(size)" role="img" \
      aria-labelledby="title description" font-family="sans-serif" font-size="13">
      <title id="title">Days you wrote about each theme</title>
      <desc id="description">\(Self.escaped(description))</desc>
      <rect width="100%" height="100%" fill="#ffffff"/>
      \((threads.isEmpty ? [Self.nothing] : monthLabels + rows).joined(separator: "\n"))
      </svg>

      """
  }

  private var description: String {
    if threads.isEmpty { return Insights.nothingToDraw }
    return threads.map { thread in
      let days = thread.days.map(DayWords.day).joined(separator: ", ")
      return "\(thread.label): \(days)."
    }.joined(separator: " ")
  }

  private static var nothing: String {
    "<text x=\"20\" y=\"40\" fill=\"#222222\">\(escaped(Insights.nothingToDraw))</text>"
  }

  /// Narrower when there are many, so that ten years are not wider than a screen.
  private var monthWidth: Double { min(60, max(8, 900 / Double(monthCount))) }

  /// A line where each month begins, with its name where there is room; each year is written once.
  private var monthLabels: [String] {
    (0..<monthCount).flatMap { index in
      let number = start + index
      let (year, month) = (number / 12, number % 12)
      let x = Self.figure(Self.left + monthWidth * Double(index))
      let name = monthWidth >= 30 ? String(DayWords.months[month].prefix(3)) : ""
      let isYear = month == 0 || index == 0
      return [
        isYear ? Self.label(String(year), x, 24) : "",
        name.isEmpty ? "" : Self.label(name, x, 44),
        isYear || !name.isEmpty ? line(x) : "",
      ].filter { !$0.isEmpty }
    }
  }

  private func line(_ x: String) -> String {
    let bottom = Self.figure(Self.top + Self.row * Double(threads.count))
    return "<line x1=\"\(x)\" y1=\"52\" x2=\"\(x)\" y2=\"\(bottom)\" stroke=\"#bbbbbb\"/>"
  }

  private var rows: [String] {
    threads.enumerated().flatMap { index, thread in
      let y = Self.top + Self.row * (Double(index) + 0.5)
      let shown = thread.label.count > 24 ? thread.label.prefix(23) + "…" : thread.label
      return [Self.label(shown, "12", y + 4)] + thread.days.map { dot($0, y, thread.label) }
    }
  }

  private func dot(_ day: Day, _ y: Double, _ label: String) -> String {
    let months = Double(Self.month(day) - start) + (Double(day.day) - 0.5) / 31
    let x = Self.figure(Self.left + monthWidth * months)
    let words = Self.escaped("\(label), \(DayWords.day(day))")
    return "<circle cx=\"\(x)\" cy=\"\(Self.figure(y))\" r=\"4\" fill=\"#1f4e79\">"
      + "<title>\(words)</title></circle>"
  }

  private static func label(_ text: String, _ x: String, _ y: Double) -> String {
    "<text x=\"\(x)\" y=\"\(figure(y))\" fill=\"#222222\">\(escaped(text))</text>"
  }

  private static func month(_ day: Day) -> Int { day.year * 12 + day.month - 1 }

  /// A length with one digit after the point.
  private static func figure(_ length: Double) -> String {
    let tenths = Int((length * 10).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
  }

  /// Text as XML takes it: signs of its own escaped, letters it cannot hold left out.
  private static func escaped(_ text: String) -> String {
    var safe = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": safe += "&amp;"
      case "<": safe += "&lt;"
      case ">": safe += "&gt;"
      case "\"": safe += "&quot;"
      case "\t", "\n", "\r": safe += " "
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{FFFE}", "\u{FFFF}": break
      default: safe.unicodeScalars.append(scalar)
      }
    }
    return safe
  }
}
