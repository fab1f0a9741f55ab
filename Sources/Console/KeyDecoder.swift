/// One thing a person did on the keyboard.
enum Key: Equatable {
  /// Whole UTF-8 characters, as many as came at once; tabs count as text.
  case text([UInt8])
  case enter
  case backspace, erase, eraseWord, eraseForward
  case left, right, home, end
  /// Ctrl-D, Ctrl-C and Ctrl-Z.
  case endOfInput, interrupt, suspend
}

/// Turns the bytes a terminal sends into keys.
///
/// Escape sequences it does not know are swallowed whole; a lone Escape is dropped and what follows
/// it is kept, for words must not be lost to a key touched by accident.
struct KeyDecoder {
  private var afterReturn = false

  /// The next key, or nil when the bytes at hand do not make one yet.
  ///
  /// - Parameter atEnd: nothing more will come, so an unfinished character is taken as it is.
  mutating func next(from bytes: inout TypedBytes, atEnd: Bool) -> Key? {
    while bytes.count > 0 {
      let first = bytes[0]
      if first == 0x1B {
        guard let sequence = escape(bytes, atEnd: atEnd) else { return nil }
        bytes.take(sequence.length)
        if let key = sequence.key { return key }
      } else if Self.isText(first) {
        return text(from: &bytes, atEnd: atEnd)
      } else {
        bytes.take(1)
        if let key = control(first) { return key }
      }
    }
    return nil
  }

  private mutating func control(_ byte: UInt8) -> Key? {
    let followsReturn = afterReturn
    afterReturn = byte == 0x0D
    switch byte {
    case 0x0D: return .enter
    case 0x0A: return followsReturn ? nil : .enter  // The second half of a CRLF.
    case 0x01: return .home
    case 0x02: return .left
    case 0x03: return .interrupt
    case 0x04: return .endOfInput
    case 0x05: return .end
    case 0x06: return .right
    case 0x08, 0x7F: return .backspace
    case 0x15: return .erase
    case 0x17: return .eraseWord
    case 0x1A: return .suspend
    default: return nil
    }
  }

  private static func isText(_ byte: UInt8) -> Bool {
    (byte >= 0x20 && byte != 0x7F) || byte == 0x09
  }

  private mutating func text(from bytes: inout TypedBytes, atEnd: Bool) -> Key? {
    var length = 0
    while length < bytes.count, Self.isText(bytes[length]) { length += 1 }
    // More of the last character may still be on its way.
    if length == bytes.count, !atEnd { length -= Self.unfinished(bytes, upTo: length) }
    guard length > 0 else { return nil }
    afterReturn = false
    return .text(bytes.take(length))
  }

  /// How many bytes at the end begin a UTF-8 character without finishing it.
  private static func unfinished(_ bytes: TypedBytes, upTo end: Int) -> Int {
    for back in 1...3 where back <= end {
      let byte = bytes[end - back]
      if byte & 0xC0 == 0x80 { continue }
      let needed = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1
      return needed > back ? back : 0
    }
    return 0
  }
}

extension KeyDecoder {
  private typealias Sequence = (length: Int, key: Key?)

  private func escape(_ bytes: TypedBytes, atEnd: Bool) -> Sequence? {
    guard bytes.count > 1 else { return atEnd ? (1, nil) : nil }
    switch bytes[1] {
    case UInt8(ascii: "["): return bracket(bytes, atEnd: atEnd)
    case UInt8(ascii: "O"):
      guard bytes.count > 2 else { return atEnd ? (1, nil) : nil }
      let isLetter = (0x40...0x7E).contains(bytes[2])
      return isLetter ? (3, Self.key(final: bytes[2], parameter: "")) : (1, nil)
    default: return (1, nil)
    }
  }

  private func bracket(_ bytes: TypedBytes, atEnd: Bool) -> Sequence? {
    var index = 2
    var parameter = ""
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case 0x20...0x3F where index < 32:
        parameter.unicodeScalars.append(Unicode.Scalar(byte))
      case UInt8(ascii: "[") where index == 2:
        // The Linux console's function keys put one more letter after this.
        guard bytes.count > 3 || atEnd else { return nil }
        return (4, nil)
      case 0x40...0x7E: return (index + 1, Self.key(final: byte, parameter: parameter))
      default: return (index, nil)
      }
      index += 1
    }
    return atEnd ? (index, nil) : nil
  }

  private static func key(final: UInt8, parameter: String) -> Key? {
    switch (Character(Unicode.Scalar(final)), parameter) {
    case ("C", _): .right
    case ("D", _): .left
    case ("H", _), ("~", "1"), ("~", "7"): .home
    case ("F", _), ("~", "4"), ("~", "8"): .end
    case ("~", "3"): .eraseForward
    default: nil
    }
  }
}
