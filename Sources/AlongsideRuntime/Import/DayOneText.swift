#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// The words of a Day One entry.
enum DayOneText {
  /// Takes out the backslashes that Day One puts before signs that need none.
  ///
  /// Before `. ! ( ) - + { } | ~ = : ; , ' "` and the like a backslash changes nothing that a
  /// reader sees, so it goes. Before the signs that would then become formatting, `\ * _ [ ] < >`,
  /// a backquote and `#`, it stays, and so does every backslash in code.
  static func plain(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "\\")) else { return text }
    var isFenced = false
    var kept: [UInt8] = []
    kept.reserveCapacity(text.utf8.count)
    var rest = text.utf8[...]
    while true {
      let line = rest.prefix { $0 != 0x0A }
      let isFence = line.drop { $0 == 0x20 }.starts(with: "```".utf8)
      if isFence { isFenced.toggle() }
      if isFence || isFenced { kept += line } else { addPlain(Array(line), to: &kept) }
      guard line.endIndex < rest.endIndex else { break }
      kept.append(0x0A)
      rest = rest[line.endIndex...].dropFirst()
    }
    return String(decoding: kept, as: UTF8.self)
  }

  private static let needless = Set(".!()-+{}|~=:;,'\"?&/%$^@".utf8)

  private static func addPlain(_ line: [UInt8], to kept: inout [UInt8]) {
    var isCode = false
    var index = 0
    while index < line.count {
      let byte = line[index]
      if byte == UInt8(ascii: "`") { isCode.toggle() }
      let next = index + 1 < line.count ? line[index + 1] : 0
      guard byte == UInt8(ascii: "\\"), !isCode else {
        kept.append(byte)
        index += 1
        continue
      }
      if !needless.contains(next) { kept.append(byte) }
      if index + 1 < line.count { kept.append(next) }
      index += 2
    }
  }

  /// The words of the form with formatting, which Day One keeps as JSON inside a string.
  static func words(ofRichText json: String, _ decoder: JSONDecoder) -> String? {
    guard let rich = try? decoder.decode(Rich.self, from: Data(json.utf8)) else { return nil }
    return rich.contents.compactMap(\.text).joined()
  }

  private struct Rich: Decodable {
    struct Run: Decodable { var text: String? }
    var contents: [Run]
  }
}

/// A title that a Markdown text begins with.
enum MarkdownTitle {
  /// Takes `# Title` off the first line, with the blank lines behind it; the rest stays as it is.
  static func split(_ text: String) -> (title: String?, text: String) {
    guard text.hasPrefix("# ") else { return (nil, text) }
    let line = Substring(text.utf8.prefix { $0 != 0x0A })
    let title = SourceText.trimmed(line.dropFirst(2))
    guard !title.isEmpty, title.utf8.count <= 200 else { return (nil, text) }
    let rest = Substring(text.utf8[line.endIndex...].dropFirst())
    return (title, String(SourceText.withoutBlankBeginning(rest)))
  }
}
