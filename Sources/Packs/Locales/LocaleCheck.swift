import PackFormat
import Practice
import YAML

/// What is wrong between a pack's texts and their translations; looked for when linting only.
struct LocaleCheck {
  private let pack: Pack
  private let texts: [String: String]
  private let paths: [String]
  private(set) var findings: [Finding] = []
  /// For so many unknown texts the nearest is looked for; a thousand slips have one cause.
  private var searchesLeft = 20

  /// - Parameter broken: languages whose files are not looked at for what is missing.
  init(_ pack: Pack, broken: Set<String> = []) {
    self.pack = pack
    guard !pack.locales.isEmpty || pack.manifest.locales.count > 1 else {
      (texts, paths) = ([:], [])
      return
    }
    texts = TextPaths.byPath(pack)
    paths = texts.keys.sorted()
    searchesLeft = max(1, 10_000 / max(500, paths.count))
    for locale in pack.locales { check(locale) }
    for locale in pack.manifest.locales
    where locale != pack.manifest.defaultLocale && !broken.contains(locale) {
      checkWhole(locale)
    }
  }

  private mutating func check(_ locale: PackLocale) {
    if locale.of != pack.id {
      add(
        .localeOfOther, locale.file, locale.ofMark,
        "This says that it translates \"\(locale.of)\", but it stands in \(pack.id).",
        "Write: of: \(pack.id)")
    }
    let known = pack.manifest.locales
    if !known.contains(locale.locale) {
      let list = (known + [locale.locale]).joined(separator: ", ")
      add(
        .unlistedLocale, locale.file, locale.localeMark,
        "The language \"\(locale.locale)\" is not among the locales of pack.yaml.",
        Nearest.question(locale.locale, among: known) ?? "Write there: locales: [\(list)]")
    }
    guard locale.of == pack.id else { return }
    for entry in locale.entries { check(entry, in: locale) }
    checkHashes(locale)
  }

  /// One note for a file, with the line that the first of them would have.
  private mutating func checkHashes(_ locale: PackLocale) {
    let without = locale.entries.filter { $0.sourceHash == nil && texts[$0.path] != nil }
    guard let first = without.first, let source = texts[first.path] else { return }
    let (these, they) =
      without.count == 1
      ? ("This text does not", "it was") : ("\(without.count) texts do not", "they were")
    add(
      .noSourceHash, locale.file, first.mark,
      "\(these) say which words \(they) translated from, so a later change would not show.",
      "For \(first.path) write: source_hash: \"\(SourceHash.of(source))\"", .note)
  }

  private mutating func check(_ entry: PackLocale.Entry, in locale: PackLocale) {
    guard let source = texts[entry.path] else {
      return add(
        .unknownText, locale.file, entry.mark, "There is no text \"\(entry.path)\" in this pack.",
        nearest(entry.path) ?? "Take the line away, or mend the way to the text.")
    }
    if let hash = entry.sourceHash, !SourceHash.isMade(hash, from: source) {
      add(
        .staleTranslation, locale.file, entry.mark,
        "The text \"\(entry.path)\" was changed after it was translated.",
        "Look at both again, then write: source_hash: \"\(SourceHash.of(source))\"", .warning)
    }
    if entry.path.hasSuffix("/title") { checkTitle(entry, locale) }
    checkPlaceholders(entry, source, locale)
  }

  /// The length of titles is a rule of their own file; a translation has the same.
  private mutating func checkTitle(_ entry: PackLocale.Entry, _ locale: PackLocale) {
    let most = FileKind.titleLength
    let count = entry.text.unicodeScalars.count
    if count > most {
      add(
        .tooLong, locale.file, entry.mark,
        "This title has \(count) characters; at most \(most) are shown.", "Shorten it.")
    }
    if entry.text.utf8.contains(0x0A) {
      add(
        .notOneLine, locale.file, entry.mark,
        "This title runs over several lines; it wants one.", "Write it on one line.")
    }
  }

  private mutating func checkPlaceholders(
    _ entry: PackLocale.Entry, _ source: String, _ locale: PackLocale
  ) {
    let known = Placeholders.names(in: source)
    let used = Placeholders.names(in: entry.text)
    for name in used where !known.contains(name) {
      add(
        .localePlaceholder, locale.file, entry.mark,
        "{\(name)} is not in the text that this translates, so nothing would be filled in.",
        Nearest.near(name, among: known).map { "Did you mean {\($0)}?" } ?? "Write the words out.")
    }
    for name in Set(known).sorted()
    where (name == "item" || name.hasPrefix("answer:")) && !used.contains(name) {
      add(
        .localePlaceholder, locale.file, entry.mark,
        "The text that this translates has {\(name)} in it; here it is missing.",
        name == "item"
          ? "Put {item} where the name of each item belongs."
          : "Put {\(name)} where the earlier answer belongs.")
    }
  }

  /// All of a language together, wherever its files are.
  private mutating func checkWhole(_ locale: String) {
    let files = pack.locales.filter { $0.locale == locale && $0.of == pack.id }
    let there = Set(files.flatMap(\.entries).map(\.path))
    let missing = TextPaths.texts(of: pack).map(\.path).filter { !there.contains($0) }
    guard !missing.isEmpty else { return }
    let first = missing.prefix(3).joined(separator: ", ") + (missing.count > 3 ? " ..." : "")
    add(
      .missingTranslation, files.first?.file ?? "pack.yaml", .start,
      "\(missing.count) of \(texts.count) texts are not yet in \(locale): \(first)",
      files.isEmpty
        ? "Make locales/\(locale).yaml, or take \(locale) away from \"locales\"."
        : "Until then people see them in \(pack.manifest.defaultLocale).", .warning)
  }

  /// The way most like this one: the part that names nothing is put right first.
  private mutating func nearest(_ path: String) -> Hint? {
    guard searchesLeft > 0 else { return nil }
    searchesLeft -= 1
    if let way = Nearest.near(path, among: paths) { return "Did you mean \(way)?" }
    let parts = path.split(separator: "/").map(String.init)
    for count in stride(from: parts.count - 1, to: 0, by: -1) {
      let prefix = parts[..<count].joined(separator: "/") + "/"
      let below = texts.keys.filter { $0.hasPrefix(prefix) }.sorted()
      guard !below.isEmpty else { continue }
      let next = Set(below.compactMap { $0.dropFirst(prefix.count).split(separator: "/").first })
      return "Below \(prefix) there is: \(next.sorted().prefix(12).joined(separator: ", "))."
    }
    return nil
  }

  private mutating func add(
    _ code: FindingCode, _ file: String, _ mark: Mark, _ message: String, _ hint: Hint,
    _ severity: Finding.Severity = .error
  ) {
    findings.append(
      Finding(
        file: file, line: mark.line, column: mark.column, code: code.rawValue, severity: severity,
        message: message, hint: hint))
  }
}
