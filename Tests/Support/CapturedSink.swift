import Console

/// Keeps what is written.
package final class CapturedSink: Sink {
  /// Everything written so far.
  package private(set) var text = ""

  /// Begins with nothing written.
  package init() {}

  package func write(_ text: String) { self.text += text }
}
