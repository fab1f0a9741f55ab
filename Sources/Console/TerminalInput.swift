import CProcess

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Reads what a person types at a terminal, with a little editing of its own.
///
/// The kernel's line editing cuts a line at 4,095 bytes, so the terminal is set to hand over each
/// byte instead, and is put back after every read, on every signal and at exit. Bytes typed ahead
/// wait for the next question. One terminal at a time; not for use from two threads.
package final class TerminalInput: LineInput {
  private let descriptor: Int32
  private let echo: any Sink
  private let style: Style
  private var pending = TypedBytes()
  private var decoder = KeyDecoder()
  private var depth = 0
  private var isAtEnd = false
  private var idle: IdleTimer?
  package var patience: Duration?
  package var isLeftAlone = false
  /// Milliseconds on a clock that never goes back; a test sets its own.
  var now: () -> Int64 = IdleTimer.clock

  /// Reads from a terminal; nil when the descriptor is none.
  ///
  /// - Parameters:
  ///   - descriptor: the terminal to read, 0 as a rule; it is not closed.
  ///   - echo: where typed words are shown.
  ///   - style: plain keeps the cursor at the end of the line; coloured lets it move.
  package init?(reading descriptor: Int32, echo: any Sink, style: Style) {
    guard isatty(descriptor) == 1 else { return nil }
    self.descriptor = descriptor
    self.echo = echo
    self.style = style
  }

  deinit {
    if depth > 0 { alongside_unguard_terminal() }
  }

  package func beginTyping() {
    depth += 1
    if depth == 1 { listen() }
  }

  package func endTyping() {
    depth -= 1
    if depth == 0 { alongside_unguard_terminal() }
  }

  package func readLine(after prompt: String) -> LineEvent {
    guard !isLeftAlone else { return .interrupted("") }
    beginWaiting()
    defer { endWaiting() }
    let columns = Int(alongside_terminal_columns(descriptor))
    let screen = LineEcho(prompt: prompt, columns: columns > 0 ? columns : 80, style: style)
    var line = TypedLine()
    while let key = nextKey() {
      switch key {
      case .interrupt:
        echo.write("\n")
        return .interrupted(line.text)
      case .enter, .endOfInput: return finish(line, on: screen, byEnter: key == .enter)
      case .suspend:
        suspend()
        echo.write(screen.drawn(line))
      default:
        let old = line
        line.apply(key, canMove: screen.canMove)
        echo.write(screen.change(from: old, to: line))
      }
    }
    if idle?.isOver == true {
      echo.write(screen.change(from: line, to: TypedLine()) + "\n")
      leave()
      return .interrupted(line.text)
    }
    return line.isEmpty ? .end : .line(line.text)
  }

  /// Ends a line.
  ///
  /// Ctrl-D after words hands them over, as terminals always did; alone it is the end.
  private func finish(_ line: TypedLine, on screen: LineEcho, byEnter: Bool) -> LineEvent {
    var last = line
    last.moveEnd()
    echo.write(screen.change(from: line, to: last) + "\n")
    return line.isEmpty && !byEnter ? .end : .line(line.text)
  }

  /// Stops waiting for good, and forgets whatever else was typed.
  ///
  /// The next thing asked may be a passphrase: keys pressed before it must not become its answer.
  private func leave() {
    isLeftAlone = true
    pending.wipe()
    decoder = KeyDecoder()
    tcflush(descriptor, TCIFLUSH)
  }

  private func beginWaiting() {
    beginTyping()
    idle = patience.map { IdleTimer(limit: $0, now: now()) }
  }

  private func endWaiting() {
    idle = nil
    endTyping()
  }

  package func readSecret() -> SecretEvent {
    guard !isLeftAlone else { return .interrupted }
    beginWaiting()
    defer { endWaiting() }
    var secret: [UInt8] = []
    secret.reserveCapacity(256)
    while let key = nextKey() {
      switch key {
      case .text(var bytes):
        secret.appendSecretly(bytes)
        bytes.wipe()
      case .backspace: secret.eraseLastScalar()
      case .erase: secret.wipe()
      case .suspend: suspend()
      case .enter: return answer(.secret(secret))
      case .endOfInput: return answer(secret.isEmpty ? .end : .secret(secret))
      case .interrupt:
        secret.wipe()
        return answer(.interrupted)
      default: break
      }
    }
    if idle?.isOver == true {
      secret.wipe()
      leave()
      return answer(.interrupted)
    }
    return secret.isEmpty ? .end : .secret(secret)
  }

  private func answer(_ event: SecretEvent) -> SecretEvent {
    echo.write("\n")
    return event
  }
}

extension TerminalInput {
  private func listen() {
    if alongside_guard_terminal(descriptor) == 0 { _ = alongside_listen_to_terminal() }
  }

  /// Steps aside for the shell, as Ctrl-Z asks, and comes back when the shell says so.
  private func suspend() {
    alongside_unguard_terminal()
    kill(0, SIGTSTP)
    listen()
  }

  private func nextKey() -> Key? {
    while true {
      if let key = decoder.next(from: &pending, atEnd: isAtEnd) { return key }
      if isAtEnd { return nil }
      if idle != nil, !somethingIsTyped() { return nil }
      fill()
    }
  }

  /// Waits until there is something to read; false when the limit came first.
  ///
  /// The clock is asked again after each wait: a machine that slept wakes with a key pressed and the
  /// limit long past, and a `poll` does not count the sleep.
  private func somethingIsTyped() -> Bool {
    while let left = idle?.left(at: now()), left > 0 {
      var wanted = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      let count = poll(&wanted, 1, Int32(min(left, 10_000)))
      let isWaiting = count > 0 || (count < 0 && errno != EINTR)
      guard let left = idle?.left(at: now()), left > 0 else { return false }
      if isWaiting {
        idle?.restart(at: now())
        return true
      }
    }
    return false
  }

  private func fill() {
    withUnsafeTemporaryAllocation(byteCount: TypedBytes.readSize, alignment: 1) { buffer in
      let count = read(descriptor, buffer.baseAddress, buffer.count)
      if count > 0 {
        pending.append(UnsafeRawBufferPointer(rebasing: buffer.prefix(count)))
        alongside_wipe(buffer.baseAddress, count)
      } else if count == 0 || errno != EINTR {
        isAtEnd = true  // The terminal was closed.
      }
    }
  }
}
