internal import Codec

/// The ASCII form of an age file: strict PEM of RFC 7468 with 64 letters a line.
///
/// White space around the whole is passed over; within it only the line ends may be CRLF.
package enum AgeArmor {
  private static let form = Armor(
    label: "AGE ENCRYPTED FILE", widths: [64], width: 64, lineEnds: .feedOrWindows)

  /// Whether `bytes` begin like an armored file, after white space.
  package static func isArmored(_ bytes: some Sequence<UInt8>) -> Bool {
    form.begins(bytes)
  }

  /// Wraps the bytes of an age file.
  package static func encode(_ bytes: [UInt8]) -> [UInt8] {
    form.encode(bytes)
  }

  /// Takes the wrapping off.
  ///
  /// - Throws: `AgeError.armor`.
  package static func decode(_ bytes: [UInt8]) throws(AgeError) -> [UInt8] {
    do throws(Armor.Problem) {
      return try form.decode(bytes)
    } catch {
      throw .armor(words(error))
    }
  }

  private static func words(_ problem: Armor.Problem) -> String {
    switch problem {
    case .begin: "the BEGIN line is missing or misspelt"
    case .end: "the END line is missing or misspelt"
    case .length(let line, _): "line \(line) is too short or too long"
    // CR LF is taken here, so `carriageReturn` does not come.
    case .letters, .carriageReturn: "it is not canonical base64"
    }
  }
}
