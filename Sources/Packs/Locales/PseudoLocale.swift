package import PackFormat
import YAML

/// A language that nobody speaks, made from a pack's own texts, which shows whether every text can
/// be translated: whatever is still plain on screen has no way to it.
///
/// `[Ŵĥáţ ...]`: letters with accents, brackets around, about a third longer, placeholders as they
/// are.
package enum PseudoLocale {
  /// The name under which it can be asked for.
  package static let name = "en-XA"

  /// All texts of a pack in it, with their hashes, as a file of translations has them.
  package static func locale(of pack: Pack) -> PackLocale {
    PackLocale(
      file: "locales/\(name).yaml", locale: name, of: pack.id,
      entries: TextPaths.texts(of: pack).map { text in
        .init(
          path: text.path, text: words(for: text.text), sourceHash: SourceHash.of(text.text),
          mark: .start)
      })
  }

  /// One text in it.
  static func words(for text: String) -> String {
    var accented = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "{") {
      accented += accent(rest[..<open])
      rest = rest[open...]
      guard let close = rest.firstIndex(of: "}") else { break }
      accented += rest[...close]
      rest = rest[rest.index(after: close)...]
    }
    accented += accent(rest)
    let extra = max(1, text.unicodeScalars.count * 3 / 10)
    return "[" + accented + " " + String(repeating: "·", count: extra) + "]"
  }

  private static func accent(_ text: Substring) -> String {
    var accented = ""
    for scalar in text.unicodeScalars {
      accented.unicodeScalars.append(letters[scalar] ?? scalar)
    }
    return accented
  }

  private static let letters: [Unicode.Scalar: Unicode.Scalar] = {
    let plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
    let accented = "áƀçđéƒĝĥíĵķĺɱñóƥɋŕšţúṽŵẋýžÁƁÇĐÉƑĜĤÍĴĶĹṀÑÓƤɊŔŠŢÚṼŴẊÝŽ"
    return Dictionary(uniqueKeysWithValues: zip(plain.unicodeScalars, accented.unicodeScalars))
  }()
}
