import Archive
import PackFormat
import Packs
import Practice
import SSHSigning
import Testing

/// A small pack, built and signed, for tests of what happens to packs.
enum PackSample {
  static let id = "org.example.basics"
  static var today: Day { get throws { try #require(Day("2026-11-22")) } }

  static func manifest(id: String = id, revision: Int = 1, more: String = "") -> String {
    """
    schema: alongside.pack/1
    id: \(id)
    version: 1.\(revision).0
    revision: \(revision)
    name: Basics
    default_locale: en
    \(more)
    """
  }

  /// Manifest, two prompts and a page for readers.
  static func texts(
    id: String = id, revision: Int = 1, more: String = "", ask: String = "How was it?"
  ) -> [String: String] {
    [
      "pack.yaml": manifest(id: id, revision: revision, more: more),
      "prompts/evening.yaml": Sample.steps(
        "  - {id: a, ask: \"\(ask)\"}\nsource: Ours\n", id: "evening"),
      "prompts/morning.yaml": Sample.steps(
        "  - {id: a, ask: What now?}\nsource: Ours\n", id: "morning"),
      "README.md": "# Basics\n",
    ]
  }

  static func files(_ texts: [String: String]) -> PackFiles {
    PackFiles(texts.mapValues { Array($0.utf8) })
  }

  /// An archive, signed by a key where one is given.
  static func archive(
    _ texts: [String: String] = texts(), by key: SigningKey? = nil
  ) throws -> [UInt8] {
    let built = try PackArchive.build(files(texts))
    guard let key else { return built.bytes }
    let signature = try key.sign(built.sums.bytes, namespace: .pack)
    return try PackArchive.build(files(texts), signature: signature.armored).bytes
  }

  static func offer(
    _ texts: [String: String] = texts(), by key: SigningKey? = nil
  ) throws -> OfferedPack {
    try OfferedPack(archive: archive(texts, by: key), name: "basics.tar")
  }

  /// The offer that comes of changing the members of a built archive.
  static func offer(
    by key: SigningKey? = nil, changing change: (inout [String: [UInt8]]) -> Void
  ) throws -> OfferedPack {
    let files = try PackFiles(archive: archive(by: key))
    var members: [String: [UInt8]] = [:]
    for file in files.files { members[file.path] = file.bytes }
    change(&members)
    return OfferedPack(PackFiles(members), name: "basics.tar")
  }
}
