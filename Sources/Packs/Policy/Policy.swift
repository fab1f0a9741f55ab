package import PackFormat
package import Practice
package import SSHSigning
import YAML

/// What an organisation lays down about packs and plugins: `alongside.policy/1`.
package struct Policy: Sendable, Hashable {
  /// Someone whose packs are accepted.
  package struct Signer: Sendable, Hashable {
    package var name: String
    package var key: VerifyingKey
    /// The packs that are accepted from them; nil for all.
    package var packs: [String]?
    /// The first and last day on which new versions are accepted.
    package var from: Day?
    package var until: Day?
  }

  /// A pack that people are pointed to.
  package struct Offer: Sendable, Hashable {
    package var pack: String
    package var file: String
    package var because: String?
  }

  /// The file as the caller named it.
  package var file: String
  /// Nil when the policy does not name signers: then it leaves the choice to each person.
  package var signers: [Signer]?
  package var offers: [Offer]
  /// The most that any plugin may be granted; nil for no ceiling.
  package var permissions: Set<String>?

  /// Reads a policy; with any error there is no content.
  package static func read(_ bytes: [UInt8], file: String) -> FileResult<Policy> {
    var reader = FileReader(.policy, file: file)
    let policy = reader.root(of: bytes).map { reader.policy(from: $0, file: file) }
    return FileResult(
      content: reader.findings.errors == 0 ? policy : nil, findings: reader.findings.inOrder)
  }
}

extension FileReader {
  fileprivate mutating func policy(from root: Node, file: String) -> Policy {
    var signers: [Policy.Signer] = []
    for node in root["signers"]?.items ?? [] {
      if let signer = signer(from: node) { signers.append(signer) }
    }
    let offers = (root["offers"]?.items ?? []).compactMap { node -> Policy.Offer? in
      guard let pack = node["pack"]?.words, let file = node["file"]?.words else { return nil }
      return .init(pack: pack, file: file, because: node["because"]?.words)
    }
    return Policy(
      file: file, signers: root["signers"] == nil ? nil : signers, offers: offers,
      permissions: root["plugins"]?["permissions"].map { Set($0.wordList) })
  }

  private mutating func signer(from node: Node) -> Policy.Signer? {
    guard let name = node["name"]?.words, let keyNode = node["key"], let line = keyNode.words
    else { return nil }
    let from = (node["from"]?.words).flatMap { Day($0) }
    let until = (node["until"]?.words).flatMap { Day($0) }
    if let from, let until, until < from, let mark = node["until"]?.mark {
      findings.add(
        .dayOrder, at: mark, "\"until\" is before \"from\", so nothing is ever accepted.",
        hint: "Swap the two days, or take the signer away.")
    }
    do {
      return .init(
        name: name, key: try VerifyingKey(line: line), packs: node["packs"]?.wordList,
        from: from, until: until)
    } catch {
      findings.add(
        .badKey, at: keyNode.mark, "This key cannot be used: \(error).",
        hint: "Copy the whole line of the file that ends in .pub: ssh-ed25519 and letters.")
      return nil
    }
  }
}
