extension Field.Kind {
  /// The kind of step that takes the same answers.
  package var stepType: StepType {
    switch self {
    case .text: .text
    case .line: .line
    case .date: .date
    case .time: .time
    case .duration: .duration
    case .number: .number(atLeast: nil, atMost: nil, also: [])
    case .party: .party
    case .yesNo: .yesNo
    }
  }
}

extension Field {
  /// The id and what it takes: `by (a date such as 2026-01-31)`.
  var form: String { "\(id) (\(kind.stepType.form))" }
}

extension Scale {
  /// True for a whole number between the ends.
  func holds(_ number: Double) -> Bool {
    number == number.rounded() && number >= Double(from) && number <= Double(to)
  }
}

extension [Option] {
  func holds(_ id: String) -> Bool { contains { $0.id == id } }

  var idList: String { map(\.id).joined(separator: ", ") }
  var labelList: String { map(\.label).joined(separator: ", ") }
}

extension Double {
  /// Without a point where it is whole.
  var plain: String { Int(exactly: self).map(String.init) ?? String(self) }

  var isWholeMinutes: Bool { self >= 0 && Int(exactly: self) != nil }
}

extension String {
  /// True without a line feed or carriage return.
  var isOneLine: Bool { utf8.allSatisfy { $0 != 0x0A && $0 != 0x0D } }
}
