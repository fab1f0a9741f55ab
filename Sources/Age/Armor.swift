internal import Codec

/// The ASCII form of an age file: strict PEM of RFC 7468 with 64 letters a line.
package enum Armor {
  private static let begin = "-----BEGIN AGE ENCRYPTED FILE-----"
  private static let end = "-----END AGE ENCRYPTED FILE-----"
  private static let columns = 64
  private static let space = Set(" \t\r\n".utf8)

  /// True when `bytes` begin like an armored file, after white space.
  package static func isArmored(_ bytes: some Sequence<UInt8>) -> Bool {
    bytes.drop { space.contains($0) }.starts(with: begin.utf8)
  }

  /// Wraps the bytes of an age file.
  package static func encode(_ bytes: [UInt8]) -> [UInt8] {
    let letters = Base64.encode(bytes, padded: true)
    var out = Array("\(begin)\n".utf8)
    for place in stride(from: 0, to: letters.count, by: columns) {
      out += letters[place..<min(place + columns, letters.count)] + [UInt8(ascii: "\n")]
    }
    return out + Array("\(end)\n".utf8)
  }

  /// Takes the wrapping off.
  ///
  /// White space around the whole is passed over; within it only the line ends may be CRLF.
  ///
  /// - Throws: `AgeError.armor`.
  package static func decode(_ bytes: [UInt8]) throws(AgeError) -> [UInt8] {
    var lines = split(trimmed(bytes))
    guard lines.first?.elementsEqual(begin.utf8) == true else {
      throw .armor("the BEGIN line is missing or misspelt")
    }
    guard lines.count > 1, lines.last?.elementsEqual(end.utf8) == true else {
      throw .armor("the END line is missing or misspelt")
    }
    lines.removeFirst()
    lines.removeLast()
    var letters: [UInt8] = []
    for (number, line) in lines.enumerated() {
      let isLast = number == lines.count - 1
      guard isLast ? (1...columns).contains(line.count) : line.count == columns else {
        throw .armor("line \(number + 2) is too short or too long")
      }
      letters += line
    }
    guard let decoded = Base64.decode(letters, padded: true) else {
      throw .armor("it is not canonical base64")
    }
    return decoded
  }

  private static func trimmed(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
    let body = bytes.drop { space.contains($0) }
    let tail = body.reversed().prefix { space.contains($0) }.count
    return body.dropLast(tail)
  }

  /// Splits at LF, taking one CR before it away.
  private static func split(_ bytes: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map { $0.last == UInt8(ascii: "\r") ? $0.dropLast() : $0 }
  }
}
