import Practice

extension Step {
  /// Goes through every text of the step.
  mutating func changeTexts(below path: String, _ change: TextPaths.Change) {
    let path = "\(path)/\(id)"
    switch words {
    case .ask(var text):
      change("\(path)/ask", &text)
      words = .ask(text)
    case .say(var text):
      change("\(path)/say", &text)
      words = .say(text)
    }
    TextPaths.change(&help, "\(path)/help", change)
    TextPaths.change(&example, "\(path)/example", change)
    type.changeTexts(below: path, change)
    guard case .given(var options)? = repeats?.items else { return }
    TextPaths.change(&options, "\(path)/for_each", change)
    repeats?.items = .given(options)
  }
}

extension StepType {
  fileprivate mutating func changeTexts(below path: String, _ change: TextPaths.Change) {
    switch self {
    case .choice(var options):
      TextPaths.change(&options, "\(path)/options", change)
      self = .choice(options)
    case .choices(var options, let least, let most):
      TextPaths.change(&options, "\(path)/options", change)
      self = .choices(options, atLeast: least, atMost: most)
    case .scale(var scale):
      scale.changeTexts(below: "\(path)/scale", change)
      self = .scale(scale)
    case .number(let least, let most, var also):
      TextPaths.change(&also, "\(path)/also", change)
      self = .number(atLeast: least, atMost: most, also: also)
    case .list(var fields):
      for index in fields.indices {
        change("\(path)/of/\(fields[index].id)", &fields[index].label)
      }
      self = .list(fields)
    case .table(var rows, var columns):
      TextPaths.change(&rows, "\(path)/rows", change)
      TextPaths.change(&columns, "\(path)/options", change)
      self = .table(rows: rows, columns: columns)
    case .text, .line, .yesNo, .date, .time, .duration, .party, .entry, .confirm: break
    }
  }
}

extension Scale {
  fileprivate mutating func changeTexts(below path: String, _ change: TextPaths.Change) {
    TextPaths.change(&low, "\(path)/low", change)
    TextPaths.change(&high, "\(path)/high", change)
    for point in labels.keys.sorted() {
      TextPaths.change(&labels[point], "\(path)/labels/\(point)", change)
    }
    TextPaths.change(&also, "\(path)/also", change)
  }
}
