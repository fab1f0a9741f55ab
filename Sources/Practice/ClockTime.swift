/// A time of day, to the minute.
struct ClockTime: Sendable, Hashable {
  var hour: Int
  var minute: Int

  /// Reads `HH:MM`; nil for anything else.
  init?(_ text: String) {
    self.init(text, hourDigits: 2...2)
  }

  /// Reads what a person may type: the hour with one digit or two.
  init?(typed text: String) {
    self.init(text, hourDigits: 1...2)
  }

  private init?(_ text: String, hourDigits: ClosedRange<Int>) {
    var digits = Digits(text)
    guard let hour = digits.number(), hourDigits ~= hour.count, hour.value < 24,
      digits.take(":"), let minute = digits.number(of: 2), minute < 60, digits.isAtEnd
    else { return nil }
    self.hour = hour.value
    self.minute = minute
  }

  /// Written as `HH:MM`.
  var text: String { "\(Digits.padded(hour, 2)):\(Digits.padded(minute, 2))" }
}
