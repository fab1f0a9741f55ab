internal import Age
internal import Archive
internal import Disk
internal import Practice
internal import Vault

extension OpenBackup {
  /// What stands in a backup beside the wordings.
  struct Parts {
    var identity: [UInt8]?
    var content = Content()
  }

  /// Reads a backup to its end and hands over each wording.
  ///
  /// - Throws: `VaultError.badBackup`, or what `body` throws.
  static func read<Source: ByteSource>(
    _ source: OpenedSource<Source>, identity onIdentity: ([UInt8]) throws -> Void = { _ in },
    _ body: (Wording) throws -> Void
  ) throws -> Parts {
    let opened = Shared(source)
    var tar = UstarReader(memberLimit: 4_000_000, byteLimit: 1 << 40) { try opened.read($0) }
    var parts = Parts()
    var last: ItemID?
    try translating {
      while let member = try tar.next() {
        if member.path == identityPath {
          let bytes = try tar.content(limit: 1 << 30)
          parts.identity = bytes
          try onIdentity(bytes)
        } else if member.path.hasPrefix(linesPrefix), member.path.hasSuffix(".jsonl") {
          let lines = try tar.content(limit: 1 << 31)
          for line in lines.split(separator: UInt8(ascii: "\n")) {
            let wording = try wording(Array(line))
            parts.content.wordings += 1
            if wording.page.id != last { parts.content.entries += 1 }
            last = wording.page.id
            try body(wording)
          }
        }
      }
    }
    return parts
  }

  private static func wording(_ line: [UInt8]) throws -> Wording {
    guard let entry = try? JSON.read(EntryJSON.self, from: line).entry,
      var wording = try? EntryPage.wording(entry)
    else { throw VaultError.badBackup(.notOurs("a line of it is no entry")) }
    // The very bytes that were kept, with whatever a later version may have put there.
    wording.page.payload = line
    return wording
  }

  /// The formats' own trouble, as trouble with a backup.
  static func translating<T>(_ work: () throws -> T) throws -> T {
    do {
      return try work()
    } catch ArchiveError.cutShort {
      throw VaultError.badBackup(.cutShort)
    } catch let error as ArchiveError {
      throw VaultError.badBackup(.notOurs("\(error)"))
    } catch AgeError.noMatch {
      throw VaultError.badBackup(.notOurs("it was sealed to other keys"))
    } catch AgeError.payload(let reason) where reason == "its end is missing" {
      throw VaultError.badBackup(.cutShort)
    } catch AgeError.payload {
      throw VaultError.badBackup(.changed)
    } catch let error as AgeError {
      throw VaultError.badBackup(.notOurs("\(error)"))
    }
  }
}

/// A source that a closure can go on reading.
private final class Shared<Source: ByteSource> {
  private var source: Source

  init(_ source: Source) {
    self.source = source
  }

  func read(_ count: Int) throws -> ArraySlice<UInt8> { try source.read(count) }
}

extension OpenBackup {
  /// Opens every item of a backup that was just made, with the keys of the open journal.
  package static func check(_ path: String, _ reader: Reader) throws -> Content {
    try translating {
      try read(reader.journal.opening(FileSource(path))) { _ in }.content
    }
  }
}
