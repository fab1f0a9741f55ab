internal import Disk
internal import PackFormat
internal import Packs
internal import YAML

/// The `settings.yaml` of a home: what a person set for all their journals in it.
///
/// Nothing in it comes from what they wrote. A file that cannot be read or understood counts as
/// empty, because nothing that a person needs may depend on it.
package struct Settings: Sendable, Hashable {
  /// The nation whose places to turn to come first.
  package var nation: String?

  package init(nation: String? = nil) {
    self.nation = nation
  }

  /// Reads the text of the file; returns `nil` if it is not a settings file.
  package init?(reading bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    let isSilent = text.split(whereSeparator: \.isNewline).allSatisfy { line in
      let start = line.drop(while: \.isWhitespace)
      return start.isEmpty || start.hasPrefix("#")
    }
    guard !isSilent else { return }
    let reading = YAMLReading(bytes, quoting: false)
    guard reading.problems.isEmpty, let root = reading.root, root.pairs != nil else { return nil }
    guard let value = root["nation"], !value.isEmpty else { return }
    guard let name = value.scalar?.text, name.utf8.count <= 240 else { return nil }
    nation = name
  }

  /// Returns the text of the file, with the other settings of `old` if they can be understood.
  package func text(keeping old: [UInt8] = []) -> String {
    let set = nation.map { ["nation: \(YAMLScalar.inline($0))"] } ?? []
    let others = Settings(reading: old) == nil ? [] : Self.otherLines(of: old)
    let text = Self.joined(others + set)
    guard !others.isEmpty, Settings(reading: Array(text.utf8)) == self else {
      return Self.joined([Self.heading] + set)
    }
    return text
  }

  private static func joined(_ lines: [String]) -> String { lines.map { $0 + "\n" }.joined() }

  private static let heading =
    "# What you set for your journals. Nothing here comes from what you wrote."

  /// Returns the lines except the nation's, or no lines if keys do not begin lines of their own.
  private static func otherLines(of old: [UInt8]) -> [String] {
    let pairs = YAMLReading(old).root?.pairs ?? []
    guard pairs.allSatisfy({ $0.keyMark.column == 1 }) else { return [] }
    let lines = String(decoding: old, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let mine = pairs.first { $0.key == "nation" }?.keyMark.line
    let kept = lines.enumerated().filter { $0.offset + 1 != mine }.map(\.element)
    return kept.last == "" ? kept.dropLast() : kept
  }
}

extension Settings {
  /// The state of a home's settings.
  package enum Found: Sendable, Hashable {
    case absent
    case found(Settings)
    /// A file or folder of that name that cannot be read or understood.
    case unusable
  }

  package static func path(in home: String) -> String { "\(home)/settings.yaml" }

  /// Reads the settings of a home and follows a link to a file.
  package static func look(in home: String) -> Found {
    do {
      guard let bytes = try bytes(in: home) else { return .absent }
      return Settings(reading: bytes).map(Found.found) ?? .unusable
    } catch {
      return .unusable
    }
  }

  /// Keeps these settings, readable by this person alone.
  ///
  /// A link of that name is replaced, and its target stays as it is.
  ///
  /// - Throws: ``DiskTrouble``.
  package func keep(in home: String) throws {
    let old = (try? Self.bytes(in: home)) ?? []
    try Folders.make(home)
    try Files.replace(Self.path(in: home), with: Array(text(keeping: old).utf8))
  }

  private static func bytes(in home: String) throws(DiskTrouble) -> [UInt8]? {
    try Files.bytes(of: path(in: home), limit: 1 << 16, followingLinks: true)
  }
}
