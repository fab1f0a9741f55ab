#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Where words are written.
package protocol Sink: AnyObject {
  /// Writes text as it is; says nothing when the other end has gone.
  func write(_ text: String)
}

/// Writes to an open file descriptor, which it does not close.
package final class DescriptorSink: Sink {
  private let descriptor: Int32
  /// Whether the other end has gone, so that whatever is written is dropped.
  package private(set) var isBroken = false
  /// Why something could not be written, in the system's words; nil where all was, and where nobody
  /// reads any more.
  package private(set) var trouble: String?

  /// Writes to this descriptor: 1 for data, 2 for talk.
  package init(_ descriptor: Int32) { self.descriptor = descriptor }

  package func write(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      var rest = UnsafeRawBufferPointer(bytes)
      while !isBroken, let start = rest.baseAddress, rest.count > 0 {
        #if canImport(Darwin)
        let written = Darwin.write(descriptor, start, rest.count)
        #elseif canImport(Musl)
        let written = Musl.write(descriptor, start, rest.count)
        #else
        let written = Glibc.write(descriptor, start, rest.count)
        #endif
        if written >= 0 {
          rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(written))
        } else if errno != EINTR {
          if errno != EPIPE { trouble = String(cString: strerror(errno)) }
          isBroken = true
        }
      }
    }
  }
}
