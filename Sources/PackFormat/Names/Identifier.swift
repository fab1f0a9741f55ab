/// The forms of names in packs.
package enum Identifier {
  /// The most characters an id can have.
  static let longest = 64

  static func isID(_ text: String) -> Bool { isID(text[...]) }
  /// Whether the text is ids joined by dots: `core`, `org.example.peer-basics`.
  package static func isPackID(_ text: String) -> Bool { isPackID(text[...]) }
  /// Whether the text is `ID` or `PACK/ID`.
  package static func isItemName(_ text: String) -> Bool { isItemName(text[...]) }

  /// Whether the text is `STEP` or `PARTY.STEP`.
  static func isStepName(_ text: String) -> Bool {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count <= 2 && parts.allSatisfy { isID($0) }
  }

  /// The folders that a text path may begin with.
  static let textFolders = ["pack", "prompts", "templates", "values", "signposts", "vocabulary"]

  /// Whether the text is `FOLDER/ITEM/...`, in words of ids, digits, hyphens and underscores.
  static func isTextPath(_ text: String) -> Bool {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard text.utf8.count <= 300, 2...8 ~= parts.count else { return false }
    return textFolders.contains { $0 == parts[0] }
      && parts.allSatisfy { part in
        !part.isEmpty
          && part.utf8.allSatisfy { isWordByte($0) || $0 == 0x2D || $0 == 0x5F }
      }
  }

  /// Whether the text is 16 to 64 lower-case hex digits.
  static func isHash(_ text: String) -> Bool {
    16...64 ~= text.utf8.count
      && text.utf8.allSatisfy { (0x30...0x39) ~= $0 || (0x61...0x66) ~= $0 }
  }

  /// Whether the text is lower-case words and numbers joined by single hyphens.
  static func isID(_ text: Substring) -> Bool {
    guard text.utf8.count <= longest else { return false }
    return text.split(separator: "-", omittingEmptySubsequences: false).allSatisfy { word in
      !word.isEmpty && word.utf8.allSatisfy(isWordByte)
    }
  }

  /// Whether the text is ids joined by dots, the first of which begins with a letter.
  static func isPackID(_ text: Substring) -> Bool {
    guard text.utf8.count <= 100, let first = text.utf8.first, !(0x30...0x39).contains(first)
    else { return false }
    return text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { isID($0) }
  }

  /// Whether the text is `ID` or `PACK/ID`.
  static func isItemName(_ text: Substring) -> Bool {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    switch parts.count {
    case 1: return isID(parts[0])
    case 2: return isPackID(parts[0]) && isID(parts[1])
    default: return false
    }
  }

  /// Returns the id made from words: `Not today` gives `not-today`.
  ///
  /// Returns `nil` if letters beyond a to z would be lost, or nothing remains.
  package static func made(from words: String) -> String? {
    var id = ""
    var isWaiting = false
    for scalar in words.lowercased().unicodeScalars {
      if scalar == "'" || scalar == "\u{2019}" { continue }
      if scalar.isASCII, isWordByte(UInt8(truncatingIfNeeded: scalar.value)) {
        if isWaiting, !id.isEmpty { id += "-" }
        isWaiting = false
        id.unicodeScalars.append(scalar)
      } else if scalar.properties.isAlphabetic {
        return nil
      } else {
        isWaiting = true
      }
    }
    return isID(id) ? id : nil
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
  }
}
