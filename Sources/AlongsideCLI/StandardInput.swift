internal import Disk
internal import Vault

/// All of standard input, for a page that is piped in.
enum StandardInput {
  static func read() throws -> [UInt8] {
    var bytes: [UInt8] = []
    do throws(DiskTrouble) {
      try OpenFile.drain(0, called: "standard input", into: &bytes, upTo: Page.byteLimit)
    } catch {
      throw Failure(.failed, "standard input cannot be read: \(error.words)")
    }
    guard bytes.count < Page.byteLimit else { throw VaultError.tooLong }
    return bytes
  }
}
