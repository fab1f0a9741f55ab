package import Age
internal import Disk
package import SSHSigning

/// The signing key that the program made for a person, in `signing` below their home.
///
/// ```swift
/// let own = OwnPackKey(home: "/home/me/.local/share/alongside")
/// let key = try own.make(sealedWith: words, logN: ScryptWork.shipped)
/// ```
package struct OwnPackKey: Sendable {
  private let folder: String
  /// The file of the private half, sealed.
  package var sealedPath: String { "\(folder)/packs.age" }
  private var publicPath: String { "\(folder)/packs.pub" }

  package init(home: String) {
    folder = "\(home)/signing"
  }

  /// - Throws: `DiskTrouble` if nobody can tell.
  package var isThere: Bool { get throws { try FileFacts.isThere(sealedPath) } }

  /// The public half; `nil` if no key was made.
  ///
  /// - Throws: `DiskTrouble`; `SigningError` if the file holds no key.
  package func verifyingKey() throws -> VerifyingKey? {
    guard try isThere else { return nil }
    return try PackKey.verifyingKey(Self.read(publicPath))
  }

  /// Makes the key, which must not exist yet.
  ///
  /// - Throws: `DiskTrouble`, `AgeError`.
  package func make(sealedWith words: Passphrase, logN: Int) throws -> VerifyingKey {
    let files = try PackKey.make(sealedWith: words, logN: logN)
    try Folders.make(folder)
    // Without the sealed half there is no key, so it comes last.
    try Files.remove(publicPath)
    try Files.make(publicPath, files.publicHalf)
    try Files.make(sealedPath, files.sealed)
    try Folders.confirm(folder)
    return try PackKey.verifyingKey(files.publicHalf)
  }

  /// Opens the key with the first of these that does.
  ///
  /// - Returns: `nil` if none of them opens it.
  /// - Throws: `DiskTrouble`; `AgeError` or `SigningError` if the file is damaged.
  package func open(with words: [Passphrase]) throws -> SigningKey? {
    let sealed = try Self.read(sealedPath)
    for passphrase in words {
      do {
        return try PackKey.open(sealed, with: passphrase)
      } catch AgeError.noMatch {
        continue
      }
    }
    return nil
  }

  private static func read(_ path: String) throws(DiskTrouble) -> [UInt8] {
    let bytes = try Files.bytes(of: path, limit: 1 << 16, followingLinks: true)
    guard let bytes else { throw DiskTrouble(.reading, path, .system(ENOENT)) }
    return bytes
  }
}
