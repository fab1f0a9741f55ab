import Practice
import TestSupport

/// Prompts of every type, with texts that YAML finds hard, made from a seed.
struct RandomPrompt {
  private var random: SeededRandom

  init(seed: UInt64) {
    random = SeededRandom(seed: seed)
  }

  /// Texts that mean something else when they are written without care.
  static let odd = [
    "What is it: this?", "\"Quoted\" from the start", "'Single' too", "# not a note", "- no item",
    "@home", "`tick`", "yes", "no", "No", "null", "~", "true", "on", "12", "1.10", "-3", "0x1f",
    "1e5", "2026-11-22", "07:30", "{item}", "[a, b", "a, b", "{x: y}", "*star", "&amp", "!bang",
    "%per", "? who", "| pipe", "> more", "ends with:", "a #b", "a: b", "back\\slash", "it's",
    "say \"x\" and 'y'", "=", "<<", "...", "--- a", "Sgwrs dros baned o de", "Ünïcödé ✓", "日本語",
    "👩🏽‍🦽 rolls", "two  spaces", "tab\there", "one\ntwo", "one\n\nthree: x\n  indented", "a\n# b\n- c",
    "Yes, mostly", ": colon first", "?", "-", "a\u{300}", "many \u{A0} hard spaces",
    "e.g. https://x.org/a#b",
    "A long one that goes on and on until it has to be broken somewhere, with a colon: and a # sign,"
      + " and then goes on a little more so that it takes three lines at the very least.",
    "Averyveryveryverylongwordwithoutanyspaceinitthatcannotbebrokenanywherebecausethereisnoplaceforit: x",
    "Long  with  double  spaces  that  cannot  be  folded  there  and  goes  on  beyond  the  width  of  it",
  ]

  private mutating func text() -> String {
    let first = Self.odd[random.below(Self.odd.count)]
    guard random.below(4) == 0 else { return first }
    return first + " " + Self.odd[random.below(Self.odd.count)]
  }

  private mutating func line() -> String {
    let words = text().replacing("\n", with: " ").replacing("\t", with: " ")
    return String(words.prefix(90)).trimmingBlanks
  }

  private mutating func tag() -> String { String(line().prefix(20)).trimmingBlanks }

  private mutating func maybe<T>(_ make: (inout Self) -> T) -> T? {
    random.below(2) == 0 ? make(&self) : nil
  }

  private mutating func options(_ prefix: String) -> [Option] {
    (0...random.below(3)).map { index in
      let label = line()
      return Option(id: "\(prefix)-\(index)", label: label, gloss: maybe { $0.line() })
    } + (random.below(2) == 0 ? [Option(id: "not-today", label: "Not today")] : [])
  }

  /// Options that may lead on, and in `choices` may exclude the others.
  private mutating func choosable(_ prefix: String, alone: Bool) -> [Option] {
    options(prefix).map { option in
      var option = option
      if random.below(4) == 0 { option.then = onward() }
      option.isAlone = alone && random.below(4) == 0
      return option
    }
  }

  private mutating func onward() -> [Onward] {
    let all: [Onward] = [
      .item("core/daily-three"), .prompt("made"), .signposts("core/uk"),
      .command(plugin: "org.example.plan", name: "plan"),
    ]
    return (0...random.below(2)).map { _ in all[random.below(all.count)] }
  }

  private mutating func scale() -> Scale {
    let from = random.below(3) - 1
    let to = from + 1 + random.below(4)
    var scale = Scale(from: from, to: to, low: maybe { $0.line() }, high: maybe { $0.line() })
    switch random.below(3) {
    case 0: for point in from...to { scale.labels[point] = line() }
    case 1: scale.labels[to] = line()
    default: break
    }
    if random.below(2) == 0 { scale.also = options("also") }
    return scale
  }

  private mutating func type(_ index: Int) -> StepType {
    switch index % 15 {
    case 0: return .text
    case 1: return .line
    case 2: return .choice(choosable("o", alone: false), other: maybe { $0.line() })
    case 3:
      return .choices(
        choosable("o", alone: true), atLeast: nil, atMost: maybe { _ in 1 },
        other: maybe { $0.line() })
    case 4: return .scale(scale())
    case 5: return .yesNo
    case 6:
      return .number(
        atLeast: maybe { _ in 0.5 }, atMost: maybe { _ in 10 },
        also: random.below(2) == 0 ? [] : options("also"))
    case 7: return .date
    case 8: return .time
    case 9: return .duration
    case 10:
      return .list(
        Field.Kind.allCases.prefix(1 + random.below(8)).enumerated().map { index, kind in
          Field(id: "f-\(index)", label: random.below(2) == 0 ? "f \(index)" : line(), kind: kind)
        })
    case 11: return .party
    case 12: return .entry
    case 13: return .table(rows: options("r"), columns: options("c"))
    default: return .confirm
    }
  }

  private mutating func fallback(_ type: StepType) -> Step.Default? {
    guard random.below(2) == 0 else { return nil }
    switch type {
    case .text, .line, .party, .entry:
      let words = line()
      return words == "null" ? nil : .value(.words(words))
    case .choice(let options, _): return .value(.words(options[0].id))
    case .choices(let options, _, _, _): return .value(.ids([options[0].id]))
    case .scale(let scale): return .value(.number(Double(scale.to)))
    case .yesNo: return .value(.words("no"))
    case .number: return .value(.number(0.75))
    case .date: return .value(.words("2026-11-22"))
    case .time: return .value(.words("07:30"))
    case .duration: return .last
    default: return nil
    }
  }

