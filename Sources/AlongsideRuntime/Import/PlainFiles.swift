internal import AlongsideRuntime
internal import Archive
internal import Disk
internal import Practice
internal import Vault

/// The files of another journal, on their way in.
struct PlainFiles {
  let path: String
  /// The zone of times that name none.
  let zone: String
  let now: Moment

  /// Reads everything there is to read.
  ///
  /// - Throws: `Failure` where the file cannot be opened at all or is too large, with 65 where it is a
  ///   broken zip.
  func read(_ source: ImportCommand.Source, into reading: inout ImportReading) throws {
    switch source {
    case .jrnl: try jrnl(&reading)
    case .alongside:
      // The folder that an export was written to will do.
      let inside = "\(path)/entries.json"
      let bytes = try json(
        FileFacts.mayRead(inside) ? inside : path,
        hint: "export a part at a time: alongside export --format json --since DAY --until DAY")
      Import.alongside(bytes, into: &reading)
    case .dayone: try dayOne(&reading)
    case .markdown: try markdown(&reading)
    }
  }

  /// A JSON file is read whole, so it has a limit.
  private func json(_ path: String, hint: String) throws -> [UInt8] {
    try InputFile.read(path, limit: ImportLimits.jsonByteCount, hints: [hint])
  }

  /// Text is read line by line, whatever its length.
  private func jrnl(_ reading: inout ImportReading) throws {
    let file = try InputFile.open(path)
    let beginning = try file.read(1 << 16)
    guard !Import.isJSON(beginning) else {
      let bytes = try json(
        path, hint: "export a part at a time: jrnl -from DAY -to DAY --export json")
      return Import.jrnlJSON(bytes, zone: zone, into: &reading)
    }
    var first: ArraySlice<UInt8>? = beginning
    try Import.jrnlText(zone: zone, into: &reading) {
      defer { first = nil }
      return try first ?? file.read(1 << 16)
    }
  }

  /// A zip with one JSON file for each journal, or such a file by itself.
  private func dayOne(_ reading: inout ImportReading) throws {
    let file = try InputFile.open(path)
    guard try file.read(2).elementsEqual([0x50, 0x4B]) else {
      let bytes = try json(path, hint: Self.dayOneHint)
      return Import.dayOne(bytes, name: path.lastPart, zone: zone, into: &reading)
    }
    do {
      let zip = try ZipReader(
        byteCount: file.byteCount, memberLimit: 1_000_000, contentLimit: 64 << 30,
        read: file.read(at:))
      try dayOne(zip, &reading)
    } catch ArchiveError.memberTooLarge(let member, let limit) {
      throw Failure(
        .badInput,
        "\(path): \"\(member)\" in it is too large: at most \(limit >> 20) MiB are read; nothing "
          + "was changed",
        hints: [Self.dayOneHint])
    } catch let error as ArchiveError {
      throw Failure(.badInput, "\(path): \(error); nothing was changed")
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

  private static let dayOneHint = "let Day One export a part at a time, by date or by journal"
  private static let noJournal =
    "there is no JSON file at its top, as Day One writes one for each journal"

  /// One file, or every one in a folder and the folders in it.
  private func markdown(_ reading: inout ImportReading) throws {
    guard InputFile.isFolder(path) else {
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
      try InputFile.read(file, limit: ImportLimits.noteByteCount), path: name, fallback: written,
      into: &reading)
  }

  private func walk(
    _ folder: String, _ inside: String, _ reading: inout ImportReading, depth: Int
  ) throws {
    guard depth < 16 else {
      return reading.refuse(inside, "this folder lies too deep to look into")
    }
    for name in try InputFile.names(in: folder) where !reading.isOver {
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

  private static func isMarkdown(_ name: String) -> Bool {
    let lowered = name.lowercased()
    return [".md", ".markdown", ".txt"].contains { lowered.hasSuffix($0) }
  }
}
