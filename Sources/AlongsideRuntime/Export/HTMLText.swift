/// Words as HTML shows them.
enum HTMLText {
  /// All that stands before the body of a page that asks nothing of the network.
  static func top(title: String, language: String, style: String) -> String {
    """
    <!DOCTYPE html>
    <html lang="\(escaped(language))">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="robots" content="noindex">
    <meta name="referrer" content="no-referrer">
    <meta http-equiv="Content-Security-Policy" \
    content="default-src 'none'; style-src 'unsafe-inline'">
    <title>\(escaped(title))</title>
    <style>
    \(style)</style>
    </head>
    """
  }

  /// The words with every sign that means something to HTML written out.
  ///
  /// Control characters, which HTML cannot hold, show as U+FFFD.
  static func escaped(_ words: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(words.utf8.count + 16)
    for byte in words.utf8 {
      switch byte {
      case UInt8(ascii: "&"): bytes += "&amp;".utf8
      case UInt8(ascii: "<"): bytes += "&lt;".utf8
      case UInt8(ascii: ">"): bytes += "&gt;".utf8
      case UInt8(ascii: "\""): bytes += "&quot;".utf8
      case UInt8(ascii: "'"): bytes += "&#39;".utf8
      case 0x09, 0x0A: bytes.append(byte)
      case 0x0D: bytes += "&#13;".utf8
      case 0..<0x20, 0x7F: bytes += "\u{FFFD}".utf8
      default: bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Paragraphs, parted where a line is empty; other lines stay lines, and spaces stay.
  static func paragraphs(_ words: String) -> String {
    var paragraphs: [[String]] = [[]]
    for line in SourceText.lines(SourceText.withPlainLines(words)) {
      if line.allSatisfy(\.isWhitespace) {
        paragraphs.append([])
      } else {
        paragraphs[paragraphs.count - 1].append(line)
      }
    }
    return paragraphs.filter { !$0.isEmpty }.map { lines in
      "<p class=\"words\" dir=\"auto\">\(escaped(lines.joined(separator: "\n")))</p>"
    }.joined(separator: "\n")
  }
}

/// How the page looks, on a screen by day and night and on paper.
enum HTMLStyle {
  static let sheet = """
    :root { color-scheme: light dark; }
    body { font: 1.05rem/1.6 Georgia, "Times New Roman", serif; max-width: 38rem;
      margin: 2rem auto; padding: 0 1rem; color: #222; background: #fdfcf9; }
    h1, h2, h3 { line-height: 1.25; break-after: avoid; page-break-after: avoid; }
    h3 { font-size: 1.05rem; margin-bottom: .25rem; }
    header, article { border-bottom: 1px solid #767676; padding-bottom: 1.5rem; }
    .when { break-after: avoid; page-break-after: avoid; margin-top: -.5rem; }
    .when span, .open, header p { color: #555; }
    .tags { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: 0 .75rem;
      color: #555; break-after: avoid; page-break-after: avoid; }
    .words { white-space: pre-wrap; overflow-wrap: anywhere; orphans: 3; widows: 3; }
    @media (prefers-color-scheme: dark) {
      body { color: #e6e3dc; background: #1c1b19; }
      .when span, .open, header p, .tags { color: #b5b1a7; }
    }
    @media print {
      body { font-size: 11pt; max-width: none; margin: 0; padding: 0; color: #000;
        background: #fff; }
      .when span, .open, header p, .tags { color: #333; }
      @page { margin: 2cm; }
    }

    """
}
