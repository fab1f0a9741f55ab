import PackFormat
import Practice
import YAML

extension Composition {
  mutating func applyOverrides() {
    for member in speaking {
      for override in member.pack.manifest.overrides where !override.because.isEmpty {
        apply(override, of: member)
      }
    }
    for target in changes.keys { noteOriginals(of: target) }
  }

  private mutating func apply(_ override: Manifest.Override, of member: Member) {
    let fields = override.set.map(\.key)
    guard
      let target = target(
        override.item, at: override.mark, of: member, kinds: ItemKind.allCases, fields: fields)
    else { return }
    guard target.kind != .signposts else {
      return add(
        .protected, member, override.mark,
        "\(target.fullID) names places to turn to; no other pack changes it.",
        hint: "Take this away. A pack can add a list of its own.")
    }
    guard !isProtected(target, override, member) else { return }
    guard override.set.allSatisfy({ check($0, of: target, member) }) else { return }
    let pairs = override.set.filter { isFree($0, of: target, member) }
    guard !pairs.isEmpty, let root = root(of: target) else { return }
    let changed = pairs.reduce(root) { Self.set($1, in: $0) }
    guard read(changed, as: target, pairs, override, member) else { return }
    roots[target] = changed
    changes[target, default: []] += pairs.map { pair in
      FieldChange(
        field: pair.key, pack: member.pack.id, place: member.place, mark: pair.keyMark,
        because: override.because, before: Self.node(pair.key, in: root))
    }
  }

  /// Whether the change touches what protects people, and says each place where it does.
  private mutating func isProtected(
    _ target: Target, _ override: Manifest.Override, _ member: Member
  ) -> Bool {
    let hint: Hint = "Take this away. A pack can ask in its own way in a prompt of its own."
    if target.kind == .values, isForProtected(target) {
      add(
        .protectedStep, member, override.mark,
        "A step that protects the person who answers goes through \(target.fullID); no other pack "
          + "changes it.", hint: hint)
      return true
    }
    guard let steps = original(of: target)?.steps else { return false }
    let protection = Protection(steps)
    var isProtected = false
    for pair in override.set {
      let parts = pair.key.split(separator: "/", maxSplits: 1).map(String.init)
      guard parts.count == 2,
        let refusal = protection.refusal(
          ofSetting: parts[1], of: parts[0], to: pair.value.flow)
      else { continue }
      isProtected = true
      add(
        .protectedStep, member, pair.keyMark, "In \(target.fullID), \(refusal)", hint: hint)
    }
    return isProtected
  }

  /// Whether a step that protects is asked for each item of a values framework.
  private func isForProtected(_ values: Target) -> Bool {
    members.contains { member in
      let pack = member.pack
      return (pack.prompts + pack.sessions).flatMap(\.steps).contains { step in
        guard step.protects else { return false }
        return step.frameworks.contains { name in
          name == values.fullID || (name == values.id && pack.id == values.pack)
        }
      }
    }
  }

  /// A prompt or template as its own pack has it.
  func original(of target: Target) -> Prompt? {
    guard let items = target.kind.prompts else { return nil }
    return members.first { $0.pack.id == target.pack }?.pack[keyPath: items]
      .first { $0.id == target.id }
  }

  /// Whether the field is one that may be set.
  private mutating func check(_ pair: Node.Pair, of target: Target, _ member: Member) -> Bool {
    guard !isField(pair.key, of: target) else { return true }
    let last = pair.key.split(separator: "/").last.map(String.init) ?? pair.key
    guard last != "id" else {
      add(
        .keptID, member, pair.keyMark, "An id never moves: answers are kept under it.",
        hint: "Take \"\(pair.key)\" away.")
      return false
    }
    let known =
      Self.fields(of: target.kind)
      + stepIDs(of: target).flatMap { step in
        Self.stepFields(of: target.kind).map { "\(step)/\($0)" }
      }
    let what = target.kind.noun
    let ways: Hint =
      target.kind == .values
      ? "It can set \(Self.fields(of: .values).joined(separator: ", "))."
      : "It can set \(Self.fields(of: target.kind).joined(separator: ", ")), or STEP/FIELD such as "
        + "\(stepIDs(of: target).first ?? "first")/ask."
    add(
      .unknownField, member, pair.keyMark,
      "The \(what) \(target.fullID) has no field \"\(pair.key.prefix(80))\" to set.",
      hint: Nearest.question(pair.key, among: known) ?? ways)
    return false
  }

