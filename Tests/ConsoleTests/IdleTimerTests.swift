import Testing

@testable import Console

@Suite struct IdleTimerTests {
  @Test func countsFromTheLastKey() {
    var timer = IdleTimer(limit: .milliseconds(1_500), now: 10_000)
    #expect(timer.left(at: 10_000) == 1_500)
    #expect(timer.left(at: 11_499) == 1)
    timer.restart(at: 11_499)
    #expect(timer.left(at: 12_000) == 999)
    #expect(!timer.isOver)
    #expect(timer.left(at: 12_999) == 0)
    #expect(timer.isOver)
  }

  @Test func staysOver() {
    var timer = IdleTimer(limit: .seconds(60), now: 0)
    #expect(timer.left(at: 8 * 3_600_000) == 0)
    timer.restart(at: 8 * 3_600_000)
    #expect(timer.left(at: 8 * 3_600_000) == 0)
  }

  @Test func theClockDoesNotGoBack() {
    let first = IdleTimer.clock()
    #expect(first > 0)
    #expect(IdleTimer.clock() >= first)
  }
}
