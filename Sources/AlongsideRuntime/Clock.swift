package import Practice

/// Tells the time.
///
/// Passed in, so that nothing here reads a clock of its own.
package struct Clock: Sendable {
  package let now: @Sendable () -> Moment

  package init(_ now: @escaping @Sendable () -> Moment) {
    self.now = now
  }
}
