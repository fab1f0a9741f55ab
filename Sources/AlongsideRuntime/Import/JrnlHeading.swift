/// The line that an entry of jrnl's text begins with, such as `[2026-01-02 10:00] Title.`.
enum JrnlHeading {
  /// The date in brackets at a line's beginning, and what follows it; nil for any other line.
  static func parts(of line: String) -> (date: Substring, rest: Substring)? {
    guard line.utf8.first == UInt8(ascii: "[") else { return nil }
    let inner = line.dropFirst()
    guard let end = inner.prefix(40).firstIndex(of: "]") else { return nil }
    let rest = inner[inner.index(after: end)...]
    guard rest.isEmpty || rest.hasPrefix(" "), DateWords.begins(inner[..<end]) else { return nil }
    return (inner[..<end], rest.dropFirst())
  }

  /// Returns whether a line begins with brackets that may hold a date in a form not read here:
  /// three numbers at least, the name of a month counted as one.
  static func isDateLike(_ line: String) -> Bool {
    guard line.utf8.first == UInt8(ascii: "["), parts(of: line) == nil else { return false }
    let inner = line.dropFirst().prefix(40)
    guard let end = inner.firstIndex(of: "]") else { return false }
    let words = inner[..<end].split { !$0.isLetter && !$0.isNumber }
    let numbers = words.count(where: { $0.contains(where: \.isNumber) })
    let names = words.count(where: { word in
      months.contains { word.lowercased().hasPrefix($0) }
    })
    return numbers > 0 && numbers + names >= 3
  }

  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]
}
