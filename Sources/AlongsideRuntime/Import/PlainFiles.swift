internal import Archive
internal import Disk
package import Practice

extension Import {
  /// What entries come from.
  package enum Origin: String, Sendable, Hashable, CaseIterable {
    case jrnl, dayone, markdown, alongside
  }

  /// Why a file or folder could not be read at all, or not to its end.
  package struct Trouble: Error, Sendable, Hashable {
    package enum Reason: Sendable, Hashable {
      /// As the system said it.
      case unreadable(String)
      case unreadableFolder
      /// A file that is read whole has more than this many bytes.
      case tooLarge(limit: Int)
      /// The same of a file in a zip.
      case tooLargeInZip(String, limit: Int)
      /// The zip is broken; the words say how.
      case brokenZip(String)
    }

    package let path: String
    package let reason: Reason
  }
}

/// The files of another journal, on their way in.
///
/// ```swift
/// var reading = ImportReading()
/// try PlainFiles(path: "journal.txt", zone: "Europe/London", now: now).read(.jrnl, into: &reading)
/// let entries = try reading.finished().entries
/// ```
package struct PlainFiles: Sendable {
  private let path: String
  /// The zone of times that name none.
  private let zone: String
  private let now: Moment

  package init(path: String, zone: String, now: Moment) {
    self.path = path
    self.zone = zone
    self.now = now
  }

  /// Reads everything there is to read.
  ///
  /// - Throws: `Import.Trouble` if the file cannot be opened at all, is too large, or is a broken zip;
  ///   `DiskTrouble` if it cannot be read to its end.
  package func read(_ source: Import.Origin, into reading: inout ImportReading) throws {
    switch source {
    case .jrnl: try jrnl(&reading)
    case .alongside:
      // The folder that an export was written to will do.
      let inside = "\(path)/entries.json"
      Import.alongside(try whole(FileFacts.mayRead(inside) ? inside : path), into: &reading)
    case .dayone: try dayOne(&reading)
    case .markdown: try markdown(&reading)
    }
  }

  private static func opened(_ path: String) throws(Import.Trouble) -> FileSource {
    do throws(DiskTrouble) {
      return try FileSource(path)
    } catch {
      throw Import.Trouble(path: path, reason: .unreadable(error.words))
    }
  }

  /// All of a file; one of JSON is read whole, so it has a limit.
  private func whole(
    _ path: String, limit: Int = ImportLimits.jsonByteCount
  ) throws(Import.Trouble) -> [UInt8] {
    do throws(DiskTrouble) {
      let bytes = try Files.bytes(of: path, limit: limit, followingLinks: true)
      guard let bytes else { throw DiskTrouble(.reading, path, .system(ENOENT)) }
      return bytes
    } catch {
      let isLarge = error.reason == .tooLarge
      throw Import.Trouble(
        path: path, reason: isLarge ? .tooLarge(limit: limit) : .unreadable(error.words))
    }
  }

  /// Text is read line by line, whatever its length.
  private func jrnl(_ reading: inout ImportReading) throws {
    let file = try Self.opened(path)
    let beginning = try file.read(1 << 16)
    guard !Import.isJSON(beginning) else {
      return Import.jrnlJSON(try whole(path), zone: zone, into: &reading)
    }
    var first: ArraySlice<UInt8>? = beginning
    try Import.jrnlText(zone: zone, into: &reading) {
      defer { first = nil }
      return try first ?? file.read(1 << 16)
    }
  }

  /// A zip with one JSON file for each journal, or such a file by itself.
  private func dayOne(_ reading: inout ImportReading) throws {
    let file = try Self.opened(path)
    guard try file.read(2).elementsEqual([0x50, 0x4B]) else {
      return Import.dayOne(try whole(path), name: path.lastPart, zone: zone, into: &reading)
    }
    do {
      let zip = try ZipReader(
        byteCount: file.byteCount, memberLimit: 1_000_000, contentLimit: 64 << 30,
        read: file.read(at:))
      try dayOne(zip, &reading)
    } catch ArchiveError.memberTooLarge(let member, let limit) {
      throw Import.Trouble(path: path, reason: .tooLargeInZip(member, limit: limit))
    } catch let error as ArchiveError {
      throw Import.Trouble(path: path, reason: .brokenZip("\(error)"))
    }
  }

  private func dayOne(_ zip: ZipReader, _ reading: inout ImportReading) throws {
    var hasJournal = false
    for member in zip.members where !reading.isOver {
      guard member.path.lowercased().hasSuffix(".json"), !member.path.contains("/") else {
        reading.leave("files beside the journal")
        continue
      }
      hasJournal = true
      let content = try zip.content(of: member, limit: ImportLimits.jsonByteCount)
      reading.file = member.path
      Import.dayOne(content, name: member.path, zone: zone, into: &reading)
      reading.file = nil
    }
    if !hasJournal { reading.refuse("the file", Self.noJournal) }
  }

  private static let noJournal =
    "there is no JSON file at its top, as Day One writes one for each journal"

  /// One file, or every one in a folder and the folders in it.
  private func markdown(_ reading: inout ImportReading) throws {
    guard Self.isFolder(path) else {
      return try one(path, as: path.lastPart, &reading)
    }
    try walk(path, "", &reading, depth: 0)
  }

  /// A file that is too long is named before it is read.
  private func one(_ file: String, as name: String, _ reading: inout ImportReading) throws {
    let facts = FileFacts(of: file, followingLinks: true)
    if let facts, facts.size > ImportLimits.noteByteCount {
      return reading.refuse(name, ImportLimits.tooLong)
    }
    let seconds = facts?.written ?? now.utcMilliseconds / 1000
    let written = Import.moment(milliseconds: seconds * 1000, zone: zone)
    Import.markdown(
      try whole(file, limit: ImportLimits.noteByteCount), path: name, fallback: written,
      into: &reading)
  }

  private func walk(
    _ folder: String, _ inside: String, _ reading: inout ImportReading, depth: Int
  ) throws {
    guard depth < 16 else {
      return reading.refuse(inside, "this folder lies too deep to look into")
    }
    guard Self.isFolder(folder), let names = try? Folders.names(in: folder) else {
      throw Import.Trouble(path: folder, reason: .unreadableFolder)
    }
    for name in names.map(\.text) where !reading.isOver {
      if name.hasPrefix(".") {
        reading.leave("hidden files and folders")
        continue
      }
      let (path, shown) = ("\(folder)/\(name)", inside.isEmpty ? name : "\(inside)/\(name)")
      switch FileFacts(of: path)?.kind {
      case nil: continue
      case .folder: try walk(path, shown, &reading, depth: depth + 1)
      case .file where Self.isMarkdown(name): try one(path, as: shown, &reading)
      case .link: reading.leave("links to files or folders elsewhere")
      case .file, .other: reading.leave("files that are not Markdown")
      }
    }
  }

  private static func isFolder(_ path: String) -> Bool {
    FileFacts(of: path, followingLinks: true)?.kind == .folder
  }

  private static func isMarkdown(_ name: String) -> Bool {
    let lowered = name.lowercased()
    return [".md", ".markdown", ".txt"].contains { lowered.hasSuffix($0) }
  }
}
