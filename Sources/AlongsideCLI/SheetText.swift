internal import AlongsideRuntime
internal import Console

/// A prompt's page for paper as plain text, 80 columns wide.
enum SheetText {
  private static let width = 80
  private static let room = "   "

  static func text(_ sheet: PromptSheet) -> String {
    var blocks = [[sheet.title, String(repeating: "=", count: min(sheet.title.count, width))]]
    let about = sheet.minutes.map { "About \($0) \($0 == 1 ? "minute" : "minutes"). " } ?? ""
    blocks.append([about + PromptSheet.promise])
    if let people = sheet.people { blocks.append(wrapped(people)) }
    blocks += sheet.items.map(lines)
    if !sheet.ahead.isEmpty { blocks.append(sheet.ahead.flatMap { wrapped($0) }) }
    if !sheet.credits.isEmpty {
      blocks.append(sheet.credits.flatMap { wrapped("With thanks to: \($0)") })
    }
    return blocks.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
  }

  private static func wrapped(_ text: String, indent: String = "") -> [String] {
    Wrap.lines(indent + Wrap.safe(text), width: width)
  }

  private static func lines(_ item: PromptSheet.Item) -> [String] {
    guard let number = item.number else {
      return item.words.split(separator: "\n", omittingEmptySubsequences: false)
        .flatMap { $0.isEmpty ? [""] : wrapped(String($0)) }
    }
    let indent = String(repeating: " ", count: "\(number). ".count)
    var lines = wrapped("\(number). \(item.words.replacing("\n", with: " "))")
    lines += item.notes.flatMap { wrapped("(\($0))", indent: indent) }
    if let help = item.help { lines += paragraphs(help, indent) }
    if let example = item.example { lines += paragraphs("For example: \(example)", indent) }
    let room = room(item.room)
    let gap = room.first?.isEmpty == false ? [""] : []
    return lines + gap + room
  }

  private static func paragraphs(_ text: String, _ indent: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .flatMap { $0.isEmpty ? [""] : wrapped(String($0), indent: indent) }
  }

  private static func room(_ room: PromptSheet.Room) -> [String] {
    switch room {
    case .none: return []
    case .lines(let count): return Self.lines(count)
    case .boxes(let labels, let several):
      return (several ? ["\(Self.room)Tick all that fit."] : []) + labels.flatMap { box($0) }
    case .row(let points, let low, let high):
      let ends = [low, high].compactMap(\.self).joined(separator: " ... ")
      return (ends.isEmpty ? [] : wrapped(ends, indent: Self.room))
        + wrapped(points.map { "[ ] \($0)" }.joined(separator: "   "), indent: Self.room)
    case .table(let rows, let columns):
      return rows.flatMap { row in
        wrapped(row, indent: Self.room)
          + wrapped(columns.map { "[ ] \($0)" }.joined(separator: "   "), indent: Self.room + "  ")
      }
    case .records(let parts, let count):
      return (1...max(1, count)).flatMap { number in
        parts.enumerated().flatMap { index, part in
          wrapped((index == 0 ? "\(number)) " : "   ") + part + ":", indent: Self.room)
            + Self.lines(1)
        }
      }
    case .each(let parts):
      return parts.enumerated().flatMap { index, part in
        (index == 0 ? [] : [""]) + wrapped(part.words, indent: Self.room) + self.room(part.room)
      }
    }
  }

  private static func lines(_ count: Int) -> [String] {
    let line = room + String(repeating: "_", count: width - room.count)
    return Array(repeating: ["", line], count: count).flatMap(\.self)
  }

  /// A box with its words hanging beside it.
  private static func box(_ label: String) -> [String] {
    let lines = Wrap.lines(Wrap.safe(label.replacing("\n", with: " ")), width: width - 7)
    return lines.enumerated().map { index, line in
      room + (index == 0 ? "[ ] " : "    ") + line
    }
  }
}
