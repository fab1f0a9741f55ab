import PackFormat
import Practice
import YAML

/// What a pack says of others that are here, or may come later, beyond what putting them together
/// shows.
struct PackConflicts {
  private(set) var findings: [Finding] = []
  private let new: Pack
  private let others: [Pack]

  /// - Parameter others: all other packs, those that the program brought too.
  init(of new: Pack, with others: [Pack]) {
    self.new = new
    self.others = others
    for list in new.lists { check(list) }
    for onward in new.onwards { check(onward) }
    for override in new.manifest.overrides { check(override) }
    for needed in new.manifest.extends { check(needed) }
  }

  /// A framework of another pack has to be there, or the prompt could not be asked.
  private mutating func check(_ list: NamedList) {
    let parts = list.name.split(separator: "/").map(String.init)
    guard parts.count == 2, parts[0] != new.id else { return }
    guard let pack = others.first(where: { $0.id == parts[0] }) else {
      guard list.item == nil else { return }
      let nearest = Nearest.question(parts[0], among: others.map(\.id))
      return add(
        .unknownList, list.file, list.mark,
        "There is no pack \"\(parts[0])\" here, so nothing can be asked about \"\(list.name)\".",
        nearest ?? "People need that pack as well: name it under \"extends\" in pack.yaml.",
        .warning)
    }
    let known = pack.values.map(\.id)
    if let framework = pack.values.first(where: { $0.id == parts[1] }) {
      let items = framework.items.map(\.id)
      guard let item = list.item, !items.contains(item) else { return }
      return add(
        .unknownOption, list.file, list.mark,
        "\"\(item)\" is not one of: \(items.joined(separator: ", ")).",
        Nearest.question(item, among: items) ?? "Name a value of \(list.name) by its id.", .error)
    }
    guard list.item == nil else { return }
    add(
      .unknownList, list.file, list.mark,
      "There is no values framework \"\(parts[1])\" in \(pack.id).",
      Nearest.near(parts[1], among: known).map { "Did you mean \"\(pack.id)/\($0)\"?" }
        ?? (known.isEmpty ? "It has none." : "It has \(known.joined(separator: ", "))."), .error)
  }

  /// What is offered at the end and is not here is not offered.
  private mutating func check(_ one: NamedOnward) {
    let name = one.onward.name
    let parts = name.split(separator: "/").map(String.init)
    if case .command = one.onward {
      return add(
        .onwardTarget, one.file, one.mark,
        "There is no plugin \"\(name)\" here, so its command is not offered.",
        "People need that plugin as well.", .warning)
    }
    guard parts.count == 2, parts[0] != new.id else { return }
    guard let pack = others.first(where: { $0.id == parts[0] }) else {
      return add(
        .onwardTarget, one.file, one.mark,
        "There is no pack \"\(parts[0])\" here, so \"\(name)\" is not offered.",
        Nearest.question(parts[0], among: others.map(\.id))
          ?? "People need that pack as well: name it under \"extends\" in pack.yaml.", .warning)
    }
    let known =
      (one.onward.canBePrompt ? pack.prompts.map(\.id) : [])
      + (one.onward.canBeList ? pack.signposts.map(\.id) : [])
    guard !known.contains(parts[1]) else { return }
    add(
      .onwardTarget, one.file, one.mark,
      "There is no \(one.onward.noun) \"\(parts[1])\" in \(pack.id).",
      Nearest.near(parts[1], among: known).map { "Did you mean \"\(pack.id)/\($0)\"?" }
        ?? "Name one that exists.", .error)
  }

  /// Two packs that set one field of a third do so whether or not the third is here yet.
  private mutating func check(_ override: Manifest.Override) {
    let parts = override.item.split(separator: "/").map(String.init)
    guard parts.count == 2, !others.contains(where: { $0.id == parts[0] }) else { return }
    for other in others {
      for same in other.manifest.overrides where same.item == override.item {
        for pair in override.set {
          guard let field = same.set.first(where: { FieldChange.overlap($0.key, pair.key) }) else {
            continue
          }
          add(
            .twoOverrides, "pack.yaml", pair.keyMark,
            "\(other.id) (pack.yaml:\(field.keyMark.line)) and \(new.id) both set "
              + "\"\(pair.key)\" of \(override.item).",
            "One of the two has to leave it.", .error)
        }
      }
    }
  }

  private mutating func check(_ needed: Manifest.Base) {
    guard needed.pack != new.id else { return }
    guard let pack = others.first(where: { $0.id == needed.pack }) else {
      return add(
        .needsNewer, "pack.yaml", needed.mark,
        "This pack builds on \(needed.pack), which is not here.",
        Nearest.question(needed.pack, among: others.map(\.id)) ?? "Install that one as well.",
        .warning)
    }
    guard let range = needed.version, let version = PackVersion(pack.manifest.version),
      version.isWithin(range) == false
    else { return }
    add(
      .needsNewer, "pack.yaml", needed.mark,
      "This pack builds on \(needed.pack) \(range), and here is \(pack.manifest.version).",
      "Ask for versions that fit each other.", .error)
  }

  private mutating func add(
    _ code: FindingCode, _ file: String, _ mark: Mark, _ message: String, _ hint: Hint,
    _ severity: Finding.Severity
  ) {
    findings.append(
      Finding(
        file: file, line: mark.line, column: mark.column, code: code.rawValue, severity: severity,
        message: message, hint: hint))
  }
}