  /// Whether no pack before this one has set the field, or one that holds it.
  ///
  /// The person's own pack has the last word.
  private mutating func isFree(_ pair: Node.Pair, of target: Target, _ member: Member) -> Bool {
    let leaders = leaders(of: target)
    let earlier = (changes[target] ?? []).first {
      FieldChange.overlap($0.field, pair.key, leaders: leaders)
    }
    guard let earlier, member.standing != .own else { return true }
    guard earlier.pack != member.pack.id else {
      add(
        .twoOverrides, member, pair.keyMark,
        "\"\(pair.key)\" of \(target.fullID) is set in line \(earlier.mark.line) already.",
        hint: "Leave one of the two.")
      return false
    }
    let place = members.first { $0.place == earlier.place && $0.pack.id == earlier.pack }
    let there = "\(place?.file("pack.yaml") ?? "pack.yaml"):\(earlier.mark.line)"
    add(
      .twoOverrides, member, pair.keyMark,
      "\(earlier.pack) (\(there)) and \(member.pack.id) both set \"\(pair.key)\" of "
        + "\(target.fullID).",
      hint: "One of the two has to leave it."
        + (member.isOffered ? "" : " Until then that of \(earlier.pack) is shown."))
    return false
  }

  /// A copy of an item's nodes with one field set.
  private static func set(_ pair: Node.Pair, in root: Node) -> Node {
    let parts = pair.key.split(separator: "/").map(String.init)
    guard parts.count == 2 else { return replacing(pair, named: pair.key, in: root) }
    return changing(steps: root, parts[0]) { replacing(pair, named: parts[1], in: $0) }
  }

  /// A copy of a map with one of its steps changed, or one in a block of those.
  private static func changing(
    steps root: Node, _ id: String, _ change: (Node) -> Node
  ) -> Node {
    guard var steps = root["steps"], let items = steps.items else { return root }
    steps.kind = .sequence(
      items.map { step in
        if step["id"]?.words == id { return change(step) }
        guard let block = step["for_each"], block["steps"] != nil else { return step }
        let changed = changing(steps: block, id, change)
        return replacing(
          Node.Pair(key: "for_each", keyMark: block.mark, value: changed), named: "for_each",
          in: step)
      })
    return replacing(
      Node.Pair(key: "steps", keyMark: steps.mark, value: steps), named: "steps", in: root)
  }

  private static func replacing(_ pair: Node.Pair, named name: String, in map: Node) -> Node {
    var pairs = map.pairs ?? []
    let new = Node.Pair(key: name, keyMark: pair.keyMark, value: pair.value)
    if let index = pairs.firstIndex(where: { $0.key == name }) {
      pairs[index] = new
    } else {
      pairs.append(new)
    }
    return Node(.mapping(pairs), at: map.mark)
  }

  /// What stands at a field.
  static func node(_ field: String, in root: Node) -> Node? {
    let parts = field.split(separator: "/").map(String.init)
    guard parts.count == 2 else { return root[field] }
    return Node.steps(in: root["steps"]).first { $0.node["id"]?.words == parts[0] }?
      .node[parts[1]]
  }

  /// Keeps the texts that were changed as their own pack has them.
  private mutating func noteOriginals(of target: Target) {
    guard let place = packs.firstIndex(where: { $0.id == target.pack }),
      let items = target.kind.prompts,
      let index = packs[place][keyPath: items].firstIndex(where: { $0.id == target.id })
    else { return }
    let before = members[place].pack[keyPath: items][index]
    Self.note(before.steps, in: &packs[place][keyPath: items][index].steps)
  }

  private static func note(_ originals: [Step], in steps: inout [Step]) {
    for index in steps.indices {
      guard let original = originals.first(where: { $0.id == steps[index].id }),
        original != steps[index]
      else { continue }
      let now = Set(steps[index].texts)
      steps[index].originals = original.texts.filter { !now.contains($0) }
    }
  }
}
