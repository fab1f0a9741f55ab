package import Archive
import PackFormat
import SSHSigning

/// Makes the one file that a pack is passed on as.
///
/// A plain tar archive with the files in order of path. The same files give the same bytes always,
/// from whatever folder and on whatever machine.
package enum PackArchive {
  /// An archive with the list of sums in it.
  package struct Built: Sendable, Hashable {
    package let bytes: [UInt8]
    package let sums: Sums

    /// The hash that stands for all of the content.
    package var h1: String { sums.h1 }

    /// How many files there are, besides the list and its signature.
    package var fileCount: Int { sums.lines.count }
  }

  /// Builds an archive of files: a list of sums and a signature among them are not taken over.
  ///
  /// - Parameter signature: a signature file over the very list that these files have.
  /// - Throws: `PackTrouble` for files with errors, without a manifest, or too large together.
  package static func build(
    _ files: PackFiles, signature: [UInt8]? = nil
  ) throws(PackTrouble) -> Built {
    if let trouble = OfferCheck.trouble(in: files.findings, of: "The folder") { throw trouble }
    guard files["pack.yaml"] != nil else {
      throw PackTrouble(
        .files, "There is no file pack.yaml here.",
        hint: "A pack begins with one; \(.begin) makes it.")
    }
    let sums = files.sums
    var members = files.content + [.init(path: Sums.name, bytes: sums.bytes)]
    if let signature { members.append(.init(path: Sums.signatureName, bytes: signature)) }
    members.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    do {
      let bytes = try archive(members)
      guard bytes.count <= PackLimits.archiveByteCount else {
        throw ArchiveError.tooLarge(limit: PackLimits.archiveByteCount)
      }
      return Built(bytes: bytes, sums: sums)
    } catch let error as ArchiveError {
      throw PackTrouble(error)
    } catch {
      throw PackTrouble(.cutShort)
    }
  }

  private static func archive(_ members: [PackFiles.File]) throws -> [UInt8] {
    var writer = UstarWriter()
    var bytes: [UInt8] = []
    for file in members { bytes += try writer.member(file.path, file.bytes) }
    return bytes + writer.end()
  }

  /// The list that a signature for this pack goes over.
  ///
  /// - Throws: `PackTrouble` when the pack is not built, or was changed since.
  package static func textToSign(_ offer: OfferedPack) throws(PackTrouble) -> [UInt8] {
    guard let sums = offer.sums else {
      throw offer.trouble
        ?? PackTrouble(
          .notBuilt, "\(offer.name) is not built.",
          hint: "Build it with \(.build).")
    }
    guard sums == offer.files.sums else {
      throw offer.trouble
        ?? PackTrouble(
          .sums, "\(offer.name) does not hold what its pack.sums lists.",
          hint: "Build it again with \(.build).")
    }
    return sums.bytes
  }

  /// Joins a signature to a built pack; one that was there before is replaced.
  ///
  /// - Throws: `PackTrouble` when the pack is not built or the signature does not fit it.
  package static func signed(
    _ offer: OfferedPack, with signature: [UInt8]
  ) throws(PackTrouble) -> Built {
    _ = try textToSign(offer)
    let built = try build(offer.files, signature: signature)
    let made = try OfferedPack(archive: built.bytes, name: offer.name)
    let problems = made.findings.filter { $0.file == Sums.signatureName }
    if let trouble = OfferCheck.trouble(in: problems, of: offer.name) { throw trouble }
    return built
  }

  /// Reads the file at a path, never more of it than a pack may have.
  ///
  /// - Throws: `PackTrouble` when it cannot be read or is too large.
  package static func bytes(at path: String) throws(PackTrouble) -> [UInt8] {
    let bytes = try PackDisk.read(path, limit: PackLimits.archiveByteCount + 1)
    guard let bytes else {
      throw PackTrouble(
        .unreadable, "There is no file \(path).", hint: "Check its name.")
    }
    guard bytes.count <= PackLimits.archiveByteCount else {
      throw PackTrouble(.tooLarge(limit: PackLimits.archiveByteCount))
    }
    return bytes
  }
}
