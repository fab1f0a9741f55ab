/// One thing a person did on the keyboard.
enum Key: Equatable {
  /// Whole UTF-8 characters, as many as came at once; tabs count as text.
  case text([UInt8])
  /// A piece of a paste, line ends as LF, without other controls.
  case paste([UInt8], isFirst: Bool, isLast: Bool)
  case enter
  case backspace, eraseForward, killToStart, killToEnd, killBlankWord, killWord, killWordForward
  case yank, undo, redraw
  case left, right, up, down, home, end, wordLeft, wordRight, textStart, textEnd
  /// Ctrl-D, Ctrl-C and Ctrl-Z.
  case endOfInput, interrupt, suspend
}

/// Turns the bytes a terminal sends into keys.
///
/// Escape sequences it does not know are swallowed whole and insert nothing. A lone Escape, after
/// which nothing comes at once, is dropped and what follows it later is kept: words must not be lost
/// to a key touched by accident. Sequences: ECMA-48, and xterm's manual for bracketed paste.
struct KeyDecoder {
  private var afterReturn = false
  private(set) var isPasting = false
  private var isFirstPiece = false

  /// The next key, or `nil` when the bytes at hand do not make one yet.
  ///
  /// - Parameter isQuiet: nothing more came for a while, so what is unfinished is taken as it is.
  mutating func next(from bytes: inout TypedBytes, isQuiet: Bool) -> Key? {
    while bytes.count > 0 {
      if isPasting { return pasted(from: &bytes, isQuiet: isQuiet) }
      let first = bytes[0]
      if first == 0x1B {
        guard let sequence = Escape(bytes, isQuiet: isQuiet) else { return nil }
        bytes.take(sequence.length)
        if sequence.beginsPaste { (isPasting, isFirstPiece, afterReturn) = (true, true, false) }
        if let key = sequence.key { return key }
      } else if Self.isText(first) {
        return text(from: &bytes, isQuiet: isQuiet)
      } else {
        bytes.take(1)
        if let key = control(first) { return key }
      }
    }
    return nil
  }

