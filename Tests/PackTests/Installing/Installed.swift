import PackFormat
import Packs
import Practice
import SSHSigning
import TestSupport
import Testing

/// A folder of installed packs for one test.
struct Installed {
  let scratch: Scratch
  let packs: InstalledPacks

  init(disk: PackDisk = PackDisk()) throws {
    scratch = try Scratch()
    packs = InstalledPacks(path: scratch.file("packs"), disk: disk)
  }

  static func rules(_ policies: Policies = Policies(), conflicts: [Finding] = []) -> InstallRules {
    InstallRules(
      policies: policies, program: "1.4.2", features: ["prompt.branch"], conflicts: conflicts)
  }

  /// Installs a signed version as a person does who compares the key when asked.
  @discardableResult
  func install(
    revision: Int = 1, by key: SigningKey?, ask: String = "How was it?", more: String = "",
    id: String = PackSample.id
  ) throws -> Installation {
    let texts = PackSample.texts(id: id, revision: revision, more: more, ask: ask)
    return try install(PackSample.offer(texts, by: key))
  }

  @discardableResult
  func install(_ offer: OfferedPack, under rules: InstallRules = rules()) throws -> Installation {
    let acceptance: Acceptance =
      offer.signer.map { .signer(fingerprint: $0.fingerprint, name: "Our panel") } ?? .unsigned
    return try packs.install(
      offer, accepting: acceptance, under: rules, source: offer.name, today: PackSample.today)
  }

  func standing(_ offer: OfferedPack, under rules: InstallRules = rules()) throws -> Standing {
    try packs.judge(offer, under: rules, today: PackSample.today).standing
  }

  func refusal(_ offer: OfferedPack, under rules: InstallRules = rules()) throws -> PackTrouble {
    guard case .refused(let trouble) = try standing(offer, under: rules) else {
      throw PackTrouble(.files, "It was not refused.", hint: "")
    }
    return trouble
  }

  /// Revisions: the one in use, then those kept.
  func revisions(_ id: String = PackSample.id) throws -> [Int] {
    try packs.lock()[id]?.versions.map(\.revision) ?? []
  }

  /// What the first question of the pack in use asks, or what is wrong.
  func question() -> String {
    let (packs, findings) = packs.packs()
    guard let first = packs.first?.folder.pack?.prompts.first?.steps.first,
      case .ask(let text) = first.words
    else { return findings.map(\.message).joined(separator: " ") }
    return text
  }
}
