internal import Disk

/// What this machine remembers of a journal's capture file: `<state>/alongside/<id>/known`.
///
/// Lines: `alongside-known/1`, `checked MILLISECONDS`, `recipient age1…` (one or more), and last
/// `folder PATH`. Only an unlock writes it, because only then is the sealed copy there to compare.
struct Known: Sendable, Hashable {
  static let format = "alongside-known/1"

  var folder: String
  /// One; while the keys are being changed, old and new.
  var recipients: [String]
  /// When capture file, this and the sealed copy were last found equal.
  ///
  /// Milliseconds since 1970.
  var checked: Int64

  var bytes: [UInt8] {
    let lines =
      [Self.format, "checked \(checked)"] + recipients.map { "recipient \($0)" }
      + ["folder \(Self.escaped(folder))"]
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  init(folder: String, recipients: [String], checked: Int64) {
    self.folder = folder
    self.recipients = recipients
    self.checked = checked
  }

  /// Reads what is known of a journal, or nil when nothing is, or nothing legible.
  init?(of journal: JournalID, in place: JournalPlace) {
    guard let known = try? Self.read(of: journal, in: place) else { return nil }
    self = known
  }

  /// The same, where it matters why nothing is known.
  ///
  /// - Throws: `VaultError.system` if the file cannot be read.
  static func read(of journal: JournalID, in place: JournalPlace) throws(VaultError) -> Known? {
    let path = "\(place.state(of: journal))/known"
    return try SystemFile.read(path, limit: 1 << 16).flatMap { Known($0) }
  }

  /// A path on one line, whatever is in it.
  private static func escaped(_ path: String) -> String {
    path.replacing("\\", with: "\\\\").replacing("\n", with: "\\n")
  }

  private static func unescaped(_ words: Substring) -> String {
    var path = ""
    var rest = words.unicodeScalars
    while let scalar = rest.popFirst() {
      guard scalar == "\\", let next = rest.popFirst() else {
        path.unicodeScalars.append(scalar)
        continue
      }
      path.unicodeScalars.append(next == "n" ? "\n" : next)
    }
    return path
  }

  private init?(_ bytes: [UInt8]) {
    let lines = bytes.split(separator: UInt8(ascii: "\n")).map {
      String(decoding: $0, as: UTF8.self)
    }
    guard lines.first == Self.format, let last = lines.last, last.hasPrefix("folder ") else {
      return nil
    }
    var checked: Int64?
    var recipients: [String] = []
    for line in lines.dropFirst().dropLast() {
      let words = line.split(separator: " ")
      switch words.first {
      case "checked" where words.count == 2: checked = Int64(words[1])
      case "recipient" where words.count == 2: recipients.append(String(words[1]))
      default: return nil
      }
    }
    guard let checked, !recipients.isEmpty else { return nil }
    self.init(folder: Self.unescaped(last.dropFirst(7)), recipients: recipients, checked: checked)
  }

  /// Remembers this.
  func write(of journal: JournalID, in place: JournalPlace) throws(VaultError) {
    let folder = place.state(of: journal)
    try SystemFile.makeFolder(folder)
    try SystemFile.write(bytes, to: "known", in: folder)
  }

  /// Whether another journal than `journal` was last seen in this very folder.
  static func isAnother(than journal: JournalID, at place: JournalPlace) -> Bool {
    !others(than: journal, at: place).isEmpty
  }

  /// Forgets that other journals were once in this folder: this one is, and was opened here.
  static func forgetOthers(than journal: JournalID, at place: JournalPlace) throws(VaultError) {
    for other in others(than: journal, at: place) {
      try SystemFile.remove("\(place.state(of: other))/known")
    }
  }

  /// The folder counts by its name and by where the name leads: a link put in its place must not
  /// make a stranger's journal look like one that was never seen.
  private static func others(than journal: JournalID, at place: JournalPlace) -> [JournalID] {
    let folders = [place.folder, FileFacts.resolved(place.folder)]
    let names = (try? SystemFile.names(in: place.state)) ?? []
    return names.compactMap { JournalID($0) }.filter { other in
      guard other != journal, let known = Known(of: other, in: place) else { return false }
      return folders.contains(known.folder)
    }
  }
}
