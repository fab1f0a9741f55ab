import PackFormat
import Practice
import YAML

extension Composition {
  /// Reads a changed item as its file would be read, and puts it in the place of the old one.
  ///
  /// - Returns: false, with findings, where it makes no sense or would weaken a person.
  mutating func read(
    _ root: Node, as target: Target, _ pairs: [Node.Pair], _ override: Manifest.Override,
    _ member: Member
  ) -> Bool {
    guard let place = packs.firstIndex(where: { $0.id == target.pack }) else { return false }
    var reader = FileReader(target.kind.file, file: "", terms: terms)
    reader.check(root, .map(target.kind.file.root), as: target.kind.file.root.name)
    var changed = packs[place]
    let weaknesses: [Weakening]
    if let items = target.kind.prompts {
      guard let index = changed[keyPath: items].firstIndex(where: { $0.id == target.id }) else {
        return false
      }
      var prompt = reader.prompt(from: root)
      (prompt.pack, prompt.revision) = (target.pack, changed[keyPath: items][index].revision)
      let original = members[place].pack[keyPath: items][index]
      weaknesses = self.weaknesses(of: target, from: original, to: prompt, root)
      changed[keyPath: items][index] = prompt.protecting(as: original)
    } else {
      guard let index = changed.values.firstIndex(where: { $0.id == target.id }) else {
        return false
      }
      var values = reader.values(from: root)
      values.pack = target.pack
      weaknesses = Weakening.moved(members[place].pack.values.first { $0.id == target.id }, values)
      changed.values[index] = values
    }
    checkLists(of: target, in: &reader)
    checkOnwards(of: target, in: &reader)
    let isSound = report(reader.findings, of: target, pairs, override, member)
    // Of what cannot be read, only what is left of the steps that protect is worth a word.
    let losses = isSound ? weaknesses : weaknesses.filter { $0.code == .protectedStep }
    guard report(losses, of: target, pairs, override, member), isSound else { return false }
    packs[place] = changed
    return true
  }

  private func weaknesses(
    of target: Target, from before: Prompt, to after: Prompt, _ root: Node
  ) -> [Weakening] {
    let known = source(of: target).map { PromptLint.troubles(of: before, $0.root) } ?? []
    let troubles = PromptLint.troubles(of: after, root).filter { !known.contains($0) }
    return Weakening.all(
      from: withOptions(before), before.tags, to: withOptions(after), after.tags,
      isCore: target.pack == Self.corePack)
      + Weakening.onward(from: before, to: after)
      + troubles.map { Weakening(step: "", field: "steps", loss: $0) }
  }

  /// The steps with the options of the frameworks that they name, as far as those are here: what an
  /// answer means is in its words, wherever they come from.
  private func withOptions(_ prompt: Prompt) -> [Step] {
    prompt.steps.map { step in
      let sets = step.frameworks.map { name in
        (name, (try? shelf.values(named: name, from: prompt.pack).items) ?? [])
      }
      return step.withValues(Dictionary(sets) { first, _ in first })
    }
  }

  /// The words that may stand in braces.
  private var terms: Set<String> { Set(members.flatMap { $0.pack.manifest.vocabulary.keys }) }

  /// Values frameworks that are named have to be there, or the prompt could not be asked.
  private func checkLists(of target: Target, in reader: inout FileReader) {
    for list in reader.lists where list.item == nil {
      do {
        _ = try shelf.values(named: list.name, from: target.pack)
      } catch {
        reader.findings.add(
          .unknownList, at: list.mark, error.message, hint: error.hint.map(Hint.init(words:)))
      }
    }
  }

  /// What is offered at the end has to be here, or nobody would be offered it.
  private func checkOnwards(of target: Target, in reader: inout FileReader) {
    for one in reader.onwards where shelf.ahead(one.onward, from: target.pack) == nil {
      reader.findings.add(
        .onwardTarget, at: one.mark, "There is no \(one.onward.noun) \"\(one.onward.name)\" here.",
        hint: "Name one of another pack with its pack, such as \(target.pack)/daily-three.")
    }
  }

  /// Errors in what an override sets stand at their own places in `pack.yaml`, others at the
  /// override's.
  private mutating func report(
    _ list: FindingList, of target: Target, _ pairs: [Node.Pair], _ override: Manifest.Override,
    _ member: Member
  ) -> Bool {
    let marks = pairs.reduce(into: Set<Mark>()) { marks, pair in
      marks.insert(pair.keyMark)
      pair.value.gather(&marks)
    }
    let errors = list.inOrder.filter { $0.severity == .error }
    for finding in errors {
      let mark = Mark(line: finding.line, column: finding.column)
      var placed = finding
      if !marks.contains(mark) {
        let place = pairs.first?.keyMark ?? override.mark
        (placed.line, placed.column) = (place.line, place.column)
      }
      placed.file = member.file("pack.yaml")
      placed.message = "With this, \(target.fullID) could not be read: \(finding.message)"
      findings.append(placed)
    }
    return errors.isEmpty
  }

  private mutating func report(
    _ weaknesses: [Weakening], of target: Target, _ pairs: [Node.Pair],
    _ override: Manifest.Override, _ member: Member
  ) -> Bool {
    for weakness in weaknesses {
      let pair =
        pairs.first { $0.key == "\(weakness.step)/\(weakness.field)" }
        ?? pairs.first { $0.key.hasPrefix(weakness.step + "/") && !weakness.step.isEmpty }
        ?? pairs.first { $0.key == "steps" || $0.key == weakness.field }
      add(
        weakness.code, member, (pair ?? pairs.first)?.keyMark ?? override.mark,
        "This would weaken \(target.fullID): \(weakness.loss)", hint: weakness.hint)
    }
    return weaknesses.isEmpty
  }
}

extension Node {
  /// The places of all that is in it.
  fileprivate func gather(_ marks: inout Set<Mark>) {
    marks.insert(mark)
    for item in items ?? [] { item.gather(&marks) }
    for pair in pairs ?? [] {
      marks.insert(pair.keyMark)
      pair.value.gather(&marks)
    }
  }
}
