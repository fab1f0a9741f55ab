/// Bytes as lines of Base64 between a `BEGIN` and an `END` line: PEM, as RFC 7468 describes it.
///
/// Reading is strict, so that one text has next to no other spellings: the first line is exactly the
/// `BEGIN` line and the last exactly the `END` line, and all lines between them but the last have one
/// length.
///
/// ```swift
/// let armor = Armor(label: "A NOTE", widths: [64], width: 64, lineEnds: .feed)
/// let text = armor.encode([1, 2, 3])
/// let bytes = try armor.decode(text)
/// ```
package struct Armor: Sendable {
  /// What may end a line, and what may be around the text.
  package enum LineEnds: Sendable {
    /// LF alone, also after the `END` line, where it may be missing. Nothing else is around the text.
    case feed
    /// LF or CR LF. White space around the text is passed over.
    case feedOrWindows
  }

  /// Why a text is not in this form; the caller has the words.
  package enum Problem: Error, Hashable {
    /// A line ends as Windows ends it, and that is refused.
    case carriageReturn
    /// The first line is not the `BEGIN` line.
    case begin
    /// The last line is not the `END` line.
    case end
    /// The line of this number, counted from 1, is the first that is too short or too long.
    case length(line: Int, isLastEmpty: Bool)
    /// The letters are not canonical Base64.
    case letters
  }

  private static let feed = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")
  private static let space = Set(" \t\r\n".utf8)

  /// The first line.
  package let begin: String
  /// The last line.
  package let end: String
  private let widths: [Int]
  private let width: Int
  private let lineEnds: LineEnds

  /// Describes one form of armor.
  ///
  /// - Parameters:
  ///   - label: what the `BEGIN` and the `END` line name.
  ///   - widths: how many letters a line may have when it is read.
  ///   - width: how many letters a line has when it is written.
  ///   - lineEnds: what may end a line when it is read; LF is written.
  package init(label: String, widths: [Int], width: Int, lineEnds: LineEnds) {
    begin = "-----BEGIN \(label)-----"
    end = "-----END \(label)-----"
    self.widths = widths
    self.width = width
    self.lineEnds = lineEnds
  }

  /// Whether `bytes` begin with the `BEGIN` line, after white space.
  package func begins(_ bytes: some Sequence<UInt8>) -> Bool {
    bytes.drop { Self.space.contains($0) }.starts(with: begin.utf8)
  }

  /// Wraps `bytes`.
  package func encode(_ bytes: [UInt8]) -> [UInt8] {
    let letters = Base64.encode(bytes, padded: true)
    var text = Array("\(begin)\n".utf8)
    for start in stride(from: 0, to: letters.count, by: width) {
      text += letters[start..<min(start + width, letters.count)]
      text.append(Self.feed)
    }
    return text + Array("\(end)\n".utf8)
  }

  /// Takes the wrapping off; no line between the first and the last makes no bytes.
  package func decode(_ text: [UInt8]) throws(Problem) -> [UInt8] {
    let lines = try lines(text)
    guard let first = lines.first, first.elementsEqual(begin.utf8) else { throw .begin }
    guard let last = lines.last, last.elementsEqual(end.utf8) else { throw .end }
    let body = lines.dropFirst().dropLast()
    try checkLengths(of: body)
    guard let bytes = Base64.decode(Array(body.joined()), padded: true) else { throw .letters }
    return bytes
  }

  private func lines(_ text: [UInt8]) throws(Problem) -> [ArraySlice<UInt8>] {
    switch lineEnds {
    case .feed:
      guard !text.contains(Self.carriageReturn) else { throw .carriageReturn }
      var lines = text.split(separator: Self.feed, omittingEmptySubsequences: false)
      if lines.last?.isEmpty == true { lines.removeLast() }
      return lines
    case .feedOrWindows:
      let body = text.drop { Self.space.contains($0) }
      let tail = body.reversed().prefix { Self.space.contains($0) }.count
      return body.dropLast(tail).split(separator: Self.feed, omittingEmptySubsequences: false)
        .map { $0.last == Self.carriageReturn ? $0.dropLast() : $0 }
    }
  }

  /// All lines but the last have the length of the first, which is one of `widths`; the last is no longer.
  private func checkLengths(of body: ArraySlice<ArraySlice<UInt8>>) throws(Problem) {
    guard let first = body.first, let last = body.last else { return }
    let widths = body.count > 1 ? widths.filter { $0 == first.count } : widths
    guard let width = widths.max() else { throw .length(line: 2, isLastEmpty: last.isEmpty) }
    for (index, line) in body.enumerated() {
      let isLast = index == body.count - 1
      guard isLast ? (1...width).contains(line.count) : line.count == width else {
        throw .length(line: index + 2, isLastEmpty: last.isEmpty)
      }
    }
  }
}
