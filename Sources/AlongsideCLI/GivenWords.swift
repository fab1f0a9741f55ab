internal import Age
internal import AlongsideRuntime
internal import Console
internal import Vault

/// Words that open a journal or are to open it, as they were typed or as a flag gave them.
///
/// A password manager prints more below the passphrase, and an editor adds line ends and a byte-order
/// mark. None of that can be typed at a question, so the first line is what counts.
struct GivenWords {
  /// The first line, without a byte-order mark and without its end.
  private(set) var line: [UInt8]
  /// All that was read, where it is more than the line and one line end.
  ///
  /// There are journals whose passphrase is all of it; nobody is locked out of theirs.
  private(set) var whole: [UInt8]?
  private let hasSeveralLines: Bool
  /// What gave them, for messages; nil for the keyboard.
  private let source: String?

  init(typed words: [UInt8]) {
    (line, whole, hasSeveralLines, source) = (words, nil, false, nil)
  }

  init(_ bytes: consuming [UInt8], from source: String) {
    self.source = source
    let start = bytes.starts(with: Self.byteOrderMark) ? Self.byteOrderMark.count : 0
    line = Array(bytes[start...].prefix { !Self.isLineEnd($0) })
    let rest = bytes[(start + line.count)...]
    hasSeveralLines = rest.contains { !Self.isLineEnd($0) }
    if start == 0, Self.oneEnd.contains(where: rest.elementsEqual) {
      whole = nil
      bytes.wipe()
    } else {
      whole = bytes
    }
  }

  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// What `Words.passphrase` takes away by itself.
  private static let oneEnd: [[UInt8]] = [[], [0x0A], [0x0D], [0x0D, 0x0A]]

  private static func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

  /// Says which of several lines counts; nil where there is one.
  var note: String? {
    guard hasSeveralLines, let source else { return nil }
    return source.prefix(1).uppercased() + source.dropFirst()
      + " has more than one line. The first is taken; all of it only where that opens the journal "
      + "and the first does not."
  }

  /// For opening: the line, and where that does not open it, all that was read.
  var unlocking: UnlockWords {
    get throws {
      guard let whole else { return try Words.unlocking(line) }
      let all = try Words.unlocking(whole)
      return line.isEmpty ? all : UnlockWords(try Words.unlocking(line).candidates + all.candidates)
    }
  }

  /// The same for a file that knows one kind of words only.
  var passphrases: [Passphrase] {
    get throws {
      try ([line, whole ?? []].filter { !$0.isEmpty }).map { try Words.passphrase($0) }
    }
  }

  /// The ten words of a kit; nil where there are none.
  var kit: Passphrase? { Words.kit(line) ?? whole.flatMap { Words.kit($0) } }

  /// For setting: the line, if a person could type it and would not guess it.
  ///
  /// Everything else is wiped, and whoever receives the line wipes that.
  ///
  /// - Throws: `Failure` with 64.
  consuming func settable(_ terminal: Terminal) throws -> [UInt8] {
    whole?.wipe()
    do {
      try checkSettable(terminal)
      return line
    } catch {
      line.wipe()
      throw error
    }
  }

  private func checkSettable(_ terminal: Terminal) throws {
    let what = source ?? "the passphrase"
    guard !line.isEmpty else { throw Failure.usage("the first line of \(what) is empty") }
    if let objection = NewWordsRule.objection(to: line) {
      throw Failure.usage("\(what) cannot be used: \(objection)", hints: ["nothing was changed"])
    }
    if FirstGuesses.holds(line) { terminal.say(NewWordsRule.firstGuess, as: .warning) }
  }

  mutating func wipe() {
    line.wipe()
    whole?.wipe()
  }
}

/// What new words have to be, wherever they come from.
enum NewWordsRule {
  private static let fewestLetters = 8

  /// Why words cannot be set, as a sentence; nil if they can.
  static func objection(to words: [UInt8]) -> String? {
    guard !words.contains(where: { $0 < 0x20 || $0 == 0x7F }) else { return untypable }
    var letters = words.count
    // Only words outside ASCII pass through a string, whose copies cannot be wiped.
    if words.contains(where: { $0 > 0x7F }) {
      guard let text = String(validating: words, as: UTF8.self) else {
        return "Its letters are not in UTF-8, so another keyboard could not type them."
      }
      guard !text.unicodeScalars.contains(where: { (0x80...0x9F).contains($0.value) }) else {
        return untypable
      }
      letters = text.count
    }
    return letters < fewestLetters
      ? "That is easy to guess. Eight letters or more, please; several words are best." : nil
  }

  private static let untypable = "It holds a character that nobody can type."

  /// Said of words that are allowed and ought not to be chosen.
  static let firstGuess =
    "These words are among the first that anyone tries. They are allowed; a few words that only you "
    + "would put together keep more out."
}
