internal import AlongsideRuntime
internal import Archive
internal import Practice
#if canImport(Glibc)
internal import Glibc
#elseif canImport(Darwin)
internal import Darwin
#endif

/// The files of another journal, on their way in.
struct PlainFiles {
  let path: String
  /// The zone of times that name none.
  let zone: String
  let now: Moment

  /// How large one file may be.
  private static let byteLimit = 1 << 30

  /// Reads everything there is to read.
  ///
  /// - Throws: `Failure` where the file cannot be opened at all, with 65 where it is a broken zip.
  func read(_ source: ImportCommand.Source) throws -> ImportReading {
    switch source {
    case .jrnl: return Import.jrnl(try bytes(path), zone: zone)
    case .alongside:
      // The folder that an export was written to will do.
      let inside = "\(path)/entries.json"
      return Import.alongside(try bytes(access(inside, R_OK) == 0 ? inside : path))
    case .dayone: return try dayOne()
    case .markdown: return try markdown()
    }
  }

  private func bytes(_ path: String) throws -> [UInt8] {
    try InputFile.read(path, limit: Self.byteLimit)
  }

  /// A zip with one JSON file for each journal, or such a file by itself.
  private func dayOne() throws -> ImportReading {
    let bytes = try bytes(path)
    guard bytes.starts(with: [0x50, 0x4B]) else {
      return Import.dayOne(bytes, name: Self.name(path), zone: zone)
    }
    do {
      let zip = try ZipReader(
        bytes, archiveLimit: Self.byteLimit, memberLimit: 1_000_000, contentLimit: 64 << 30)
      var reading = ImportReading()
      var hasJournal = false
      for member in zip.members {
        guard member.path.lowercased().hasSuffix(".json"), !member.path.contains("/") else {
          reading.leftOut["files beside the journal", default: 0] += 1
          continue
        }
        hasJournal = true
        let content = try zip.content(of: member, limit: Self.byteLimit)
        reading.add(Import.dayOne(content, name: member.path, zone: zone), from: member.path)
      }
      if reading.entries.isEmpty, !hasJournal {
        reading.problems.append(ImportProblem(place: "the file", what: Self.noJournal))
      }
      return reading
    } catch let error as ArchiveError {
      throw Failure(.badInput, "\(path): \(error); nothing was changed")
    }
  }

  private static let noJournal =
    "there is no JSON file at its top, as Day One writes one for each journal"

  /// One file, or every one in a folder and the folders in it.
  private func markdown() throws -> ImportReading {
    var info = stat()
    guard stat(path, &info) == 0, info.st_mode & S_IFMT == S_IFDIR else {
      return try one(path, as: Self.name(path))
    }
    var reading = ImportReading()
    try walk(path, "", &reading, depth: 0)
    return reading
  }

  private func one(_ file: String, as name: String) throws -> ImportReading {
    var info = stat()
    var seconds = now.utcMilliseconds / 1000
    if stat(file, &info) == 0 {
      #if canImport(Glibc)
      seconds = Int64(info.st_mtim.tv_sec)
      #else
      seconds = Int64(info.st_mtimespec.tv_sec)
      #endif
    }
    let written = Import.moment(milliseconds: seconds * 1000, zone: zone)
    return Import.markdown(try bytes(file), path: name, fallback: written)
  }

  private func walk(
    _ folder: String, _ inside: String, _ reading: inout ImportReading, depth: Int
  ) throws {
    guard depth < 16 else {
      reading.problems.append(
        ImportProblem(place: inside, what: "this folder lies too deep to look into"))
      return
    }
    for name in try InputFile.names(in: folder) {
      if name.hasPrefix(".") {
        reading.leftOut["hidden files and folders", default: 0] += 1
        continue
      }
      let (path, shown) = ("\(folder)/\(name)", inside.isEmpty ? name : "\(inside)/\(name)")
      var info = stat()
      guard lstat(path, &info) == 0 else { continue }
      if info.st_mode & S_IFMT == S_IFDIR {
        try walk(path, shown, &reading, depth: depth + 1)
      } else if info.st_mode & S_IFMT == S_IFREG, Self.isMarkdown(name) {
        reading.add(try one(path, as: shown))
      } else if info.st_mode & S_IFMT == S_IFLNK {
        reading.leftOut["links to files or folders elsewhere", default: 0] += 1
      } else {
        reading.leftOut["files that are not Markdown", default: 0] += 1
      }
    }
  }

  private static func isMarkdown(_ name: String) -> Bool {
    let lowered = name.lowercased()
    return [".md", ".markdown", ".txt"].contains { lowered.hasSuffix($0) }
  }

  private static func name(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }
}
