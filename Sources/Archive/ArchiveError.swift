/// Why an archive could not be read or written.
///
/// Paths are quoted shortened, with marks in place of characters that a screen could act on. No
/// case carries any content.
package enum ArchiveError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The bytes are not an archive of the kind that was expected.
  case notThisKind(String)
  /// The archive stops before its end.
  case cutShort
  /// Something in the archive's own records does not add up.
  case damaged(String)
  /// Something about one file does not add up.
  case damagedMember(path: String, reason: String)
  /// A path breaks the rules for paths.
  case path(String, rule: String)
  /// Two files have one path, or paths that differ only in capitals.
  case samePath(String)
  /// A link, a device or an extension, where only files and folders are read.
  case otherKind(path: String, kind: String)
  /// A file whose content is locked by the program that wrote the archive.
  case locked(path: String)
  /// A file packed by a method that is not read.
  case packedOtherwise(path: String)
  /// More files than the limit given.
  case tooManyMembers(limit: Int)
  /// The archive, or all its content together, is larger than the limit given.
  case tooLarge(limit: Int)
  /// One file is larger than the limit given.
  case memberTooLarge(path: String, limit: Int)
  /// A file's content was asked for when no file was open.
  case noMemberOpen

  package var description: String {
    switch self {
    case .notThisKind(let reason): reason
    case .cutShort: "the archive is cut short"
    case .damaged(let reason): "the archive is damaged: \(reason)"
    case .damagedMember(let path, let reason): "\"\(path)\" in the archive is damaged: \(reason)"
    case .path(let path, let rule): "the archive has the path \"\(path)\": \(rule)"
    case .samePath(let path): "the archive holds \"\(path)\" more than once"
    case .otherKind(let path, let kind):
      "\"\(path)\" in the archive is \(kind); only files and folders are read"
    case .locked(let path): "\"\(path)\" in the archive is locked with a password"
    case .packedOtherwise(let path):
      "\"\(path)\" in the archive is packed in a way that is not known here"
    case .tooManyMembers(let limit): "the archive holds more than \(limit) files"
    case .tooLarge(let limit): "the archive holds more than \(limit) bytes"
    case .memberTooLarge(let path, let limit):
      "\"\(path)\" in the archive is larger than \(limit) bytes"
    case .noMemberOpen: "no file of the archive is open for reading"
    }
  }
}
