internal import Console

/// The passphrases that whoever guesses tries first.
///
/// Not a list of leaked ones, but how they are made: a common word with digits behind it or letters
/// written as digits, a run along the keyboard, the same few signs again and again, a date.
package enum FirstGuesses {
  /// Whether these words are such a one.
  package static func holds(_ words: [UInt8]) -> Bool {
    var signs = words.filter { !joints.contains($0) }.map(lowercased)
    defer { signs.wipe() }
    return signs.isEmpty || isCommon(signs) || repeatsCommon(signs)
  }

  private static func isCommon(_ signs: [UInt8]) -> Bool {
    if signs.allSatisfy(isDigit) { return signs.count <= mostDigits }
    if isRun(signs) || runs.contains(signs) { return true }
    var core = Array(signs.drop { !isLetter($0) })
    while let last = core.last, !isLetter(last) { core.removeLast() }
    defer { core.wipe() }
    return [core, core.map(letter), signs.map(letter)].contains { commonWords.contains($0) }
      || (core.count >= 3 && isRun(core))
  }

  /// `passwordpassword`, `abcabcabc`.
  private static func repeatsCommon(_ signs: [UInt8]) -> Bool {
    for length in stride(from: 1, through: signs.count / 2, by: 1)
    where signs.count.isMultiple(of: length) {
      let isRepeated = signs.indices.allSatisfy { signs[$0] == signs[$0 % length] }
      if isRepeated { return length <= 3 || isCommon(Array(signs.prefix(length))) }
    }
    return false
  }

  /// Neighbours in the alphabet or on a keyboard, in either direction.
  private static func isRun(_ signs: [UInt8]) -> Bool {
    guard signs.count >= 3 else { return false }
    return rows.contains { row in
      [row, row.reversed()].contains { line in
        line.indices.contains { line[$0...].starts(with: signs) }
      }
    }
  }

  /// Dates and telephone numbers too.
  private static let mostDigits = 12

  private static let joints = Set(" -_.,".utf8)

  private static func lowercased(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte + 0x20 : byte
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || byte > 0x7F
  }

  /// Maps a digit or sign to the letter it replaces, as in `p4ssw0rd`.
  private static func letter(_ byte: UInt8) -> UInt8 {
    switch byte {
    case UInt8(ascii: "0"): UInt8(ascii: "o")
    case UInt8(ascii: "1"), UInt8(ascii: "!"): UInt8(ascii: "i")
    case UInt8(ascii: "3"): UInt8(ascii: "e")
    case UInt8(ascii: "4"), UInt8(ascii: "@"): UInt8(ascii: "a")
    case UInt8(ascii: "5"), UInt8(ascii: "$"): UInt8(ascii: "s")
    case UInt8(ascii: "7"): UInt8(ascii: "t")
    default: byte
    }
  }

  private static let rows = [
    "abcdefghijklmnopqrstuvwxyz", "qwertyuiopasdfghjklzxcvbnm", "azertyuiop", "qwertzuiop",
    "01234567890",
  ].map { Array($0.utf8) }

  private static let runs = Set(
    ["1q2w3e4r", "1q2w3e4r5t", "q1w2e3r4", "q1w2e3r4t5", "1qaz2wsx", "zaq12wsx", "qazwsxedc"]
      .map { Array($0.utf8) })

  private static let commonWords = Set(
    """
    password passwords passwort passphrase passcode pass letmein welcome login admin administrator \
    root user test testing guest default changeme change secret mysecret private open opensesame \
    access iloveyou ilove love lovely loveyou baby angel princess prince sunshine summer autumn \
    winter spring january february march april may june july august september october november \
    december monday tuesday wednesday thursday friday saturday sunday monkey dragon tiger lion \
    football baseball soccer hockey liverpool arsenal chelsea everton celtic rangers manchester \
    london england scotland wales superman batman spiderman starwars pokemon naruto master shadow \
    flower butterfly chocolate cookie cheese banana orange purple computer internet samsung google \
    charlie michael jessica ashley jordan thomas daniel george william charlotte emily sophie hello \
    hellothere helloworld goodmorning freedom whatever nothing trustno trustnoone qwerty qwertyuiop \
    azerty asdf zxcvbnm abc diary mydiary journal myjournal notebook alongside recovery hope \
    correcthorsebatterystaple
    """.split(separator: " ").map { Array($0.utf8) })
}
