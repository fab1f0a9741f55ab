/// What the environment says about how the terminal spells letters.
package enum TerminalCharset {
  /// What to say about letters that are not in UTF-8; nil where they are, or nothing is known.
  ///
  /// `LC_ALL` goes before `LC_CTYPE`, and that before `LANG`. A locale without a charset names none:
  /// what it means differs from system to system.
  package static func warning(in environment: [String: String]) -> String? {
    let variables = ["LC_ALL", "LC_CTYPE", "LANG"]
    guard let variable = variables.first(where: { environment[$0]?.isEmpty == false }),
      let locale = environment[variable], let charset = charset(of: locale),
      charset.lowercased().filter({ $0 != "-" && $0 != "_" }) != "utf8"
    else { return nil }
    let language = locale.prefix { $0 != "." && $0 != "@" }
    return "\(variable) says that letters are \(charset.prefix(longest)) here, so those such as é "
      + "may not be read rightly when they are typed: set the terminal to UTF-8, and "
      + "\(variable)=\(language.prefix(longest)).UTF-8."
  }

  private static let longest = 40

  /// `ISO-8859-1` of `en_GB.ISO-8859-1`.
  private static func charset(of locale: String) -> String? {
    let parts = locale.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
    let names = parts[0].split(separator: ".", maxSplits: 1)
    if names.count == 2 { return String(names[1]) }
    // The one modifier that is a charset: from when the euro sign was new.
    return parts.count == 2 && parts[1].lowercased() == "euro" ? "ISO-8859-15" : nil
  }
}
