import Disk

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
      guard !isBroken else { return }
      do throws(DiskTrouble) {
        try OpenFile.pour(UnsafeRawBufferPointer(bytes), into: descriptor, called: "")
      } catch {
        if error.number != EPIPE { trouble = error.words }
        isBroken = true
      }
    }
  }
}
