extension PromptSheet {
  /// The sheet as one web page that prints well on A4: no script, nothing from elsewhere.
  package func html(language: String = "en") -> [UInt8] {
    var lines = [
      HTMLText.top(title: title, language: language, style: Self.style), "<body>", "<header>",
      "<h1 dir=\"auto\">\(HTMLText.escaped(title))</h1>",
    ]
    let about = minutes.map { "About \($0) \($0 == 1 ? "minute" : "minutes"). " } ?? ""
    lines.append("<p>\(about)\(Self.promise)</p>")
    if let people { lines.append("<p dir=\"auto\">\(HTMLText.escaped(people))</p>") }
    lines += ["</header>", "<main>"]
    lines += items.flatMap(Self.section)
    lines += ahead.map { "<p class=\"note\" dir=\"auto\">\(HTMLText.escaped($0))</p>" }
    lines.append("</main>")
    if !credits.isEmpty {
      lines.append("<footer>")
      lines += credits.map { "<p dir=\"auto\">With thanks to: \(HTMLText.escaped($0))</p>" }
      lines.append("</footer>")
    }
    return Array((lines + ["</body>", "</html>", ""]).joined(separator: "\n").utf8)
  }

  private static func section(_ item: Item) -> [String] {
    guard let number = item.number else {
      return ["<div class=\"said\">", HTMLText.paragraphs(item.words), "</div>"]
    }
    var lines = [
      "<section>", "<h2 dir=\"auto\">\(number). \(HTMLText.escaped(item.words))</h2>",
    ]
    lines += item.notes.map { "<p class=\"note\" dir=\"auto\">\(HTMLText.escaped($0))</p>" }
    if let help = item.help { lines.append(HTMLText.paragraphs(help)) }
    if let example = item.example {
      lines.append("<p class=\"note\" dir=\"auto\">For example: \(HTMLText.escaped(example))</p>")
    }
    return lines + room(item.room) + ["</section>"]
  }

  private static func room(_ room: Room) -> [String] {
    switch room {
    case .none: return []
    case .lines(let count):
      return Array(repeating: "<div class=\"line\" aria-hidden=\"true\"></div>", count: count)
    case .boxes(let labels, let several):
      let how = several ? ["<p class=\"note\">Tick all that fit.</p>"] : []
      return how + [boxes(labels, style: "boxes")]
    case .row(let points, let low, let high):
      let ends = [low, high].compactMap(\.self).map(HTMLText.escaped).joined(separator: " … ")
      let note = ends.isEmpty ? [] : ["<p class=\"note\">\(ends)</p>"]
      return note + [boxes(points, style: "row")]
    case .table(let rows, let columns): return [table(rows, columns)]
    case .records(let parts, let count):
      return [table((1...max(1, count)).map(String.init), parts, isForWords: true)]
    case .each(let parts):
      return parts.flatMap { part in
        ["<h3 dir=\"auto\">\(HTMLText.escaped(part.words))</h3>"] + self.room(part.room)
      }
    }
  }

  private static func boxes(_ labels: [String], style: String) -> String {
    let items = labels.map { label in
      "<li dir=\"auto\"><span class=\"box\" aria-hidden=\"true\"></span>\(HTMLText.escaped(label))</li>"
    }
    return "<ul class=\"\(style)\">\n\(items.joined(separator: "\n"))\n</ul>"
  }

  private static func table(
    _ rows: [String], _ columns: [String], isForWords: Bool = false
  ) -> String {
    let head = columns.map { "<th scope=\"col\">\(HTMLText.escaped($0))</th>" }.joined()
    let cell =
      isForWords ? "<td></td>" : "<td><span class=\"box\" aria-hidden=\"true\"></span></td>"
    let cells = String(repeating: cell, count: columns.count)
    let body = rows.map { "<tr><th scope=\"row\">\(HTMLText.escaped($0))</th>\(cells)</tr>" }
    let kind = isForWords ? " class=\"words-table\"" : ""
    return "<table\(kind)>\n<thead><tr><td></td>\(head)</tr></thead>\n<tbody>\n"
      + body.joined(separator: "\n") + "\n</tbody>\n</table>"
  }

  private static let style = """
    body { font: 1.05rem/1.5 Georgia, "Times New Roman", serif; max-width: 42rem;
      margin: 2rem auto; padding: 0 1rem; color: #111; background: #fff; }
    h1, h2, h3 { line-height: 1.25; break-after: avoid; page-break-after: avoid; }
    h2 { font-size: 1.1rem; margin: 1.5rem 0 .25rem; }
    h3 { font-size: 1rem; margin: 1rem 0 0; }
    section { break-inside: avoid; page-break-inside: avoid; }
    header, footer { color: #333; }
    header { border-bottom: 1px solid #767676; }
    footer { border-top: 1px solid #767676; margin-top: 2rem; font-size: .9rem; }
    .note { margin: .25rem 0; color: #333; font-style: italic; }
    .words { margin: .25rem 0; white-space: pre-wrap; overflow-wrap: anywhere; }
    .line { height: 1.9rem; border-bottom: 1px solid #767676; }
    .boxes, .row { list-style: none; padding: 0; margin: .5rem 0; }
    .row { display: flex; flex-wrap: wrap; gap: .25rem 1rem; }
    .box { display: inline-block; width: .85rem; height: .85rem; border: 1.5px solid #111;
      margin-right: .5rem; vertical-align: -.1rem; }
    table { border-collapse: collapse; width: 100%; margin: .5rem 0; }
    th, td { border: 1px solid #767676; padding: .3rem .5rem; text-align: left;
      font-weight: normal; }
    .words-table td { height: 2.2rem; }
    .words-table th[scope="row"] { width: 1.5rem; }
    @media print {
      body { font-size: 11pt; max-width: none; margin: 0; padding: 0; }
      @page { size: A4; margin: 2cm; }
    }

    """
}
