internal import Vault
#if canImport(Glibc)
internal import Glibc
#elseif canImport(Darwin)
internal import Darwin
#endif

/// All of standard input, for a page that is piped in.
enum StandardInput {
  static func read() throws -> [UInt8] {
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      #if canImport(Glibc)
      let count = Glibc.read(0, &block, block.count)
      #else
      let count = Darwin.read(0, &block, block.count)
      #endif
      if count == 0 { return bytes }
      guard count > 0 else {
        if errno == EINTR { continue }
        throw Failure(.failed, "standard input cannot be read: \(String(cString: strerror(errno)))")
      }
      bytes += block.prefix(count)
      guard bytes.count < Page.byteLimit else {
        throw Failure(.badInput, "this is longer than a page can be (16 MiB); nothing was kept")
      }
    }
  }
}
