package import PackFormat
import Practice
import YAML

/// What a person's packs come to together: each with what the others change in it.
///
/// The packs stand in order: what the program brought, what was installed, the person's own, what
/// was named for one run. A change that is not allowed, or makes no sense, costs only itself: the
/// item stands as it was, and a finding says so.
package struct Composition: Sendable {
  /// How a pack came to be here.
  package enum Standing: Sendable, Hashable { case bundled, installed, own, named }

  /// A pack and its place.
  package struct Member: Sendable {
    package var pack: Pack
    /// The folder, or whatever else names it in findings.
    package var place: String
    package var standing: Standing

    package init(_ pack: Pack, place: String? = nil, standing: Standing = .installed) {
      self.pack = pack
      self.place = place ?? pack.id
      self.standing = standing
    }
  }

  /// The packs as they came.
  package let members: [Member]
  package let switches: Switches
  /// The packs as they are shown.
  package var shelf: Shelf { Shelf(packs) }
  /// What is wrong between the packs, with the places of the packs in front of the files.
  package internal(set) var findings: [Finding] = []
  /// What is not suggested, by its full name.
  package internal(set) var leftOut: [String: LeftOut] = [:]
  /// The languages that packs are shown in, by the ids of the packs.
  package internal(set) var translations: [String: Translation] = [:]

  /// The words that stand for the terms of vocabularies.
  var words: [String: String] = [:]
  var packs: [Pack]
  /// The changes to each item, by kind and full name, in the order in which they were made.
  var changes: [Target: [FieldChange]] = [:]
  /// What changed items are read from, once changed.
  var roots: [Target: Node] = [:]

  /// - Parameters:
  ///   - members: in their order.
  ///   - switches: what the person switched off or on.
  ///   - locale: the language to show, where a pack has it.
  package init(
    _ members: [Member], switches: Switches = Switches(), locale: LocaleChoice = .source
  ) {
    self.members = members
    self.switches = switches
    packs = members.map(\.pack)
    applyOverrides()
    applyHides()
    let chosen = vocabulary()
    translate(into: locale)
    words = translated(chosen)
    fill(words)
  }

  /// Packs without a say in each other.
  package init(plain shelf: Shelf) {
    members = shelf.packs.map { Member($0) }
    switches = Switches()
    packs = shelf.packs
  }

  /// The packs that have a say in the others: those that were not switched off.
  var speaking: [Member] { members.filter { !switches.isOff(pack: $0.pack.id) } }

  /// What is wrong between a pack and those that are installed, as it is said of the new one.
  ///
  /// - Parameter installed: all other packs, those that the program brought too; one of the same id
  ///   is the one that is replaced.
  package static func conflicts(of new: Pack, with installed: [Pack]) -> [Finding] {
    let others = installed.filter { $0.id != new.id }
    let members = others.map { pack in
      Member(pack, standing: pack.id == corePack ? .bundled : .installed)
    }
    let standing: Standing = new.id == corePack ? .bundled : .installed
    let composition = Composition(
      members + [Member(new.withReasons, place: "", standing: standing)])
    return composition.findings.filter { $0.file == "pack.yaml" }
      + PackConflicts(of: new, with: others).findings
  }

  /// What a pack wants of others that no other pack may: an error wherever it is passed on.
  package static func refusals(of pack: Pack, with installed: [Pack]) -> [Finding] {
    conflicts(of: pack, with: installed).filter { refusing.contains($0.code) }
  }

  /// The codes of what no other pack may change.
  ///
  /// Of a version that was installed before, such a change alone is left out.
  static let refusing: Set<String> = {
    let codes: [FindingCode] = [
      .weakens, .protected, .protectedStep, .protectedPrompt, .movedMeaning,
    ]
    return Set(codes.map(\.rawValue))
  }()

  /// The pack whose signposts and questions about the organisation nobody hides.
  static let corePack = "core"
  /// The id under which a person's own prompts stand.
  package static let ownPack = "own"
  static let organisationTag = "organisation"

  mutating func add(
    _ code: FindingCode, _ member: Member, _ mark: Mark, _ message: String, hint: Hint? = nil,
    severity: Finding.Severity = .error
  ) {
    findings.append(
      Finding(
        file: member.file("pack.yaml"), line: mark.line, column: mark.column, code: code.rawValue,
        severity: severity, message: message, hint: hint))
  }
}

extension Pack {
  /// Every change with a reason: that one is missing is said already, and hides no other mistake.
  fileprivate var withReasons: Pack {
    var pack = self
    for index in pack.manifest.overrides.indices { pack.manifest.overrides[index].because = "-" }
    for index in pack.manifest.hides.indices { pack.manifest.hides[index].because = "-" }
    return pack
  }
}

extension Composition.Member {
  /// Whether it is not here yet, but held against those that are.
  var isOffered: Bool { place.isEmpty }

  /// A file of the pack, with its place in front.
  func file(_ path: String) -> String { place.isEmpty ? path : "\(place)/\(path)" }
}
