internal import AlongsideRuntime
internal import Practice

/// A tag as it is typed on the command line.
enum TagName {
  /// A tag as it is kept: without `#`, in letters that a page's last line could hold as well.
  ///
  /// - Throws: `Failure` with 64.
  static func checked(_ text: String) throws -> String {
    let name = text.drop { $0 == "#" }
    guard let tag = PageText(reading: "words\n#\(name)").tags.first, tag == name,
      !name.hasPrefix("-")
    else {
      throw Failure.usage("a tag is letters, digits, - and _, not \"\(text)\"")
    }
    return tag
  }

  /// Whether what was typed means this tag.
  ///
  /// Tags that came from elsewhere may hold anything, and can be named all the same.
  static func isMeant(_ text: String, _ tag: String) -> Bool {
    Folding.areSame(text, tag) || Folding.areSame(String(text.drop { $0 == "#" }), tag)
  }
}