  private mutating func condition(over steps: [Step], depth: Int = 0) -> Condition? {
    guard !steps.isEmpty else { return nil }
    if depth < 3, random.below(3) == 0 {
      let parts = (0...random.below(2)).compactMap { _ in condition(over: steps, depth: depth + 1) }
      guard let first = parts.first else { return nil }
      return [.all(parts), .any(parts), .not(first)][random.below(3)]
    }
    let step = steps[random.below(steps.count)]
    switch step.type {
    case .choice(let options, _) where !options.isEmpty:
      let ids = options.map { Value.words($0.id) }
      return .answered(
        step: step.id, [.equals(ids[0]), .differs(ids[0]), .oneOf(ids)][random.below(3)])
    case .yesNo: return .answered(step: step.id, .equals(.words("yes")))
    case .scale(let scale):
      return .answered(step: step.id, random.below(2) == 0 ? .atLeast(Double(scale.to)) : .given)
    case .number: return .answered(step: step.id, .atMost(2.5))
    case .choices(let options, _, _, _): return .answered(step: step.id, .includes(options[0].id))
    default:
      return random.below(2) == 0 ? .skipped(step: step.id) : .answered(step: step.id, .given)
    }
  }

  private mutating func repeats(over steps: [Step]) -> Repeat? {
    guard random.below(3) == 0 else { return nil }
    let pick = maybe { maker in
      Repeat.Pick(atLeast: nil, atMost: maker.maybe { _ in 1 })
    }
    let lists = steps.filter { step in
      guard step.repeats == nil else { return false }
      switch step.type {
      case .list, .choices, .table: return true
      default: return false
      }
    }
    switch random.below(3) {
    case 0: return Repeat(items: .values("core/srn"), pick: pick)
    case 1 where !lists.isEmpty: return Repeat(items: .answered(lists[0].id), pick: pick)
    default: return Repeat(items: .given(options("g")), pick: pick)
    }
  }

  private mutating func words(_ text: String, isRepeated: Bool) -> String {
    isRepeated ? text : text.replacing("{item}", with: "{the item}")
  }

  mutating func make() -> Prompt {
    var steps: [Step] = []
    for index in 0..<(15 + random.below(6)) {
      let repeats = repeats(over: steps)
      let isRepeated = repeats != nil
      if random.below(12) == 0 {
        steps.append(Step(id: "s-\(index)", words: .say(words(text(), isRepeated: false))))
        continue
      }
      let type = type(index)
      var step = Step(
        id: "s-\(index)", words: .ask(words(text(), isRepeated: isRepeated)), type: type)
      let asked = steps.filter { !$0.isSaid }
      step.repeats = repeats
      step.fallback = fallback(type)
      if step.fallback == .last, step.repeats?.items.source != nil { step.fallback = nil }
      step.help = maybe { $0.words($0.text(), isRepeated: isRepeated) }
      step.example = maybe { $0.words($0.text(), isRepeated: isRepeated) }
      step.when = condition(over: asked)
      step.isTender = random.below(2) == 0
      step.isSkippable = type != .confirm || random.below(2) == 0
      step.protects = random.below(4) == 0
      step.minutes = maybe { _ in 1 }
      step.tags = random.below(3) == 0 ? [tag(), "b, c"] : []
      step.source = maybe {
        Source(credit: $0.line(), url: $0.maybe { _ in "https://example.org/a#b" })
      }
      step.carry = maybe { _ in "next-session" }
      // The records of a list are others each time.
      step.showsLast = random.below(4) == 0 && step.repeats?.items.source == nil
      steps.append(step)
      if random.below(6) == 0 { steps += block(index, after: steps) }
    }
    var prompt = Prompt(
      id: "made", title: line(), minutes: maybe { _ in 60 },
      source: maybe { Source(credit: $0.line(), licence: $0.maybe { _ in "CC-BY-4.0" }) },
      tags: random.below(2) == 0 ? [] : [tag(), "yes"], steps: steps)
    if random.below(2) == 0 { prompt.then = onward() }
    return prompt
  }

  /// Several steps about each item, after the one that leads them; one takes its options from elsewhere.
  private mutating func block(_ index: Int, after steps: [Step]) -> [Step] {
    let outside = steps.filter { !$0.isSaid && $0.repeats == nil }
    var leader = Step(id: "b-\(index)", words: .ask(words(text(), isRepeated: false)))
    let items = Repeat.Items.given(options("g"))
    leader.repeats = Repeat(
      items: items, pick: maybe { _ in Repeat.Pick(atMost: 1) }, isBlock: true)
    leader.when = condition(over: outside)
    var inside: [Step] = []
    for number in 0...random.below(3) {
      var step = Step(id: "b-\(index)-\(number)", words: .ask(text()), type: .line)
      if number == 1 {
        (step.type, step.optionsFrom) = (
          .choice([], other: maybe { $0.line() }), .values("core/srn")
        )
      }
      step.when = condition(over: outside + inside.filter { $0.type == .line })
      if let first = inside.first, random.below(2) == 0 {
        step.help = "You said {answer:\(first.id)} of {item}."
      }
      (step.block, step.repeats) = (leader.id, Repeat(items: items))
      inside.append(step)
    }
    return [leader] + inside
  }
}

extension String {
  var trimmingBlanks: String {
    var text = self[...]
    while let last = text.last, last.isWhitespace { text = text.dropLast() }
    return String(text.drop { $0.isWhitespace })
  }
}
