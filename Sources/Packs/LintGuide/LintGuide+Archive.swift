extension LintGuide {
  /// A pack as a file that is passed on, and as it stands where it was installed.
  package static let archive: [LintRule] = names + sums + signatures + policies + installed

  private static let names: [LintRule] = [
    LintRule(
      FindingCode.badPath,
      what: "A file has a name that a pack cannot have.",
      why: "Some disks cannot keep it. Use a to z, 0 to 9, dots, hyphens and underscores.",
      example: "prompts/Early shift.yaml, which could be prompts/early-shift.yaml"),
    LintRule(
      FindingCode.sameName,
      what: "Two names differ in capitals only.",
      why: "Many disks take the two for one, and one file would be lost.",
      example: "README.md beside readme.md"),
  ]

  private static let sums: [LintRule] = [
    LintRule(
      FindingCode.notBuilt,
      what: "The pack has no pack.sums.",
      why: "That list is made by alongside packs build; without it nobody can tell a change.",
      example: "A folder, or an archive made by hand, that was given to alongside packs install."),
    LintRule(
      FindingCode.badSums,
      what: "A line of pack.sums is not as alongside packs build writes it.",
      why: "There is only one way to write the list, so that it can be signed.",
      example: "A line with one space between size and path."),
    LintRule(
      FindingCode.addedFile,
      what: "A file is in the pack and not in pack.sums.",
      why: "It came in after the pack was built or signed.",
      example: "prompts/extra.yaml, put into a folder that was built before."),
    LintRule(
      FindingCode.missingFile,
      what: "A file is in pack.sums and not in the pack.",
      why: "It was taken away after the pack was built or signed.",
      example: "A line for prompts/evening.yaml, and no such file."),
    LintRule(
      FindingCode.changedFile,
      what: "A file has another size or content than pack.sums says.",
      why: "It was changed after the pack was built or signed.",
      example: "A word of prompts/evening.yaml made better, and the pack not built again."),
  ]

  private static let signatures: [LintRule] = [
    LintRule(
      FindingCode.badSignature,
      what: "The file pack.sums.sig cannot be read as a signature, or its key is of another kind.",
      why: "Only signatures as ssh-keygen -Y sign makes them, by an Ed25519 key, are taken.",
      example: "A signature by an RSA key."),
    LintRule(
      FindingCode.otherNamespace,
      what: "The signature was made for another purpose.",
      why: "What somebody signed elsewhere must not pass for their word about a pack.",
      example: "ssh-keygen -Y sign -n git, where -n alongside-pack is wanted."),
    LintRule(
      FindingCode.wrongSignature,
      what: "The signature does not fit pack.sums.",
      why: "One of the two was changed after signing.",
      example: "A pack that was built again and kept its old signature."),
  ]

  private static let policies: [LintRule] = [
    LintRule(
      FindingCode.badKey,
      what: "A key in a policy cannot be used.",
      why: "Nobody could sign with it, so nothing would be accepted.",
      example: "The first letters of a key, where the whole line of the .pub file is wanted."),
    LintRule(
      FindingCode.dayOrder,
      what: "In a policy, the last day stands before the first.",
      why: "There is no day between them on which anything would be accepted.",
      example: "{name: Our panel, key: \"ssh-ed25519 AAAA\", from: 2027-01-01, until: 2026-01-01}"),
    LintRule(
      FindingCode.brokenPolicy,
      what: "A policy cannot be read.",
      why: "Nobody can tell what it would refuse, so no outside pack is used.",
      example: "A policy with the key signer in place of signers."),
    LintRule(
      FindingCode.notAccepted,
      what: "A policy does not accept the signer of a pack that is installed.",
      why: "The policy came later, or was made tighter. The pack is left out, not removed.",
      example: "A pack that nobody signed, and a policy that names signers."),
  ]

  private static let installed: [LintRule] = [
    LintRule(
      FindingCode.expired, .warning,
      what: "The day is past until which the pack was meant to be used.",
      why: "It works as before; perhaps there is a newer one.",
      example: "expires: 2025-12-31, a year later."),
    LintRule(
      FindingCode.needsNewer,
      what: "The pack asks for another version of Alongside, or for what this one cannot do.",
      why: "Some of its questions would not work as they were meant.",
      example: "needs: {alongside: \">=9.0\"}"),
    LintRule(
      FindingCode.storeChanged,
      what: "A file of an installed pack is not as it was when it was installed.",
      why: "The pack is left out until it is installed again; the others work.",
      example: "A file below the packs folder that someone changed in an editor."),
    LintRule(
      FindingCode.badLock,
      what: "The list of installed packs cannot be read.",
      why: "It is damaged, or a newer version wrote it. What came with Alongside works as ever.",
      example: "A file alongside.lock that was cut short."),
  ]
}