  /// Ends a paste whose end never came.
  mutating func stopPasting() { (isPasting, afterReturn) = (false, false) }

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
    case 0x0B: return .killToEnd
    case 0x0C: return .redraw
    case 0x0E: return .down
    case 0x10: return .up
    case 0x15: return .killToStart
    case 0x17: return .killBlankWord
    case 0x19: return .yank
    case 0x1A: return .suspend
    case 0x1F: return .undo
    default: return nil
    }
  }

  private static func isText(_ byte: UInt8) -> Bool {
    (byte >= 0x20 && byte != 0x7F) || byte == 0x09
  }

  private mutating func text(from bytes: inout TypedBytes, isQuiet: Bool) -> Key? {
    var length = 0
    while length < bytes.count, Self.isText(bytes[length]) { length += 1 }
    // More of the last character may still be on its way.
    if length == bytes.count, !isQuiet { length -= Self.unfinished(bytes, upTo: length) }
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

// MARK: - Pastes

extension KeyDecoder {
  private static let pasteEnd = Array("\u{1B}[201~".utf8)

  /// What has come of a paste so far, up to its end.
  private mutating func pasted(from bytes: inout TypedBytes, isQuiet: Bool) -> Key? {
    var length = 0
    var isLast = false
    while length < bytes.count {
      let found = Self.end(in: bytes, at: length)
      if found == .whole { isLast = true }
      if found == .whole || (found == .begun && !isQuiet) { break }
      length += 1
    }
    if !isLast, !isQuiet, length == bytes.count {
      length -= Self.unfinished(bytes, upTo: length)
    }
    guard length > 0 || isLast else { return nil }
    let piece = plain(bytes.take(length))
    if isLast {
      bytes.take(Self.pasteEnd.count)
      stopPasting()
    }
    defer { isFirstPiece = false }
    return .paste(piece, isFirst: isFirstPiece, isLast: isLast)
  }

  private enum End { case no, begun, whole }

  private static func end(in bytes: TypedBytes, at start: Int) -> End {
    guard bytes[start] == 0x1B else { return .no }
    for (offset, byte) in pasteEnd.enumerated() {
      guard start + offset < bytes.count else { return .begun }
      guard bytes[start + offset] == byte else { return .no }
    }
    return .whole
  }

  /// Pasted bytes with one sort of line end, and without controls that no key types.
  private mutating func plain(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    for byte in bytes {
      if byte == 0x0D || (byte == 0x0A && !afterReturn) {
        result.append(0x0A)
      } else if Self.isText(byte) {
        result.append(byte)
      }
      afterReturn = byte == 0x0D
    }
    return result
  }
}

// MARK: - Escape sequences

/// The escape sequence that some bytes begin with.
private struct Escape {
  var length: Int
  var key: Key?
  var beginsPaste = false

  private init(_ length: Int, _ key: Key? = nil) {
    self.length = length
    self.key = key
  }

  /// - Returns: `nil` while more of it may come.
  init?(_ bytes: TypedBytes, isQuiet: Bool) {
    guard bytes.count > 1 else {
      guard isQuiet else { return nil }
      self.init(1)
      return
    }
    let found: Escape?
    switch bytes[1] {
    case UInt8(ascii: "["): found = Self.control(bytes)
    case UInt8(ascii: "O"): found = Self.single(bytes)
    case UInt8(ascii: "P"), UInt8(ascii: "]"), UInt8(ascii: "X"), UInt8(ascii: "^"),
      UInt8(ascii: "_"):
      found = Self.string(bytes)
    default: found = Self.meta(bytes)
    }
    if found == nil, !isQuiet { return nil }
    // Two keys that only looked like the beginning of more.
    self = found ?? Escape(2)
  }

  /// A key held with Alt.
  private static func meta(_ bytes: TypedBytes) -> Escape? {
    switch bytes[1] {
    case UInt8(ascii: "b"), UInt8(ascii: "B"): return Escape(2, .wordLeft)
    case UInt8(ascii: "f"), UInt8(ascii: "F"): return Escape(2, .wordRight)
    case UInt8(ascii: "d"), UInt8(ascii: "D"): return Escape(2, .killWordForward)
    case UInt8(ascii: "<"): return Escape(2, .textStart)
    case UInt8(ascii: ">"): return Escape(2, .textEnd)
    case 0x7F, 0x08: return Escape(2, .killWord)
    case 0x00..<0x20: return Escape(1)
    case 0xC0...:
      let length = bytes[1] >= 0xF0 ? 4 : bytes[1] >= 0xE0 ? 3 : 2
      return bytes.count > length ? Escape(length + 1) : nil
    default: return Escape(2)
    }
  }

  private static func single(_ bytes: TypedBytes) -> Escape? {
    guard bytes.count > 2 else { return nil }
    guard (0x40...0x7E).contains(bytes[2]) else { return Escape(2) }
    return Escape(3, key(final: bytes[2], parameter: ""))
  }

  /// What a terminal answers of itself, up to BEL or ST.
  private static func string(_ bytes: TypedBytes) -> Escape? {
    for index in 2..<max(bytes.count, 2) {
      if bytes[index] == 0x07 { return Escape(index + 1) }
      if bytes[index] == 0x1B, index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "\\") {
        return Escape(index + 2)
      }
    }
    return nil
  }

  private static func control(_ bytes: TypedBytes) -> Escape? {
    var parameter = ""
    for index in 2..<max(bytes.count, 2) {
      let byte = bytes[index]
      switch byte {
      case 0x20...0x3F: parameter.unicodeScalars.append(Unicode.Scalar(byte))
      case UInt8(ascii: "[") where index == 2:
        // The Linux console's function keys put one more letter after this.
        return bytes.count > 3 ? Escape(4) : nil
      case 0x40...0x7E:
        var found = Escape(index + 1, key(final: byte, parameter: parameter))
        found.beginsPaste = byte == UInt8(ascii: "~") && parameter == "200"
        return found
      default: return Escape(index)
      }
    }
    return nil
  }

  private static func key(final: UInt8, parameter: String) -> Key? {
    // xterm writes what is held as one more than a sum: 2 Alt, 4 Ctrl.
    let parts = parameter.split(separator: ";")
    let held = parts.count > 1 ? (Int(parts[1]) ?? 1) - 1 : 0
    let isByWord = held & 0b110 != 0
    switch (Character(Unicode.Scalar(final)), parts.first.map(String.init) ?? "") {
    case ("A", _): return .up
    case ("B", _): return .down
    case ("C", _): return isByWord ? .wordRight : .right
    case ("D", _): return isByWord ? .wordLeft : .left
    case ("c", _) where parameter.isEmpty: return .wordRight
    case ("d", _) where parameter.isEmpty: return .wordLeft
    case ("H", _), ("~", "1"), ("~", "7"): return isByWord ? .textStart : .home
    case ("F", _), ("~", "4"), ("~", "8"): return isByWord ? .textEnd : .end
    case ("~", "3"): return isByWord ? .killWordForward : .eraseForward
    default: return nil
    }
  }
}
