import CProcess
import Disk

/// Waits for keys at a terminal, and for all else that can happen meanwhile.
struct KeyReader {
  /// What came first.
  enum Event {
    case key(Key)
    /// The text changed a while ago and is to be put away now.
    case isTimeToKeep
    case isResized
    /// Nobody typed for as long as a question may wait.
    case isOver
    /// The terminal went away, or the process was told to end.
    case hasEnded
  }

  let descriptor: Int32
  private var pending = TypedBytes()
  private var decoder = KeyDecoder()
  private var isAtEnd = false
  private var idle: IdleTimer?
  private var changedAt: Int64?
  var now: () -> Int64 = IdleTimer.clock

  /// Words are put away this many milliseconds after they changed, so that with the time it takes
  /// never more than two seconds of typing are on the screen alone.
  static let keepAfter: Int64 = 1000
  /// How long an unfinished escape sequence, character and paste are waited for, in milliseconds.
  private static let escapeTime: Int64 = 50
  private static let characterTime: Int64 = 500
  private static let pasteTime: Int64 = 5000

  init(_ descriptor: Int32) { self.descriptor = descriptor }

  var hasEnded: Bool { isAtEnd || alongside_ended_by() != 0 }
  var isUnkept: Bool { changedAt != nil }

  mutating func beginWaiting(_ patience: Duration?) {
    idle = patience.map { IdleTimer(limit: $0, now: now()) }
    changedAt = nil
  }

  mutating func endWaiting() { idle = nil }

  /// Remembers that the text was just changed, by a key that did.
  mutating func changed(_ isChanged: Bool) {
    if isChanged, changedAt == nil { changedAt = now() }
  }

  /// Columns and rows of the terminal; 80 by 24 where it does not say.
  var size: (columns: Int, rows: Int) {
    let columns = Int(alongside_terminal_columns(descriptor))
    let rows = Int(alongside_terminal_rows(descriptor))
    return (columns > 0 ? columns : 80, rows > 0 ? rows : 24)
  }

  /// The next thing that happens.
  mutating func next() -> Event {
    var isQuiet = false
    while true {
      if hasEnded { return .hasEnded }
      if let since = changedAt, now() - since >= Self.keepAfter {
        changedAt = nil
        return .isTimeToKeep
      }
      if let key = decoder.next(from: &pending, isQuiet: isQuiet) { return .key(key) }
      isQuiet = false
      if alongside_was_resized() != 0 { return .isResized }
      if idle?.left(at: now()) == 0 { return .isOver }
      switch wait() {
      case .typed:
        idle?.restart(at: now())
        fill()
      case .nothingMore: isQuiet = pending.count > 0
      case .other: break
      }
    }
  }

  /// The next key among those typed before the end; `nil` when there are no more.
  mutating func rest() -> Key? {
    while true {
      if let key = decoder.next(from: &pending, isQuiet: true) { return key }
      guard !isAtEnd, isReady(within: 0) else { return nil }
      fill()
    }
  }

  /// Drops what was typed and not used; of a paste also what is still on its way.
  mutating func discard() {
    var left = 200
    while decoder.isPasting, left > 0, !isAtEnd, isReady(within: 20) {
      fill()
      while decoder.next(from: &pending, isQuiet: false) != nil {}
      left -= 1
    }
    pending.wipe()
    decoder = KeyDecoder()
    tcflush(descriptor, TCIFLUSH)
  }
}

// MARK: - Waiting

extension KeyReader {
  private enum Waited { case typed, nothingMore, other }

  private mutating func wait() -> Waited {
    let unfinished = unfinishedTime
    let toKeep = changedAt.map { max($0 + Self.keepAfter - now(), 0) }
    // The clock is asked again after each wait: a machine that slept wakes with a key pressed and
    // the limit long past, and a `poll` does not count the sleep.
    let left = idle?.left(at: now()) ?? 10_000
    let limit = [unfinished, toKeep, min(left, 10_000)].compactMap(\.self).min() ?? 10_000
    var wanted = [
      pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
      pollfd(fd: alongside_wake_descriptor(), events: Int16(POLLIN), revents: 0),
    ]
    let count = poll(&wanted, 2, Int32(clamping: limit))
    if wanted[1].revents != 0 { alongside_calm() }
    if idle?.left(at: now()) == 0 { return .other }
    if count > 0, wanted[0].revents != 0 { return .typed }
    if count == 0, unfinished != nil, limit == unfinished {
      if decoder.isPasting { decoder.stopPasting() }
      return .nothingMore
    }
    return .other
  }

  /// How long to wait for the rest of what has begun; `nil` when nothing has.
  private var unfinishedTime: Int64? {
    if decoder.isPasting { return Self.pasteTime }
    guard pending.count > 0 else { return nil }
    return pending[0] == 0x1B ? Self.escapeTime : Self.characterTime
  }

  private func isReady(within milliseconds: Int32) -> Bool {
    var wanted = [pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)]
    return poll(&wanted, 1, milliseconds) > 0
  }

  /// Whether the terminal's other side has gone, asked without reading.
  var isHungUp: Bool {
    var wanted = [pollfd(fd: descriptor, events: 0, revents: 0)]
    return poll(&wanted, 1, 0) > 0
  }

  private mutating func fill() {
    withUnsafeTemporaryAllocation(byteCount: TypedBytes.readSize, alignment: 1) { buffer in
      let count = read(descriptor, buffer.baseAddress, buffer.count)
      if count > 0 {
        pending.append(UnsafeRawBufferPointer(rebasing: buffer.prefix(count)))
        alongside_wipe(buffer.baseAddress, count)
      } else if count == 0 || (errno != EINTR && errno != EAGAIN) {
        isAtEnd = true  // The terminal was closed: that is no key, and no answer.
      }
    }
  }
}
