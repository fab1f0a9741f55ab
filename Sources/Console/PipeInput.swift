#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Reads lines from a descriptor that is no terminal.
///
/// A line ends with LF or CRLF and with nothing else; the last one counts without either.
/// Bytes that are not UTF-8 become `�`.
package final class PipeInput: LineInput {
  private let descriptor: Int32
  private var pending: [UInt8] = []
  /// Where in the pending bytes the next line begins, and how far its ending was looked for.
  private var head = 0
  private var searched = 0
  private var isAtEnd = false

  /// Reads from this descriptor and does not close it.
  package init(reading descriptor: Int32) { self.descriptor = descriptor }

  package func readLine(after prompt: String) -> LineEvent {
    guard let bytes = nextLine() else { return .end }
    return .line(String(decoding: bytes, as: UTF8.self))
  }

  package func readSecret() -> SecretEvent { nextLine().map { .secret($0) } ?? .end }

  private func nextLine() -> [UInt8]? {
    while true {
      if let ending = pending[searched...].firstIndex(of: 0x0A) {
        let line = pending[head..<ending]
        (head, searched) = (ending + 1, ending + 1)
        return Array(line.last == 0x0D ? line.dropLast() : line)
      }
      searched = pending.count
      if isAtEnd { return lastLine() }
      fill()
    }
  }

  private func lastLine() -> [UInt8]? {
    let line = Array(pending[head...])
    head = pending.count
    return line.isEmpty ? nil : line
  }

  private func fill() {
    pending.removeFirst(head)
    (head, searched) = (0, searched - head)
    withUnsafeTemporaryAllocation(byteCount: 65_536, alignment: 1) { buffer in
      let count = read(descriptor, buffer.baseAddress, buffer.count)
      if count > 0 {
        pending.append(contentsOf: buffer.prefix(count))
      } else if count == 0 || errno != EINTR {
        isAtEnd = true
      }
    }
  }
}
