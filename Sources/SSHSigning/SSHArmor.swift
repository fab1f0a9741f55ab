internal import Codec

/// The lines around a signature or a key, as OpenSSH writes them.
///
/// A line has 70 letters (what ssh-keygen writes), 76 (PROTOCOL.sshsig §1) or 64 (RFC 7468, which
/// other programs follow). Lines end in LF alone; after the `END` line there may be one LF, and
/// nothing else. CR LF is refused: OpenSSH 9.2 refuses it too.
enum SSHArmor {
  private static func form(_ label: String) -> Armor {
    Armor(label: label, widths: [64, 70, 76], width: 70, lineEnds: .feed)
  }

  /// Writes `bytes` in lines of 70 letters.
  static func write(_ bytes: [UInt8], label: String) -> [UInt8] {
    form(label).encode(bytes)
  }

  /// Reads what ``write(_:label:)`` writes.
  ///
  /// - Throws: `SigningError.malformed`.
  static func read(
    _ text: [UInt8], label: String, limit: Int
  ) throws(SigningError) -> [UInt8] {
    guard text.count <= limit else { throw .malformed("it is longer than \(limit) bytes") }
    let form = form(label)
    do throws(Armor.Problem) {
      let bytes = try form.decode(text)
      if !bytes.isEmpty { return bytes }
    } catch {
      throw .malformed(words(error, form))
    }
    throw .malformed(nothing)
  }

  private static let nothing =
    "there is nothing between its first and its last line, or a line is empty"

  private static func words(_ problem: Armor.Problem, _ form: Armor) -> String {
    switch problem {
    case .carriageReturn:
      "its lines end as Windows ends them (CR LF); save it with LF alone"
    case .begin: "its first line is not \(form.begin)"
    case .end: "its last line is not \(form.end)"
    case .length(_, let isLastEmpty):
      isLastEmpty ? nothing : "its lines are not all of one length: 64, 70 or 76"
    case .letters: "its lines are not plain Base64"
    }
  }
}
