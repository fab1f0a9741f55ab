import Practice

extension Step {
  /// Every text of the step, by its field: `ask`, `options/hard/gloss`.
  var texts: [Original] {
    var texts: [Original] = []
    var copy = self
    let way = "/\(id)/".count
    copy.changeTexts(below: "") { path, text in
      texts.append(Original(field: String(path.dropFirst(way)), text: text))
    }
    return texts
  }

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
    guard block == nil, case .given(var options)? = repeats?.items else { return }
    TextPaths.change(&options, "\(path)/for_each", change)
    repeats?.items = .given(options)
  }
}

extension StepType {
  fileprivate mutating func changeTexts(below path: String, _ change: TextPaths.Change) {
    var parts = parts
    TextPaths.change(&parts.other, "\(path)/other", change)
    TextPaths.change(&parts.rows, "\(path)/rows", change)
    TextPaths.change(&parts.options, "\(path)/options", change)
    parts.scale?.changeTexts(below: "\(path)/scale", change)
    for index in parts.fields.indices {
      change("\(path)/of/\(parts.fields[index].id)", &parts.fields[index].label)
    }
    TextPaths.change(&parts.also, "\(path)/also", change)
    self = StepType(kind, parts, isOpen: isOpen) ?? self
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
