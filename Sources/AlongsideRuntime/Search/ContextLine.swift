/// A line of an entry with the words that were found in it.
package struct ContextLine: Sendable, Hashable {
  /// The line, shortened between words to about 160 letters, with `…` where something is left out.
  package var text: String
  /// What was found: ranges in the UTF-8 of `text`, in order, without overlap.
  package var marks: [Range<Int>]

  init(text: String, marks: [Range<Int>]) {
    self.text = text
    self.marks = marks
  }

  /// How many letters a line has room for.
  static let width = 160
  /// How many letters are kept before what was found, when a line is shortened.
  private static let lead = 60

  /// The lines that hold something found, in order.
  ///
  /// A phrase that goes over the end of a line makes one line of both; a long line may give
  /// several.
  static func lines(of text: String, hits: [Range<Int>], limit: Int) -> [ContextLine] {
    let bytes = Array(text.utf8)
    let hits = merged(hits)
    var lines: [ContextLine] = []
    var next = hits.startIndex
    while next < hits.endIndex, lines.count < limit {
      let window = window(around: hits[next], in: bytes)
      let inside = hits[next...].prefix { $0.lowerBound < window.kept.upperBound }
      lines.append(ContextLine(bytes, window, inside))
      next = inside.endIndex
    }
    return lines
  }

  private init(
    _ bytes: [UInt8], _ window: (kept: Range<Int>, line: Range<Int>), _ hits: ArraySlice<Range<Int>>
  ) {
    let start = window.kept.lowerBound > window.line.lowerBound ? "…" : ""
    let end = window.kept.upperBound < window.line.upperBound ? "…" : ""
    let kept = bytes[window.kept].map { $0 < 0x20 || $0 == 0x7F ? 0x20 : $0 }
    text = start + String(decoding: kept, as: UTF8.self) + end
    let shift = start.utf8.count - window.kept.lowerBound
    marks = hits.map { hit in
      let hit = hit.clamped(to: window.kept)
      return (hit.lowerBound + shift)..<(hit.upperBound + shift)
    }
  }

  /// Ranges from left to right; those that overlap are one.
  private static func merged(_ ranges: [Range<Int>]) -> [Range<Int>] {
    var merged: [Range<Int>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = merged.last, range.lowerBound < last.upperBound {
        let end = max(last.upperBound, range.upperBound)
        merged[merged.count - 1] = last.lowerBound..<end
      } else {
        merged.append(range)
      }
    }
    return merged
  }

  /// The part of a line to keep, and the line without the white space around it.
  private static func window(
    around hit: Range<Int>, in bytes: [UInt8]
  ) -> (kept: Range<Int>, line: Range<Int>) {
    var start = hit.lowerBound
    while start > 0, bytes[start - 1] != 0x0A { start -= 1 }
    while start < hit.lowerBound, bytes[start] <= 0x20 { start += 1 }
    var end = hit.upperBound
    while end < bytes.count, bytes[end] != 0x0A { end += 1 }
    while end > hit.upperBound, bytes[end - 1] <= 0x20 { end -= 1 }
    let line = start..<end
    // A letter has at most four bytes: longer lines need no counting.
    if line.count <= width * 4, letters(bytes[line]) <= width { return (line, line) }
    let first = back(from: hit.lowerBound, to: line.lowerBound, in: bytes)
    // What was found may itself be longer than a line: then its beginning is kept.
    let room = width - letters(bytes[first..<hit.upperBound])
    let rest = room > 0 ? hit.upperBound : hit.lowerBound
    let more = room > 0 ? room : width - lead
    return (first..<ahead(from: rest, to: line.upperBound, more, in: bytes), line)
  }

  private static func letters(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.reduce(0) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 }
  }

  /// Goes back up to `lead` letters, to the beginning of a word where there is one.
  private static func back(from hit: Int, to bound: Int, in bytes: [UInt8]) -> Int {
    var at = hit
    var count = 0
    while at > bound, count < lead {
      at -= 1
      if bytes[at] & 0xC0 != 0x80 { count += 1 }
    }
    while at < hit, bytes[at] & 0xC0 == 0x80 { at += 1 }
    if at == bound { return at }
    let space = bytes[at..<hit].firstIndex { $0 <= 0x20 }
    return space.map { $0 + 1 } ?? at
  }

  /// Goes ahead so many letters, then back to the end of a word where there is one.
  private static func ahead(from hit: Int, to bound: Int, _ room: Int, in bytes: [UInt8]) -> Int {
    var at = hit
    var count = 0
    while at < bound {
      if bytes[at] & 0xC0 != 0x80 {
        if count == room { break }
        count += 1
      }
      at += 1
    }
    if at == bound { return at }
    return bytes[hit..<at].lastIndex { $0 <= 0x20 } ?? at
  }
}
