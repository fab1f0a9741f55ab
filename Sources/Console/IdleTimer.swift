import Disk

/// How long nothing was typed, against a limit.
///
/// Pure: it is told the time, so that a test can let hours pass.
struct IdleTimer {
  private let limit: Int64
  private var lastKey: Int64
  /// Whether the limit has been reached; it stays so.
  private(set) var isOver = false

  /// Begins to count.
  ///
  /// - Parameters:
  ///   - limit: how long nothing may be typed.
  ///   - now: milliseconds on a clock that never goes back, such as ``clock()``.
  init(limit: Duration, now: Int64) {
    let (seconds, attoseconds) = limit.components
    self.limit =
      seconds.multipliedReportingOverflow(by: 1000).partialValue
      + attoseconds / 1_000_000_000_000_000
    lastKey = now
  }

  /// Begins anew, as something was typed.
  mutating func restart(at now: Int64) { lastKey = now }

  /// How many milliseconds are left; 0 once it is over.
  mutating func left(at now: Int64) -> Int64 {
    if now - lastKey >= limit { isOver = true }
    return isOver ? 0 : limit - (now - lastKey)
  }

  /// Milliseconds that go on while the machine sleeps, so that a closed lid counts.
  static func clock() -> Int64 {
    var time = timespec()
    #if canImport(Darwin)
    clock_gettime(CLOCK_MONOTONIC, &time)
    #else
    clock_gettime(CLOCK_BOOTTIME, &time)
    #endif
    return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
  }
}
