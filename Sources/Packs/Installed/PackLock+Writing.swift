package import PackFormat
import Practice

extension PackLock {
  /// The one text of this lock: sorted keys, and a newline at the end.
  package var bytes: [UInt8] {
    JSONValue.object([
      "schema": .string(Self.schema),
      "packs": .array(packs.map(\.json)),
      "seen": .array(seen.map(\.json)),
      "signers": .array(signers.map(\.json)),
    ]).bytes + [0x0A]
  }
}

extension InstalledPack {
  /// As it stands in the lock.
  package var json: JSONValue {
    .object([
      "id": .string(id), "active": active.json, "previous": .array(previous.map(\.json)),
    ])
  }
}

extension InstalledVersion {
  /// As it stands in the lock.
  package var json: JSONValue {
    .object([
      "h1": .string(h1), "version": .string(version), "revision": .number(Double(revision)),
      "signer": signer?.json ?? .null, "source": .string(source),
      "installed": .string(installed.description),
    ])
  }
}

extension SignerKey {
  /// As it stands in the lock.
  package var json: JSONValue {
    .object(["fingerprint": .string(fingerprint), "line": .string(line)])
  }
}

extension KnownSigner {
  /// As it stands in the lock.
  package var json: JSONValue {
    .object(["key": key.json, "name": .string(name), "since": .string(since.description)])
  }
}

extension SeenRevision {
  /// As it stands in the lock.
  package var json: JSONValue {
    .object([
      "pack": .string(pack), "signer": signer.map { .string($0) } ?? .null,
      "revision": .number(Double(revision)), "h1": .string(h1),
    ])
  }
}
